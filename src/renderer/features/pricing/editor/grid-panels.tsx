import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { mostColumns, mostRows } from '#shared/contract/price-tables'
import type { TableProblem } from '#shared/domain/price-editing/check-tables'
import { SURCHARGE_COLUMNS, TIER_COLUMNS } from '#shared/domain/price-editing/sheet-tables'
import { regionNodes } from '#shared/domain/region/region-nodes'
import { type GridColumn, type GridRules, SheetGrid, type Table } from '../../../components/grid/sheet-grid'
import { useWords } from '../../../i18n'
import { workbookKey } from '../sheet-words'
import { type EditorForm, type EditorGrid, marksOf } from './editor-form'
import { PlacesPicker } from './places-picker'
import { useProblemText } from './problem-text'

export interface GridPanelProps {
  form: EditorForm
  problems: readonly TableProblem[]
  unassigned: readonly string[] | null
  goTo: { row: number; column: number } | null
  onChange: (change: (form: EditorForm) => EditorForm) => void
  onUndo: () => void
  onRedo: () => void
}

const HEIGHT = 520

function useGridOf(part: EditorGrid, { form, problems, goTo, onChange, onUndo, onRedo }: GridPanelProps) {
  const t = useWords()
  const text = useProblemText()
  const between = t('pricingEditor:problems.between')
  const marks = useMemo(() => marksOf(problems, part, text, between), [problems, part, text, between])
  const change = useCallback((table: Table) => onChange((old) => ({ ...old, [part]: table })), [onChange, part])
  return { table: form[part], marks, onChange: change, onUndo, onRedo, goTo, height: HEIGHT }
}

/** The corner stands for nothing that could be written. */
const priceRules: GridRules = {
  headerRows: 1,
  headerColumns: 1,
  maxRows: mostRows + 1,
  maxColumns: mostColumns + 1,
  fixed: ({ row, column }) => row === 0 && column === 0,
}

/** The bracket table: brackets in the first row, zones or places in the first column. */
export function PricesPanel(props: GridPanelProps) {
  const t = useWords()
  const { form, onChange } = props
  const width = form.prices[0]?.length ?? 1
  const zones = useMemo(() => [...new Set(form.zones.map(([zone = '']) => zone).filter(Boolean))], [form.zones])
  const columns = useMemo(
    () =>
      Array.from({ length: width }, (_, index): GridColumn =>
        index === 0
          ? { key: '0', ...(zones.length > 0 ? { choices: [...zones, '*'] } : {}) }
          : { key: String(index), align: 'right' },
      ),
    [width, zones],
  )
  const grid = useGridOf('prices', props)
  const addRow = () => onChange((old) => ({ ...old, prices: [...old.prices, Array.from({ length: width }, () => '')] }))
  const addColumn = () => onChange((old) => ({ ...old, prices: old.prices.map((row) => [...row, '']) }))
  return (
    <div className="stack">
      <div className="row row-spread">
        <span className="text-secondary">{t('pricingEditor:prices.hint')}</span>
        <span className="row">
          <Button size="small" onClick={() => onChange(withRowKeys(zones))}>
            {t(zones.length > 0 ? 'pricingEditor:prices.addZones' : 'pricingEditor:prices.addProvinces')}
          </Button>
          <Button size="small" disabled={form.prices.length > mostRows} onClick={addRow}>
            {t('pricingEditor:prices.addRow')}
          </Button>
          <Button size="small" disabled={width > mostColumns} onClick={addColumn}>
            {t('pricingEditor:prices.addColumn')}
          </Button>
        </span>
      </div>
      <SheetGrid {...grid} label={t('pricingEditor:prices.grid')} columns={columns} rules={priceRules} />
    </div>
  )
}

/** A row for each zone, or for each province where there are no zones; rows that are there stay. */
function withRowKeys(zones: readonly string[]): (form: EditorForm) => EditorForm {
  return (form) => {
    const [header = [], ...rows] = form.prices
    const kept = rows.filter((row) => row.some((text) => text.trim() !== ''))
    const there = new Set(kept.map(([key = '']) => key.trim()))
    const keys = zones.length > 0 ? zones : regionNodes().provinces.map(({ short }) => short)
    const added = keys.filter((key) => !there.has(key)).map((key) => header.map((_, index) => (index === 0 ? key : '')))
    return { ...form, prices: [header, ...kept, ...added] }
  }
}

