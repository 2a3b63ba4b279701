import { describe, expect, test } from 'vitest'
import { placeName } from '#shared/domain/region/place-name'
import { placeOfCode } from '#shared/domain/region/region-nodes'
import { resolveParts, type PlaceParts } from '#shared/domain/region/resolve-parts'
import { resolvePlace, type PlaceResolution } from '#shared/domain/region/resolve-place'

function read(resolution: PlaceResolution): string {
  if (resolution.status === 'found') return resolution.text
  if (resolution.status === 'unknown') return 'unknown'
  return resolution.candidates.map((place) => placeName(place, 'zh-CN')).join('?')
}

describe('a place in separate columns', () => {
  test.each<[PlaceParts, string]>([
    [{ province: '广东', city: '深圳', district: '南山' }, '广东省深圳市南山区'],
    [{ province: '广东省', city: '深圳市', district: '' }, '广东省深圳市'],
    [{ province: '江苏', city: '昆山' }, '江苏省苏州市昆山市'],
    [{ province: '江苏', city: '昆山市', district: '玉山镇' }, '江苏省苏州市昆山市'],
    [{ province: '江苏省', city: '昆山市', district: '昆山市' }, '江苏省苏州市昆山市'],
    [{ province: '上海', city: '上海市', district: '浦东新区' }, '上海市浦东新区'],
    [{ province: '上海', city: '市辖区', district: '浦东新区' }, '上海市浦东新区'],
    [{ city: '吉林市' }, '吉林省吉林市'],
    [{ province: '吉林', city: '吉林' }, '吉林省吉林市'],
    [{ province: '辽宁', city: '朝阳' }, '辽宁省朝阳市'],
    [{ province: '广东', city: '上海' }, '广东省?上海市'],
    [{ province: '广东', city: '不知道市' }, '广东省'],
    [{ district: '鼓楼区', address: '江苏省南京市鼓楼区中山北路1号' }, '江苏省南京市鼓楼区'],
    [{ province: '广东', address: '深圳市南山区科技园' }, '广东省深圳市南山区'],
    [{ province: '广东', city: '深圳', address: '南山区科技园' }, '广东省深圳市南山区'],
    [{ province: '广东', address: '上海市浦东新区' }, '广东省'],
    [{ address: '浙江省杭州市临平区' }, '浙江省杭州市临平区'],
    [{}, 'unknown'],
  ])('%o → %s', (parts, expected) => {
    expect(read(resolveParts(parts))).toBe(expected)
  })
})

describe('a hint', () => {
  const nanjing = placeOfCode('320100')!
  const beijing = placeOfCode('110000')!

  test('settles an ambiguity', () => {
    expect(read(resolvePlace('鼓楼区', nanjing))).toBe('江苏省南京市鼓楼区')
    expect(read(resolvePlace('朝阳', beijing))).toBe('北京市朝阳区')
  })

  test('does not bend a name that lies elsewhere', () => {
    expect(read(resolvePlace('深圳', nanjing))).toBe('广东省深圳市')
  })
})
