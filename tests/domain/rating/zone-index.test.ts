import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildZoneIndex, type ZoneSource } from '#shared/domain/rating/zone-index'
import type { Place } from '#shared/domain/region/place'
import { regionNodes } from '#shared/domain/region/region-nodes'
import { resolvePlace } from '#shared/domain/region/resolve-place'

function place(text: string): Place {
  const resolution = resolvePlace(text)
  if (resolution.status !== 'found') throw new Error(`${text}: ${resolution.status}`)
  return resolution.place
}

function rows(...keys: string[]): ZoneSource {
  return { rows: keys.map((key) => ({ key })) }
}

/** The key of the row found, or the exception. */
function look(source: ZoneSource, to: string | null, from: string | null = null): string {
  const { index, problems } = buildZoneIndex(source)
  if (!index) throw new Error(JSON.stringify(problems))
  const found = index.lookup(to === null ? null : place(to), from === null ? null : place(from))
  return 'exception' in found ? found.exception : (source.rows[found.rowIndex]?.key ?? '')
}

/** One real split of a sender in Zhejiang into fourteen zones; its source names 海南 twice. */
const FOURTEEN = [
  ['一区', '浙江'],
  ['二区', '江苏 安徽'],
  ['三区', '天津 河北 山东 山西 河南'],
  ['四区', '上海'],
  ['五区', '北京'],
  ['六区', '重庆'],
  ['七区', '粤桂琼闽赣湘鄂'],
  ['八区', '黑吉辽蒙'],
  ['九区', '川贵云'],
  ['十区', '甘宁青陕'],
  ['十一区', '新疆'],
  ['十二区', '西藏'],
  ['十三区', '海南'],
  ['十四区', '港澳台'],
] as const

function zoned(table: readonly (readonly [string, string])[]): ZoneSource {
  return {
    rows: table.map(([key]) => ({ key })),
    zones: table.map(([zone, places]) => ({ zone, places })),
  }
}

describe('fourteen zones', () => {
  test('海南 in two of them is refused and both are named', () => {
    const { index, problems } = buildZoneIndex(zoned(FOURTEEN))
    expect(index).toBeUndefined()
    expect(problems).toEqual([
      {
        severity: 'error',
        code: 'place-in-two-zones',
        params: { place: '海南省', first: '七区', second: '十三区' },
        where: { part: 'zones', row: 12 },
      },
    ])
  })

  test('without the second mention every province lies in exactly one', () => {
    const table = FOURTEEN.map(([zone, places]) => [zone, zone === '七区' ? '粤桂闽赣湘鄂' : places] as const)
    const { index, problems } = buildZoneIndex(zoned(table))
    expect(problems).toEqual([])
    const missing = regionNodes().provinces.filter((province) => 'exception' in index!.lookup(province.place, null))
    expect(missing.map((province) => province.name)).toEqual([])
    expect(look(zoned(table), '海南 三亚')).toBe('十三区')
    expect(look(zoned(table), '昆山')).toBe('二区')
  })
})

describe('the more exact place wins', () => {
  const source = rows('广东', '广东 深圳', '深圳市南山区', '*')
  test.each([
    ['深圳南山区', '深圳市南山区'],
    ['深圳福田', '广东 深圳'],
    ['深圳', '广东 深圳'],
    ['广州', '广东'],
    ['广东', '广东'],
    ['新疆', '*'],
  ])('%s → %s', (to, key) => {
    expect(look(source, to)).toBe(key)
  })

  test('a place in no row is an exception, and so is one that is not known', () => {
    expect(look(rows('广东'), '湖南')).toBe('place-not-in-sheet')
    expect(look(rows('广东', '*'), null)).toBe('unknown-place')
    expect(look(rows('*'), null)).toBe('*')
  })

  test('a row may hold several places, and a zone beside single places', () => {
    expect(look(rows('江苏、安徽', '浙江'), '安徽')).toBe('江苏、安徽')
    const mixed = { rows: [{ key: '华东' }, { key: '南京' }], zones: [{ zone: '华东', places: '江苏、浙江' }] }
    expect(look(mixed, '南京鼓楼区')).toBe('南京')
    expect(look(mixed, '苏州')).toBe('华东')
  })

  test('a zone may be spread over several rows', () => {
    const spread = {
      rows: [{ key: '一区' }],
      zones: [
        { zone: '一区', places: '江苏' },
        { zone: ' 一 区 ', places: '浙江\n上海' },
      ],
    }
    expect(look(spread, '上海')).toBe('一区')
  })
})

