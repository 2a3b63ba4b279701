import { Alert, Button, Input } from 'antd'
import { DeleteOutlined } from '../../components/icons'
import { useMemo } from 'react'
import type { QuotationDetail, QuotationPart } from '#shared/contract/quotations'
import { SURCHARGE_COLUMNS } from '#shared/domain/price-editing/sheet-tables'
import { Field } from '../../components/field'
import { type GridColumn, type GridRules, SheetGrid, type Table } from '../../components/grid/sheet-grid'
import { formatCount } from '../../components/figures'
import { useWords } from '../../i18n'
import { workbookKey } from '../pricing/sheet-words'
import {
  surchargeFields,
  tableOfPart,
  tableOfSurcharges,
  tableOfZones,
  withInfo,
  withSurcharges,
  withTable,
  withZones,
} from './quotation-draft'

interface PartEditorProps {
  index: number
  part: QuotationPart
  /** What the core says of it, as it was saved. */
  notes: QuotationDetail['partNotes'][number] | undefined
  readOnly: boolean
  onChange: (part: QuotationPart) => void
  onRemove: () => void
  onUndo: () => void
  onRedo: () => void
}

const corner = ({ row, column }: { row: number; column: number }) => row === 0 && column === 0
const mostRows = 400
const mostColumns = 40

