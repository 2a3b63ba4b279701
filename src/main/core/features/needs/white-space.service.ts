import {
  type CellState,
  type Competitor,
  type NeedsContent,
  type WhiteAxes,
  type WhiteCell,
  type WhiteContent,
  whiteContent,
  type WhiteSpace,
} from '#shared/contract/needs'
import type { SiteRow } from '#shared/contract/sites'
import { cellKey, columnsOf, shownCells, suggestedCells, sumsOf } from '#shared/domain/needs/white-space'
import type { FieldChange } from '../../db/book'
import { fieldChanges } from '../../db/field-changes'
import { Refused } from '../../refused'
import { createContentRecord } from './content-record'
import { shippedProducts } from './needs-facts'
import type { NeedsKernel } from './needs-kernel'

export type CellChange = Omit<WhiteCell, 'state'> & { state: CellState | null }

interface WhiteSources {
  accountName: (id: number) => string
  sites: (accountId: number) => SiteRow[]
  needs: (accountId: number) => NeedsContent
  competitors: () => Competitor[]
}

const nothing: WhiteContent = { rows: [], columnsBy: 'site', departments: [], cells: [] }

/** The white-space grid of a customer (白区表): what he needs, and who does it. */
export function createWhiteSpaceService(kernel: NeedsKernel, sources: WhiteSources) {
  const { db } = kernel
  const record = createContentRecord<WhiteContent>(kernel, {
    table: 'white_space',
    entity: 'white-space',
    form: whiteContent,
    empty: nothing,
    changes: (before, after, accountId) => {
      const { cells: old, ...oldAxes } = before
      const { cells, ...axes } = after
      const named = [...sources.sites(accountId), ...sources.competitors()]
      const names = new Map(named.map(({ uid, name }) => [uid, name]))
      return [...fieldChanges(oldAxes, axes), ...cellChanges(old, cells, names)]
    },
  })

  /** Until somebody chose rows: the products that are needed or shipped. */
  function axesOf(accountId: number, content: WhiteContent): WhiteAxes {
    const { cells: _cells, ...axes } = content
    if (axes.rows.length > 0) return axes
    const products = [...sources.needs(accountId).products, ...shippedProducts(db, accountId).keys()]
    return { ...axes, rows: [...new Set(products)].slice(0, 30) }
  }

  return {
    put: record.put,
    get(accountId: number): WhiteSpace {
      const { version, content } = record.read(accountId)
      const axes = axesOf(accountId, content)
      const columns = columnsOf(axes, sources.sites(accountId))
      const cells = shownCells(axes, columns, content.cells)
      return {
        version,
        axes,
        columns,
        cells,
        suggested: suggestedCells(axes, columns, cells, shippedProducts(db, accountId)),
        sums: sumsOf(axes.rows.length * columns.length, cells),
        competitors: sources.competitors(),
      }
    },
    setAxes: (accountId: number, version: number, axes: WhiteAxes) =>
      record.save(accountId, version, sources.accountName(accountId), ({ cells }) => ({
        rows: [...new Set(axes.rows)],
        columnsBy: axes.columnsBy,
        departments: [...new Set(axes.departments)],
        cells,
      })),
    /** @throws Refused `not-found` for a cell outside the grid or a competitor that is not in the list */
    setCells(accountId: number, version: number, cells: readonly CellChange[]) {
      return record.save(accountId, version, sources.accountName(accountId), (now) => {
        const axes = axesOf(accountId, now)
        const columns = new Set(columnsOf(axes, sources.sites(accountId)).map(({ key }) => key))
        const known = new Set(sources.competitors().map(({ uid }) => uid))
        const merged = new Map(now.cells.map((cell) => [cellKey(cell.row, cell.column), cell]))
        for (const { row, column, state, competitor } of cells) {
          if (!axes.rows.includes(row) || !columns.has(column)) throw new Refused('not-found', { what: 'cell' })
          if (competitor !== null && !known.has(competitor)) throw new Refused('not-found', { what: 'competitor' })
          if (state === null) merged.delete(cellKey(row, column))
          else {
            const by = state === 'competitor' ? competitor : null
            merged.set(cellKey(row, column), { row, column, state, competitor: by })
          }
        }
        return { ...axes, cells: [...merged.values()] }
      })
    },
  }
}

export type WhiteSpaceService = ReturnType<typeof createWhiteSpaceService>

/** Each judged cell is a field of its own in the history, `cell.特惠 / 一号仓`; a competitor whose it is stands by his name. */
function cellChanges(
  before: readonly WhiteCell[],
  after: readonly WhiteCell[],
  names: ReadonlyMap<string, string>,
): FieldChange[] {
  const texts = (cells: readonly WhiteCell[]) =>
    Object.fromEntries(
      cells.map(({ row, column, state, competitor }) => [
        `cell.${row} / ${names.get(column) ?? column}`,
        competitor === null ? state : (names.get(competitor) ?? state),
      ]),
    )
  const [old, now] = [texts(before), texts(after)]
  const gone = Object.fromEntries(Object.keys(old).map((field) => [field, null]))
  return fieldChanges(old, { ...gone, ...now })
}
