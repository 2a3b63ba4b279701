import { Alert, Button, InputNumber, Select, Tag } from 'antd'
import { useState } from 'react'
import type { ImportKind, Inspection } from '#shared/contract/imports'
import { useApi } from '../../../components/backend'
import { formatCount } from '../../../components/figures'
import { useNotifyDone, useNotifyError } from '../../../components/notify'
import { useWords } from '../../../i18n'

interface SheetAndHeaderProps {
  kind: ImportKind
  fileName: string
  inspection: Inspection
  busy: boolean
  onSheet: (sheet: string) => void
  onHeaderRow: (row: number) => void
  onReread: () => void
  onOtherFile: () => void
}

/** Which sheet and which row hold the header: found by the program, corrected here. */
export function SheetAndHeader(props: SheetAndHeaderProps) {
  const { kind, fileName, inspection, busy, onSheet, onHeaderRow, onReread, onOtherFile } = props
  const t = useWords()
  const api = useApi()
  const failed = useNotifyError()
  const notifyDone = useNotifyDone()
  const best = inspection.sheets.reduce((most, sheet) => (sheet.hidden ? most : Math.max(most, sheet.fit)), 0)
  const forget = () =>
    api.imports.forgetMapping({ kind }).then(() => {
      notifyDone(t('imports:columns.forgotten'))
      onReread()
    }, failed)
  return (
    <div className="stack">
      <div className="row row-wrap">
        <strong className="ellipsis">{fileName}</strong>
        <Button type="link" size="small" onClick={onOtherFile}>
          {t('imports:file.other')}
        </Button>
        <label className="row">
          {t('imports:columns.sheet')}
          <Select
            aria-label={t('imports:columns.sheet')}
            value={inspection.sheet}
            loading={busy}
            onChange={onSheet}
            popupMatchSelectWidth={false}
            style={{ minWidth: 200 }}
            options={inspection.sheets.map((sheet) => ({ value: sheet.name, label: sheet.name, sheet }))}
            optionRender={({ data: { sheet } }) => (
              <span className="row row-spread">
                <span>{sheet.name}</span>
                <span className="row text-secondary">
                  {sheet.rows === null ? null : t('imports:columns.sheetRows', { rows: formatCount(sheet.rows) })}
                  {sheet.hidden ? <Tag>{t('imports:columns.sheetHidden')}</Tag> : null}
                  {sheet.fit > 0 && sheet.fit === best && !sheet.hidden ? (
                    <Tag color="success">{t('imports:columns.sheetBest')}</Tag>
                  ) : null}
                </span>
              </span>
            )}
          />
        </label>
        <HeaderRow key={`${inspection.sheet} ${inspection.headerRow}`} row={inspection.headerRow} onRow={onHeaderRow} />
      </div>
      {inspection.headerRow === null ? (
        <Alert type="warning" showIcon role="alert" title={t('imports:columns.headerMissing')} />
      ) : null}
      {inspection.remembered ? (
        <Alert
          type="info"
          showIcon
          title={t('imports:columns.remembered')}
          action={
            <Button size="small" onClick={() => void forget()}>
              {t('imports:columns.forget')}
            </Button>
          }
        />
      ) : null}
    </div>
  )
}

/** The row is taken over once it is finished, not at each key. */
function HeaderRow({ row, onRow }: { row: number | null; onRow: (row: number) => void }) {
  const t = useWords()
  const [typed, setTyped] = useState<number | null>(row)
  const take = () => {
    if (typed !== null && typed !== row) onRow(typed)
  }
  return (
    <label className="row">
      {t('imports:columns.headerRow')}
      <InputNumber
        aria-label={t('imports:columns.headerRow')}
        min={1}
        max={1000}
        precision={0}
        value={typed}
        status={row === null ? 'warning' : undefined}
        onChange={(value) => setTyped(value)}
        onStep={(value) => onRow(Number(value))}
        onPressEnter={take}
        onBlur={take}
        style={{ width: 80 }}
      />
    </label>
  )
}
