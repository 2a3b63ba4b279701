import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import type { FulfilmentReport, PromiseInput } from '#shared/contract/contracts'
import { formatDecimal } from '#shared/domain/decimal'
import { spaced } from '#shared/i18n/contract-words'
import { useApi, useChanged } from '../../components/backend'
import { Field } from '../../components/field'
import { NumberInput } from '../../components/figure-input'
import { useNotifyError } from '../../components/notify'
import { useWords } from '../../i18n'

type Cell = FulfilmentReport['promises'][number]['months'][number]

/** A dash with its meaning said: the months stand side by side. */
export function Nothing({ word }: { word: string }) {
  return (
    <span className="text-secondary" title={word}>
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{word}</span>
    </span>
  )
}

interface MeasureCellProps {
  contractId: number
  promise: PromiseInput
  cell: Cell
  mayWrite: boolean
}

/** What was measured of a promise in a month; a click enters it. */
export function MeasureCell({ contractId, promise, cell, mayWrite }: MeasureCellProps) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const shown = <Measured cell={cell} unit={promise.unit} />
  if (!mayWrite) return shown
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      destroyOnHidden
      title={`${promise.name} ${cell.month}`}
      content={<MeasureForm contractId={contractId} promise={promise} cell={cell} onDone={() => setOpen(false)} />}
    >
      <button type="button" className="measure-button" title={cell.note === '' ? undefined : cell.note}>
        <span className="visually-hidden">
          {t('contracts:fulfil.enter', { name: promise.name, month: cell.month })}{' '}
        </span>
        {shown}
      </button>
    </Popover>
  )
}

function Measured({ cell: { value, kept }, unit }: { cell: Cell; unit: string }) {
  const t = useWords()
  if (value === null || kept === null) return <Nothing word={t('contracts:fulfil.unmeasured')} />
  return (
    <span className="month-cell">
      <span className="figure">{`${formatDecimal(value, 3)}${spaced(unit)}`}</span>
      <span className={kept ? 'text-success' : 'text-danger'}>
        {t(kept ? 'contracts:fulfil.kept' : 'contracts:fulfil.broken')}
      </span>
    </span>
  )
}

function MeasureForm({
  contractId,
  promise,
  cell,
  onDone,
}: Omit<MeasureCellProps, 'mayWrite'> & { onDone: () => void }) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const failed = useNotifyError()
  const [value, setValue] = useState(cell.value)
  const [note, setNote] = useState(cell.note)
  const readable = value === null || (!Number.isNaN(value) && value >= 0)
  const put = async (measured: number | null, text: string) => {
    try {
      await api.contracts.measure({
        contractId,
        month: cell.month,
        key: promise.key,
        value: measured,
        note: text.trim(),
      })
      await changed()
      onDone()
    } catch (error) {
      failed(error)
    }
  }
  return (
    <form
      className="stack measure-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (readable) void put(value, note)
      }}
    >
      <Field label={t('contracts:fulfil.value')} message={readable ? null : t('components:input.notANumber')}>
        {(id) => <NumberInput id={id} autoFocus scale={3} unit={promise.unit} value={value} onChange={setValue} />}
      </Field>
      <Field label={t('contracts:fulfil.note')}>
        {(id) => (
          <Input
            id={id}
            autoComplete="off"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <div className="row form-buttons">
        {cell.value === null && cell.note === '' ? null : (
          <Button onClick={() => void put(null, '')}>{t('contracts:fulfil.clear')}</Button>
        )}
        <Button type="primary" htmlType="submit" disabled={!readable}>
          {t('shell:save')}
        </Button>
      </div>
    </form>
  )
}
