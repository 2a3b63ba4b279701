/** Where parcels go: province, city, district and how often out of all. Written as the trade writes it. */
const table = `
浙江省 | 杭州市 | 西湖区 | 40
浙江省 | 宁波市 | 鄞州区 | 45
浙江省 | 温州市 | 鹿城区 | 35
浙江省 | 金华市 | 义乌市 | 30
浙江省 | 台州市 | 椒江区 | 20
江苏省 | 南京市 | 江宁区 | 45
江苏省 | 苏州市 | 昆山市 | 50
江苏省 | 无锡市 | 滨湖区 | 28
江苏省 | 徐州市 | 泉山区 | 15
上海市 | 上海市 | 浦东新区 | 60
上海市 | 上海市 | 闵行区 | 35
安徽省 | 合肥市 | 蜀山区 | 30
安徽省 | 芜湖市 | 镜湖区 | 12
山东省 | 济南市 | 历下区 | 25
山东省 | 青岛市 | 市南区 | 25
山东省 | 临沂市 | 兰山区 | 15
河南省 | 郑州市 | 金水区 | 35
河南省 | 洛阳市 | 涧西区 | 12
河北省 | 石家庄市 | 长安区 | 22
河北省 | 保定市 | 莲池区 | 12
北京市 | 北京市 | 朝阳区 | 45
北京市 | 北京市 | 海淀区 | 35
天津市 | 天津市 | 南开区 | 18
山西省 | 太原市 | 小店区 | 14
湖北省 | 武汉市 | 洪山区 | 35
湖北省 | 宜昌市 | 西陵区 | 10
湖南省 | 长沙市 | 岳麓区 | 28
江西省 | 南昌市 | 红谷滩区 | 20
江西省 | 赣州市 | 章贡区 | 10
福建省 | 福州市 | 晋安区 | 22
福建省 | 厦门市 | 思明区 | 20
广东省 | 广州市 | 天河区 | 50
广东省 | 深圳市 | 南山区 | 55
广东省 | 东莞市 | | 25
广东省 | 佛山市 | 顺德区 | 22
广西壮族自治区 | 南宁市 | 青秀区 | 16
广西壮族自治区 | 桂林市 | 七星区 | 8
海南省 | 海口市 | 美兰区 | 9
重庆市 | 重庆市 | 渝北区 | 25
四川省 | 成都市 | 武侯区 | 38
四川省 | 绵阳市 | 涪城区 | 9
贵州省 | 贵阳市 | 云岩区 | 13
云南省 | 昆明市 | 官渡区 | 16
陕西省 | 西安市 | 雁塔区 | 26
甘肃省 | 兰州市 | 城关区 | 9
宁夏回族自治区 | 银川市 | 金凤区 | 5
青海省 | 西宁市 | 城西区 | 4
内蒙古自治区 | 呼和浩特市 | 赛罕区 | 9
黑龙江省 | 哈尔滨市 | 南岗区 | 15
吉林省 | 长春市 | 朝阳区 | 13
辽宁省 | 沈阳市 | 和平区 | 20
辽宁省 | 大连市 | 甘井子区 | 14
新疆维吾尔自治区 | 乌鲁木齐市 | 天山区 | 10
西藏自治区 | 拉萨市 | 城关区 | 3
`

export interface Destination {
  province: string
  city: string
  district: string
  weight: number
}

export const destinations: readonly Destination[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [province = '', city = '', district = '', weight = '0'] = line.split('|').map((word) => word.trim())
    return { province, city, district, weight: Number(weight) }
  })

/** Provinces far from the branch, where delivery costs several times the usual. */
export const remoteProvinces: readonly string[] = [
  '新疆维吾尔自治区',
  '西藏自治区',
  '青海省',
  '宁夏回族自治区',
  '甘肃省',
]

/** The place as one text; a municipality is not written twice. */
export function placeText({ province, city, district }: Pick<Destination, 'province' | 'city' | 'district'>): string {
  return `${province}${city === province ? '' : city}${district}`
}
