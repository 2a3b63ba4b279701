import { describe, expect, it } from 'vitest'
import type { WhiteAxes, WhiteCell } from '#shared/contract/needs'
import { columnsOf, nextState, shownCells, suggestedCells, sumsOf } from '#shared/domain/needs/white-space'
import { regionNames, regionPath } from '#shared/domain/region/region-path'
import { isStandardRegion } from '#shared/domain/region/standard-region'

const axes: WhiteAxes = { rows: ['标快', '特惠'], columnsBy: 'site', departments: ['采购部'] }
const sites = [
  { uid: 's1', name: '一号仓' },
  { uid: 's2', name: '二号仓' },
]
const cell = (row: string, column: string, state: WhiteCell['state']): WhiteCell => ({
  row,
  column,
  state,
  competitor: null,
})

describe('the white-space grid', () => {
  const columns = columnsOf(axes, sites)

  it('has sites or departments as columns', () => {
    expect(columns).toEqual([
      { key: 's1', name: '一号仓' },
      { key: 's2', name: '二号仓' },
    ])
    expect(columnsOf({ ...axes, columnsBy: 'department' }, sites)).toEqual([{ key: '采购部', name: '采购部' }])
  })

  it('counts its white space without cells that need nothing or were not judged', () => {
    const cells = [cell('标快', 's1', 'ours'), cell('标快', 's2', 'open'), cell('特惠', 's1', 'none')]
    expect(sumsOf(4, cells)).toEqual({ ours: 1, competitor: 0, open: 1, none: 1, unset: 1, openPpm: 500_000 })
    expect(sumsOf(4, [cell('标快', 's1', 'none')]).openPpm).toBeNull()
    expect(sumsOf(3, [cell('a', 'b', 'open'), cell('a', 'c', 'ours'), cell('a', 'd', 'competitor')]).openPpm).toBe(
      333_300,
    )
  })

  it('does not see judgements about rows and columns that are gone', () => {
    const cells = [cell('标快', 's1', 'ours'), cell('标快', 'gone', 'open'), cell('旧产品', 's1', 'open')]
    expect(shownCells(axes, columns, cells)).toEqual([cells[0]])
  })

  it('proposes as ours only what is shipped and not judged', () => {
    const cells = [cell('标快', 's1', 'competitor')]
    expect(suggestedCells(axes, columns, cells, new Map([['标快', 7]]))).toEqual([
      { row: '标快', column: 's2', tickets: 7 },
    ])
  })

  it('comes round to the beginning', () => {
    const seen = [nextState(null)]
    while (seen.at(-1) !== null) seen.push(nextState(seen.at(-1) ?? null))
    expect(seen).toEqual(['ours', 'competitor', 'open', 'none', null])
  })
})

describe('places of the standard list', () => {
  it.each([
    [['浙江省', '杭州市', '西湖区'], true],
    [['北京市', '', '朝阳区'], true],
    [['北京市', '北京市', '朝阳区'], true],
    [['香港特别行政区', '', ''], true],
    [['台湾省', '', ''], true],
    [['浙江省', '杭州市', '朝阳区'], false],
    [['火星', '', ''], false],
    [['', '', ''], true],
    [['', '杭州市', ''], false],
  ] as [[string, string, string], boolean][])('%j: %s', ([province, city, district], known) => {
    expect(isStandardRegion({ province, city, district })).toBe(known)
  })

  it('goes from the picker into the archive and back', () => {
    for (const path of [['北京市', '朝阳区'], ['浙江省', '杭州市', '西湖区'], ['浙江省'], []]) {
      expect(regionPath(regionNames(path))).toEqual(path)
    }
  })
})