const zoneRules: GridRules = { headerRows: 0, headerColumns: 0, maxRows: mostRows, maxColumns: 2 }

/** 分区: which places belong to which zone; provinces that belong to none stand below. */
export function ZonesPanel(props: GridPanelProps) {
  const t = useWords()
  const { form, onChange, unassigned } = props
  const [picking, setPicking] = useState<number | null>(null)
  const columns = useMemo(
    (): GridColumn[] => [
      { key: 'zone', title: workbookKey(t, '分区'), width: 140 },
      { key: 'places', title: workbookKey(t, '目的地'), width: 480, onPick: setPicking },
    ],
    [t],
  )
  const grid = useGridOf('zones', props)
  const anywhere = form.prices.some(([key = '']) => key.trim() === '*')
  return (
    <div className="stack">
      <span className="text-secondary">{t('pricingEditor:zones.hint')}</span>
      <SheetGrid {...grid} height={400} label={t('pricingEditor:zones.grid')} columns={columns} rules={zoneRules} />
      <div className="editor-unassigned">
        {unassigned === null ? (
          <span className="text-secondary">{t('pricingEditor:zones.fromRows')}</span>
        ) : unassigned.length === 0 ? (
          <span className="text-success">{t('pricingEditor:zones.allAssigned')}</span>
        ) : (
          <>
            <strong>{t('pricingEditor:zones.unassigned', { count: unassigned.length })}</strong>{' '}
            <span>{unassigned.join('、')}</span>{' '}
            {anywhere ? <span className="text-secondary">{t('pricingEditor:zones.rest')}</span> : null}
          </>
        )}
      </div>
      {picking === null ? null : (
        <PlacesPicker
          key={picking}
          zones={form.zones}
          row={picking}
          onCancel={() => setPicking(null)}
          onChoose={(text) => {
            const row = [form.zones[picking]?.[0] ?? '', text]
            onChange((old) => ({
              ...old,
              zones:
                old.zones.length > picking ? old.zones.map((one, index) => (index === picking ? row : one)) : [row],
            }))
            setPicking(null)
          }}
        />
      )}
    </div>
  )
}

const cellChoices: Readonly<Record<string, readonly string[]>> = {
  surcharge方式: ['固定', '比例', '每公斤', '每件'],
  surcharge项目: [
    '保价',
    '代收',
    '签回单',
    '燃油附加费',
    '偏远附加费',
    '旺季附加费',
    '超长超重',
    '上楼',
    '进仓',
    '包装',
  ],
  基数: ['声明价值', '代收货款', '折前运费', '折后运费', '计费重', '实重', '件数'],
  参与折扣: ['是', '否'],
  依据: ['月票数', '月重量', '月运费'],
  期间: ['上月', '当月'],
  tier方式: ['累进', '全量'],
  折扣或返利: ['95折', '9折', '5%返', '0.2元/票', '0.1元/kg'],
  结算: ['当票', '月末返利'],
}

const smallRules = {
  surcharges: { headerRows: 0, headerColumns: 0, maxRows: 200, maxColumns: SURCHARGE_COLUMNS.length },
  tiers: { headerRows: 0, headerColumns: 0, maxRows: 200, maxColumns: TIER_COLUMNS.length },
} as const satisfies Record<string, GridRules>

/** 附加费 and 阶梯: one row each, words to choose from where there are only so many. */
export function SmallPanel({ part, ...props }: GridPanelProps & { part: 'surcharges' | 'tiers' }) {
  const t = useWords()
  const fields = part === 'surcharges' ? SURCHARGE_COLUMNS : TIER_COLUMNS
  const own = part === 'surcharges' ? 'surcharge' : 'tier'
  const columns = useMemo(
    () =>
      fields.map(([field, header]): GridColumn => {
        const choices = cellChoices[`${own}${header}`] ?? cellChoices[header]
        const wide = header === '适用目的地' || header === '条件'
        return { key: field, title: workbookKey(t, header), width: wide ? 160 : 84, ...(choices ? { choices } : {}) }
      }),
    [fields, own, t],
  )
  const grid = useGridOf(part, props)
  return (
    <div className="stack">
      <span className="text-secondary">{t(`pricingEditor:${part}.hint`)}</span>
      <SheetGrid {...grid} label={t(`pricingEditor:${part}.grid`)} columns={columns} rules={smallRules[part]} />
    </div>
  )
}
