import { describe, expect, test } from 'vitest'
import { placeLevel } from '#shared/domain/region/place'
import { placeName, placePath } from '#shared/domain/region/place-name'
import { placeOfCode, regionNodes } from '#shared/domain/region/region-nodes'
import { regionTree } from '#shared/domain/region/region-tree'
import { resolvePlace } from '#shared/domain/region/resolve-place'

const all = [...regionNodes().byCode.values()]

describe('the region list', () => {
  test('holds the 34 provincial units and some three thousand cities and districts', () => {
    expect(regionNodes().provinces).toHaveLength(34)
    expect(all.filter((node) => node.level === 2).length).toBeGreaterThan(370)
    expect(all.filter((node) => node.level === 3).length).toBeGreaterThan(3000)
  })

  test('has no row that is an administrative word instead of a place', () => {
    expect(all.filter((node) => /市辖区|直辖|^县$/.test(node.name))).toEqual([])
  })

  test('gives children the code of their parent, as far as the standard does', () => {
    const standard = (code: string) => !/^(71|81|82)/.test(code)
    const astray = all.filter(
      (node) => node.parent && standard(node.code) && !node.code.startsWith(node.parent.code.slice(0, 2)),
    )
    expect(astray).toEqual([])
  })

  test('bears no name twice within one city', () => {
    const twice = all.filter((node) => {
      const names = node.children.map((child) => child.name)
      return new Set(names).size < names.length
    })
    expect(twice.map((node) => node.name)).toEqual([])
  })

  test.each([
    ['330113', '浙江省杭州市临平区'],
    ['130505', '河北省邢台市任泽区'],
    ['659011', '新疆维吾尔自治区新星市'],
    ['460301', '海南省三沙市西沙区'],
    ['710401', '台湾省台中市中区'],
    ['710800', '台湾省新北市'],
    ['441900121', '广东省东莞市虎门镇'],
    ['500229', '重庆市城口县'],
  ])('%s is %s', (code, name) => {
    expect(placeName(placeOfCode(code)!, 'zh-CN')).toBe(name)
  })

  test('finds every place by its full name, blanks between the levels or not', () => {
    const lost = all.filter((node) => {
      const path = placePath(node.place)
      return [path.join(''), path.join(' ')].some((text) => {
        const resolution = resolvePlace(text)
        // The one city of a municipality bears the name of the municipality and means it.
        const expected = placePath(node.place).length < placeLevel(node.place) && node.level === 2 ? node.parent! : node
        return resolution.status !== 'found' || resolution.rest !== '' || resolution.place !== expected.place
      })
    })
    expect(lost.map((node) => placeName(node.place, 'zh-CN'))).toEqual([])
  })

  test('finds every district by short names from the province down, unless two in one city share it', () => {
    const lost = all.filter((node) => {
      const city = node.parent
      if (node.level !== 3 || !city) return false
      const municipal = city.name === city.parent?.name
      const path = municipal ? [city.short, node.short] : [city.parent?.short, city.short, node.short]
      const resolution = resolvePlace(path.join(' '))
      const shared = city.children.some((other) => other !== node && other.short === node.short)
      return shared
        ? resolution.status !== 'ambiguous'
        : resolution.status !== 'found' || resolution.place !== node.place
    })
    expect(lost.map((node) => placeName(node.place, 'zh-CN'))).toEqual([])
  })
})

describe('showing places', () => {
  test('a municipality has no second name of itself', () => {
    expect(placePath(placeOfCode('110105')!)).toEqual(['北京市', '朝阳区'])
  })

  test('in English the province is in English', () => {
    expect(placeName(placeOfCode('440305')!, 'en')).toBe('Guangdong 深圳市 南山区')
    expect(placeName(placeOfCode('610000')!, 'en')).toBe('Shaanxi')
  })

  test('the tree hangs the districts of a municipality on it', () => {
    const beijing = regionTree()[0]
    expect(beijing).toMatchObject({ code: '110000', english: 'Beijing' })
    expect(beijing?.children?.[0]).toEqual({ code: '110101', name: '东城区' })
    expect(regionTree()).toHaveLength(34)
  })
})