describe('rows from A to B', () => {
  const source = rows('上海→广东', '上海 浦东→广东', '上海->深圳', '江苏—>深圳', '深圳', '*→新疆', '浙江→*', '*')
  test.each([
    ['广州', '上海', '上海→广东'],
    ['广州', '上海浦东新区', '上海 浦东→广东'],
    // the more exact destination first, then the more exact origin
    ['深圳', '上海浦东新区', '上海->深圳'],
    ['深圳', '江苏', '江苏—>深圳'],
    ['深圳', '北京', '深圳'],
    ['深圳', null, '深圳'],
    // no row of the exact destination takes this origin: the coarser one, then any
    ['广州', '北京', '*'],
    ['广州', '浙江', '浙江→*'],
    ['新疆', '北京', '*→新疆'],
    ['西藏', null, '*'],
  ] as const)('to %s from %s → %s', (to, from, key) => {
    expect(look(source, to, from)).toBe(key)
  })

  test('an origin that is not known is not taken for one that has no row', () => {
    expect(look(rows('上海→广东'), '广东', null)).toBe('unknown-origin')
    expect(look(rows('上海→广东'), '广东', '北京')).toBe('place-not-in-sheet')
  })

  test('either side may be a zone', () => {
    const source = {
      rows: [{ key: '江浙→偏远' }],
      zones: [
        { zone: '江浙', places: '江苏、浙江' },
        { zone: '偏远', places: '新疆、西藏' },
      ],
    }
    expect(look(source, '拉萨', '杭州')).toBe('江浙→偏远')
  })
})

describe('problems', () => {
  const problemsOf = (source: ZoneSource) =>
    buildZoneIndex(source).problems.map(({ severity, code, params }) => [severity, code, params] as const)

  test('names that are no places or several are errors', () => {
    const zones = [{ zone: '一区', places: '江苏、淅江、鼓楼' }]
    expect(problemsOf({ rows: [{ key: '一区' }], zones })).toEqual([
      ['error', 'place-unknown', { zone: '一区', place: '淅江' }],
      ['error', 'place-ambiguous', expect.objectContaining({ zone: '一区', place: '鼓楼' })],
    ])
    expect(problemsOf(rows('江苏、淅江'))).toEqual([['error', 'place-unknown', { place: '淅江' }]])
  })

  test('the same place in two rows', () => {
    expect(problemsOf(rows('江苏、上海', '沪'))).toEqual([
      ['error', 'place-in-two-rows', { place: '上海市', first: '江苏、上海', second: '沪' }],
    ])
    expect(problemsOf(rows('上海→江苏', '上海市→江苏省'))[0]?.[1]).toBe('place-in-two-rows')
  })

  test('keys of the branch’s own are found literally only', () => {
    const source = rows('z1', '一档 ≤500km', '江苏')
    expect(problemsOf(source).map(([severity, code]) => [severity, code])).toEqual([
      ['warning', 'row-literal'],
      ['warning', 'row-literal'],
    ])
    const { index } = buildZoneIndex(source)
    expect(index?.lookupLiteral('一档≤500km')).toBe(1)
    expect(index?.lookupLiteral('江苏')).toBe(2)
    expect(index?.lookupLiteral('z2')).toBeUndefined()
    expect(index?.lookupOwnName('z1')).toBe(0)
    expect(index?.lookupOwnName('江苏')).toBeUndefined()
  })

  test('with a zone sheet a key that is neither zone nor place is an error, a zone without a row a warning', () => {
    const source = { rows: [{ key: '二区' }], zones: [{ zone: '一区', places: '江苏' }] }
    expect(problemsOf(source)).toEqual([
      ['error', 'zone-undefined', { key: '二区' }],
      ['warning', 'zone-without-row', { zone: '一区' }],
    ])
  })
})

describe('for every place', () => {
  const all = [...regionNodes().byCode.values()]
  const nodes = fc.constantFrom(...all)

  test('the row found covers the destination, and no row that covers it is more exact', () => {
    const namedBy = (code: string): string => {
      const node = regionNodes().byCode.get(code)
      const path = [node?.parent?.parent?.name, node?.parent?.name, node?.name].filter((name) => name !== undefined)
      return [...new Set(path)].join(' ')
    }
    fc.assert(
      fc.property(fc.uniqueArray(nodes, { minLength: 1, maxLength: 12 }), nodes, (sheet, destination) => {
        const kept = sheet.filter((node) => node.parent?.name !== node.name)
        const source = rows(...kept.map((node) => namedBy(node.code)))
        const { index } = buildZoneIndex(source)
        const found = index?.lookup(destination.place, null)
        const chain = [destination.code, destination.parent?.code, destination.parent?.parent?.code]
        const expected = chain.map((code) => kept.findIndex((node) => node.code === code)).find((row) => row >= 0)
        const row = found && 'rowIndex' in found ? found.rowIndex : undefined
        expect(row).toBe(expected)
      }),
    )
  })
})