/** One product or lane of a quotation: its prices in a grid, its terms, zones and surcharges. */
export function PartEditor(props: PartEditorProps) {
  const { index, part, notes, readOnly, onChange, onRemove } = props
  const t = useWords()
  const name = t('quotations:part.n', { n: index + 1 })
  const set = (change: Partial<QuotationPart>) => onChange({ ...part, ...change })
  return (
    <section className="panel stack" aria-label={name}>
      <h2 className="row row-spread">
        <span>
          {part.product === '' ? name : part.product}{' '}
          <span className="text-secondary">
            {part.source ? t('quotations:part.source', part.source) : t('quotations:part.typed')}
          </span>
        </span>
        {readOnly ? null : (
          <Button
            size="small"
            icon={<DeleteOutlined />}
            onClick={onRemove}
            aria-label={`${t('quotations:part.remove')} ${name}`}
          >
            {t('quotations:part.remove')}
          </Button>
        )}
      </h2>
      {notes && notes.problems.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('quotations:part.problems')}
          description={
            <ul className="warning-list">
              {notes.problems.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      <div className="quotation-terms">
        <Text
          label={t('quotations:part.product')}
          value={part.product}
          max={40}
          readOnly={readOnly}
          onChange={(product) => set({ product })}
        />
        <Text
          label={t('quotations:part.origin')}
          value={part.origin}
          max={60}
          readOnly={readOnly}
          onChange={(origin) => set({ origin })}
        />
        {(
          [
            ['进位', 'rounding'],
            ['抛比', 'divisor'],
            ['税率', 'tax'],
          ] as const
        ).map(([key, word]) => (
          <Text
            key={key}
            label={t(`quotations:part.${word}`)}
            hint={t(`quotations:part.${word}Hint`)}
            value={part.info[key] ?? ''}
            max={200}
            readOnly={readOnly}
            onChange={(value) => onChange(withInfo(part, key, value))}
          />
        ))}
      </div>
      <Prices {...props} />
      <Zones {...props} />
      <Surcharges {...props} />
      <Text
        label={t('quotations:part.note')}
        value={part.note}
        max={500}
        readOnly={readOnly}
        onChange={(note) => set({ note })}
      />
      {notes && notes.terms.length > 0 ? (
        <details>
          <summary>{t('quotations:part.terms')}</summary>
          <ul className="warning-list">
            {notes.terms.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

function Text({
  label,
  hint,
  value,
  max,
  readOnly,
  onChange,
}: {
  label: string
  hint?: string
  value: string
  max: number
  readOnly: boolean
  onChange: (value: string) => void
}) {
  return (
    <Field label={label}>
      {(id) => (
        <Input
          id={id}
          value={value}
          maxLength={max}
          placeholder={hint}
          readOnly={readOnly}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

function Prices({ part, readOnly, onChange, onUndo, onRedo }: PartEditorProps) {
  const t = useWords()
  const table = useMemo(() => tableOfPart(part), [part])
  const width = part.columns.length + 1
  const columns = useMemo(
    () =>
      Array.from({ length: width }, (_, at): GridColumn => ({ key: String(at), ...(at > 0 && { align: 'right' }) })),
    [width],
  )
  const rules = useMemo(
    (): GridRules => ({
      headerRows: 1,
      headerColumns: 1,
      maxRows: mostRows + 1,
      maxColumns: mostColumns + 1,
      fixed: corner,
      readOnly,
    }),
    [readOnly],
  )
  return (
    <div className="stack">
      {readOnly ? null : (
        <div className="row row-spread">
          <span className="text-secondary">{t('pricingEditor:prices.hint')}</span>
          <span className="row">
            <Button
              size="small"
              onClick={() =>
                onChange({ ...part, rows: [...part.rows, { key: '', cells: part.columns.map(() => '') }] })
              }
            >
              {t('quotations:part.addRow')}
            </Button>
            <Button
              size="small"
              onClick={() =>
                onChange({
                  ...part,
                  columns: [...part.columns, ''],
                  rows: part.rows.map(({ key, cells }) => ({ key, cells: [...cells, ''] })),
                })
              }
            >
              {t('quotations:part.addColumn')}
            </Button>
          </span>
        </div>
      )}
      <SheetGrid
        label={t('quotations:part.title')}
        columns={columns}
        table={table}
        rules={rules}
        height={Math.min(360, 36 + table.length * 29)}
        onChange={(next: Table) => onChange(withTable(part, next))}
        onUndo={onUndo}
        onRedo={onRedo}
      />
    </div>
  )
}

function Zones({ part, readOnly, onChange, onUndo, onRedo }: PartEditorProps) {
  const t = useWords()
  const columns = useMemo(
    (): GridColumn[] => [
      { key: 'zone', title: workbookKey(t, '分区'), width: 120 },
      { key: 'places', title: workbookKey(t, '目的地'), width: 560 },
    ],
    [t],
  )
  const rules = useMemo((): GridRules => ({ ...rowRules, maxColumns: 2, readOnly }), [readOnly])
  if (readOnly && part.zones.length === 0) return null
  return (
    <details>
      <summary>
        {t('quotations:part.zones')}{' '}
        <span className="text-secondary">
          {part.zones.length > 0 ? t('quotations:part.zoneCount', { count: formatCount(part.zones.length) }) : ''}
        </span>
      </summary>
      <SheetGrid
        label={t('quotations:part.zones')}
        columns={columns}
        table={tableOfZones(part)}
        rules={rules}
        height={220}
        onChange={(next: Table) => onChange(withZones(part, next))}
        onUndo={onUndo}
        onRedo={onRedo}
      />
    </details>
  )
}

const rowRules: GridRules = { headerRows: 0, headerColumns: 0, maxRows: mostRows, maxColumns: 2 }

function Surcharges({ part, readOnly, onChange, onUndo, onRedo }: PartEditorProps) {
  const t = useWords()
  const columns = useMemo(
    (): GridColumn[] => SURCHARGE_COLUMNS.map(([field, header]) => ({ key: field, title: workbookKey(t, header) })),
    [t],
  )
  const rules = useMemo(
    (): GridRules => ({ ...rowRules, maxRows: 60, maxColumns: surchargeFields.length, readOnly }),
    [readOnly],
  )
  if (readOnly && part.surcharges.length === 0) return null
  return (
    <details>
      <summary>
        {t('quotations:part.surcharges')}{' '}
        <span className="text-secondary">{part.surcharges.map(({ item }) => item).join('、')}</span>
      </summary>
      <SheetGrid
        label={t('quotations:part.surcharges')}
        columns={columns}
        table={tableOfSurcharges(part)}
        rules={rules}
        height={200}
        onChange={(next: Table) => onChange(withSurcharges(part, next))}
        onUndo={onUndo}
        onRedo={onRedo}
      />
    </details>
  )
}
