import type { GridSheet, WorkbookGrid } from './grid'

/** The parts of the form, each a sheet of its own (PRICING §4). */
export type SheetRole = 'info' | 'zones' | 'prices' | 'surcharges' | 'tiers'

/** Names of the sheets: the form's own first, then what branches call them. */
const ROLE_NAMES: Readonly<Record<SheetRole, readonly string[]>> = {
  info: ['报价信息', '基本信息', '报价说明'],
  zones: ['分区', '区域划分', '分区对照', '分区明细'],
  prices: ['价格', '报价表', '价目表', '运费表', '运价表', '报价', '运费', '运价'],
  surcharges: ['附加费', '附加费用', '增值服务', '增值费用'],
  tiers: ['阶梯', '返利', '阶梯折扣', '阶梯返利'],
}

interface NamedSheet {
  role: SheetRole
  /** What stands beside the role's name: 沪发 in 价格-沪发. Sheets of one label belong together. */
  label: string
  sheet: GridSheet
}

export type SheetParts = { prices: GridSheet } & Partial<Record<SheetRole, GridSheet>>

/** The sheets of one price sheet. */
export interface SheetGroup {
  label: string
  parts: SheetParts
}

const NAMES = Object.entries(ROLE_NAMES)
  .flatMap(([role, names]) => names.map((name) => ({ role: role as SheetRole, name })))
  .toSorted((a, b) => b.name.length - a.name.length)

function roleOf(sheet: GridSheet): NamedSheet | null {
  const plain = sheet.name.normalize('NFKC').replaceAll(/[\s\-—_·.()[\]【】]/g, '')
  for (const { role, name } of NAMES) {
    const at = plain.startsWith(name)
      ? 0
      : plain.endsWith(name) || plain.endsWith(`${name}表`)
        ? plain.lastIndexOf(name)
        : -1
    if (at < 0) continue
    const label = plain.slice(0, at) + plain.slice(at + name.length).replace(/^(?:表|明细|用)/, '')
    return { role, label, sheet }
  }
  return null
}

const isEmpty = (sheet: GridSheet): boolean => sheet.rows.every((row) => row.every((cell) => cell === null))

/**
 * Finds the sheets that belong together by their names: one group for each sheet of prices. With several of them the
 * other parts go by the same label (`价格 沪发` with `分区 沪发`), and a part without a label serves all. Sheets with
 * other names come back as `others`; if no name says prices, `isPriceTable` finds the sheet by what is in it.
 */
export function groupSheets(
  grid: WorkbookGrid,
  isPriceTable: (sheet: GridSheet) => boolean,
): { groups: SheetGroup[]; others: GridSheet[] } {
  const filled = grid.sheets.filter((sheet) => !isEmpty(sheet))
  const named = filled.map(roleOf).filter((sheet) => sheet !== null)
  const rest = filled.filter((sheet) => !named.some((one) => one.sheet === sheet))
  const byName = named.filter((one) => one.role === 'prices')
  const prices =
    byName.length > 0
      ? byName
      : rest.filter(isPriceTable).map((sheet) => ({ role: 'prices' as const, label: '', sheet }))
  const groups = prices.map((one) => ({ label: one.label, parts: partsFor(one, named, prices.length === 1) }))
  return { groups, others: rest.filter((sheet) => !groups.some((group) => group.parts.prices === sheet)) }
}

function partsFor(prices: NamedSheet, named: readonly NamedSheet[], alone: boolean): SheetParts {
  const parts: SheetParts = { prices: prices.sheet }
  for (const role of ['info', 'zones', 'surcharges', 'tiers'] as const) {
    const own = named.filter((one) => one.role === role)
    const part = own.find((one) => one.label === prices.label) ?? own.find((one) => one.label === '')
    const sheet = part?.sheet ?? (alone ? own[0]?.sheet : undefined)
    if (sheet) parts[role] = sheet
  }
  return parts
}
