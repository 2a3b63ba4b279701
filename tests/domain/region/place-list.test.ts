import { describe, expect, test } from 'vitest'
import { placeName } from '#shared/domain/region/place-name'
import { resolvePlaceList } from '#shared/domain/region/place-list'

const read = (text: string) => {
  const list = resolvePlaceList(text)
  return [...list.places.map((place) => placeName(place, 'zh-CN')), ...list.unknown.map((name) => `?${name}`)]
}

describe('a list of places (PRICING §4)', () => {
  test.each([
    ['江苏、安徽', ['江苏省', '安徽省']],
    ['江苏，安徽,浙江;上海；山东\n北京', ['江苏省', '安徽省', '浙江省', '上海市', '山东省', '北京市']],
    // a blank joins if the right part lies in the left, else it separates
    ['广东 深圳', ['广东省深圳市']],
    ['广东 湖南', ['广东省', '湖南省']],
    // a bare name that means a province stays one: 河北 is no 河北区 of 天津, 海南 no 海南州 of 青海
    ['天津 河北 山东', ['天津市', '河北省', '山东省']],
    ['青海 海南', ['青海省', '海南省']],
    ['天津 河北区', ['天津市河北区']],
    ['广东 深圳 南山', ['广东省深圳市南山区']],
    ['甘肃 临夏 兰州', ['甘肃省临夏回族自治州', '甘肃省兰州市']],
    ['辽宁 吉林 黑龙江', ['辽宁省', '吉林省', '黑龙江省']],
    ['辽宁 朝阳', ['辽宁省朝阳市']],
    ['上海 上海市', ['上海市']],
    ['吉林 吉林市', ['吉林省吉林市']],
    ['江苏/浙江/上海', ['江苏省', '浙江省', '上海市']],
    ['广东省/深圳市', ['广东省深圳市']],
    // groups of provinces
    ['江浙沪', ['江苏省', '浙江省', '上海市']],
    ['港澳台', ['香港特别行政区', '澳门特别行政区', '台湾省']],
    ['东三省、新疆', ['黑龙江省', '吉林省', '辽宁省', '新疆维吾尔自治区']],
    ['粤桂琼闽赣湘鄂', ['广东省', '广西壮族自治区', '海南省', '福建省', '江西省', '湖南省', '湖北省']],
    // what must not pass
    ['江苏、淅江', ['江苏省', '?淅江']],
    ['广东深川', ['?广东深川']],
    ['浙江（除温州）', ['?浙江（除温州）']],
    ['广东(深圳、广州除外)', ['广东省深圳市', '?广州除外)']],
    ['朝阳', ['?朝阳']],
    ['偏远', ['?偏远']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('tells ambiguous names from unknown ones', () => {
    const { ambiguous, unknown } = resolvePlaceList('鼓楼区、火星')
    expect(unknown).toEqual(['鼓楼区', '火星'])
    expect(ambiguous.map((one) => one.text)).toEqual(['鼓楼区'])
    expect(ambiguous[0]?.candidates.length).toBe(4)
  })
})
