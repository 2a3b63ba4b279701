import { Button, DatePicker, Select, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { formatBracketHeader } from '#shared/domain/rating/bracket-header'
import { bracketTitle } from '#shared/i18n/price-term'
import { applyMassChange, type MassChange } from '#shared/domain/rating/mass-change'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import '../../../styles/price-editor.css'
import { useApi, useChanged } from '../../../components/backend'
import { EmptyState } from '../../../components/empty-state'
import { ErrorState } from '../../../components/error-state'
import { Field } from '../../../components/field'
import { formatCount } from '../../../components/figures'
import { NumberInput } from '../../../components/figure-input'
import { useNotifyError, useNotifyUndo } from '../../../components/notify'
import { PageHeader } from '../../../components/page-header'
import { useLocale, useWords } from '../../../i18n'
import { useWholeSheet, type WrittenSheet } from '../editor/use-whole-sheet'
import { MassPreview } from './mass-preview'

/** `#/pricing/17/mass`: other prices for many cells at once, shown cell by cell before a new draft is made of them. */
export function MassPage() {
  const t = useWords()
  const id = Number(useParams().id)
  const { written, sheet, error } = useWholeSheet(Number.isSafeInteger(id) && id > 0 ? id : null)
  if (written && sheet) return <MassChangeForm key={id} written={written} sheet={sheet} />
  return (
    <div className="page">
      <PageHeader
        title={t('pricingEditor:massChange')}
        actions={<Link to={`/pricing/${id}`}>{t('pricingEditor:back')}</Link>}
      />
      {error ? (
        <ErrorState error={error} />
      ) : written ? (
        <EmptyState title={t('pricingEditor:compare.faulty')} />
      ) : (
        <div role="status" aria-label={t('shell:loading')}>
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      )}
    </div>
  )
}

const roundings = [1, 100, 500, 1000] as const

interface Asked {
  /** 10^-4 percent, as the field counts. */
  percent: number | null
  perTicket: number | null
  perKg: number | null
  rows: string[]
  columns: string[]
  roundTo: (typeof roundings)[number]
}

const nothing: Asked = { percent: null, perTicket: null, perKg: null, rows: [], columns: [], roundTo: 100 }

/** The change the fields say; null while nothing is said or a figure cannot be read. */
function changeOf({ percent, perTicket, perKg, rows, columns, roundTo }: Asked): MassChange | null {
  const figures = [percent, perTicket, perKg].map((figure) => figure ?? 0)
  const [percentPpm = 0, perTicketUnits = 0, perKgUnits = 0] = figures
  if (figures.some(Number.isNaN) || figures.every((figure) => figure === 0) || percentPpm < -900_000) return null
  return {
    percentPpm,
    perTicketUnits,
    perKgUnits,
    rows: rows.length === 0 ? null : rows,
    columns: columns.length === 0 ? null : columns,
    roundToUnits: roundTo,
  }
}

function MassChangeForm({ written, sheet }: { written: WrittenSheet; sheet: PriceSheet }) {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const navigate = useNavigate()
  const changed = useChanged()
  const failed = useNotifyError()
  const notifyUndo = useNotifyUndo()
  const [asked, setAsked] = useState(nothing)
  const [validFrom, setValidFrom] = useState(() => dayjs().add(1, 'month').startOf('month').format('YYYY-MM-DD'))
  const [running, setRunning] = useState(false)
  const put = (part: Partial<Asked>) => setAsked((old) => ({ ...old, ...part }))
  const change = useMemo(() => changeOf(asked), [asked])
  const result = useMemo(() => (change ? applyMassChange(sheet, change) : null), [sheet, change])
  const possible =
    result !== null && result.changes.length > 0 && !result.gaps.some(({ reason }) => reason === 'negative')
  const accept = () => {
    if (!change) return
    setRunning(true)
    api.pricing
      .createMassChange({ id: written.id, change, validFrom })
      .then(async (made) => {
        await changed()
        void navigate(`/pricing/${made.id}`)
        const { name, version } = made
        notifyUndo(t('pricingEditor:mass.done', { name, version, count: formatCount(made.changed) }), async () => {
          await api.pricing.remove({ id: made.id })
          void navigate(`/pricing/${written.id}`)
          await changed()
        })
      })
      .catch(failed)
      .finally(() => setRunning(false))
  }
  const figures = [
    ['percent', '%'],
    ['perTicket', t('components:unit.yuan')],
    ['perKg', t('components:unit.yuan')],
  ] as const
  return (
    <div className="page">
      <PageHeader
        title={t('pricingEditor:mass.title', { name: written.name, version: written.version })}
        help={t('pricingEditor:mass.help')}
        actions={
          <>
            <Link to={`/pricing/${written.id}`}>{t('pricingEditor:back')}</Link>
            <Button type="primary" disabled={!possible} loading={running} onClick={accept}>
              {t('pricingEditor:mass.accept')}
            </Button>
          </>
        }
      />
      <div className="mass-layout">
        <section className="panel stack" aria-label={t('pricingEditor:massChange')}>
          {figures.map(([key, unit]) => (
            <Field key={key} label={t(`pricingEditor:mass.${key}`)}>
              {(id) => (
                <NumberInput
                  id={id}
                  scale={4}
                  unit={unit}
                  value={asked[key]}
                  onChange={(value) => put({ [key]: value })}
                />
              )}
            </Field>
          ))}
          <Field label={t('pricingEditor:mass.zones')}>
            {(id) => (
              <Select<string[]>
                id={id}
                mode="multiple"
                value={asked.rows}
                onChange={(rows) => put({ rows })}
                options={sheet.rows.map(({ key }) => ({ value: key, label: key }))}
                placeholder={t('pricingEditor:mass.all')}
                maxTagCount="responsive"
                allowClear
              />
            )}
          </Field>
          <Field label={t('pricingEditor:mass.brackets')}>
            {(id) => (
              <Select<string[]>
                id={id}
                mode="multiple"
                value={asked.columns}
                onChange={(columns) => put({ columns })}
                options={sheet.columns.map((column) => {
                  const value = formatBracketHeader(column)
                  return { value, label: bracketTitle(locale, value) }
                })}
                placeholder={t('pricingEditor:mass.all')}
                maxTagCount="responsive"
                allowClear
              />
            )}
          </Field>
          <Field label={t('pricingEditor:mass.round')}>
            {(id) => (
              <Select<Asked['roundTo']>
                id={id}
                value={asked.roundTo}
                onChange={(roundTo) => put({ roundTo })}
                options={roundings.map((value) => ({ value, label: t(`pricingEditor:mass.round.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t('pricingEditor:mass.validFrom')} required>
            {(id) => (
              <DatePicker
                id={id}
                allowClear={false}
                value={dayjs(validFrom)}
                onChange={(day) => day && setValidFrom(day.format('YYYY-MM-DD'))}
              />
            )}
          </Field>
        </section>
        {result ? (
          <MassPreview sheet={sheet} result={result} />
        ) : (
          <section className="panel" aria-label={t('pricingEditor:mass.preview')}>
            <EmptyState title={t('pricingEditor:mass.nothing')} />
          </section>
        )}
      </div>
    </div>
  )
}
