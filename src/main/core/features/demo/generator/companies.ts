/**
 * The invented companies of the demonstration book, the biggest sender first: short name, trade, city, district and,
 * where it belongs to a group, the short name of the parent. Any likeness to real companies is chance.
 */
const table = `
云尚优品 | 电商 | 杭州市 | 余杭区
锦裳服饰集团 | 服装 | 杭州市 | 萧山区
禾味坊 | 食品 | 杭州市 | 萧山区
潮集百货 | 电商 | 杭州市 | 滨江区
墨香书苑 | 图书 | 杭州市 | 西湖区
沃格小家电 | 家电 | 宁波市 | 慈溪市
天山果语 | 食品 | 杭州市 | 临平区
清和大药房 | 药品 | 杭州市 | 拱墅区
锦裳童装 | 服装 | 杭州市 | 萧山区 | 锦裳服饰集团
贝芽母婴 | 母婴 | 杭州市 | 钱塘区
芯动数码 | IT | 杭州市 | 滨江区
净白日化 | 日用品 | 绍兴市 | 柯桥区
颜色故事 | 化妆品 | 杭州市 | 上城区
驰远汽配 | 汽配 | 杭州市 | 萧山区
恒力五金 | 五金 | 金华市 | 永康市
小满零食 | 食品 | 杭州市 | 余杭区
锦裳运动 | 服装 | 杭州市 | 钱塘区 | 锦裳服饰集团
好物研究所 | 电商 | 杭州市 | 西湖区
启明教育图书 | 图书 | 杭州市 | 拱墅区
康泽医药 | 药品 | 杭州市 | 滨江区
暖居家电 | 家电 | 嘉兴市 | 海宁市
青禾女装 | 服装 | 杭州市 | 上城区
云栈科技 | IT | 杭州市 | 余杭区
洁雅家居 | 日用品 | 金华市 | 义乌市
宝悦童车 | 母婴 | 嘉兴市 | 平湖市
劲风轮毂 | 汽配 | 台州市 | 玉环市
西子茗茶 | 食品 | 杭州市 | 西湖区
花间美妆 | 化妆品 | 杭州市 | 临平区
精工紧固件 | 五金 | 嘉兴市 | 海盐县
拾光文创 | 图书 | 杭州市 | 滨江区
闪购优选 | 电商 | 金华市 | 义乌市
智联安防 | IT | 杭州市 | 滨江区
仁安器械 | 药品 | 杭州市 | 临平区
海岸线泳装 | 服装 | 宁波市 | 鄞州区
厨小匠 | 家电 | 宁波市 | 慈溪市
绿源调味 | 食品 | 绍兴市 | 越城区
万家清洁 | 日用品 | 杭州市 | 余杭区
速驰滤清 | 汽配 | 温州市 | 瑞安市
萌宠驿家 | 电商 | 杭州市 | 钱塘区
本草堂 | 药品 | 湖州市 | 德清县
安捷工具 | 五金 | 金华市 | 永康市
悦读少年 | 图书 | 杭州市 | 上城区
奶爸优选 | 母婴 | 杭州市 | 拱墅区
云帆软件 | IT | 杭州市 | 西湖区
水墨汉服 | 服装 | 杭州市 | 临平区
海味仓 | 食品 | 舟山市 | 普陀区
暖阳灯饰 | 家电 | 绍兴市 | 上虞区
素然护肤 | 化妆品 | 杭州市 | 西湖区
竹语日用 | 日用品 | 湖州市 | 安吉县
合力轴承 | 五金 | 杭州市 | 萧山区
途安车品 | 汽配 | 杭州市 | 钱塘区
优鲜达 | 食品 | 杭州市 | 滨江区
橙果数据 | IT | 杭州市 | 余杭区
织里童趣 | 服装 | 湖州市 | 吴兴区
团团拼货 | 电商 | 杭州市 | 上城区
和平医疗 | 药品 | 嘉兴市 | 南湖区
金麦烘焙 | 食品 | 杭州市 | 富阳区
木子书店 | 图书 | 杭州市 | 拱墅区
小树苗玩具 | 母婴 | 丽水市 | 云和县
晨光清洁 | 日用品 | 杭州市 | 桐庐县
`

export interface Company {
  /** 0 is the biggest. */
  rank: number
  shortName: string
  industry: string
  city: string
  district: string
  /** Short name of the parent, or ''. */
  group: string
}

export const companies: readonly Company[] = table
  .trim()
  .split('\n')
  .map((line, rank) => {
    const [shortName = '', industry = '', city = '', district = '', group = ''] = line
      .split('|')
      .map((word) => word.trim())
    return { rank, shortName, industry, city, district, group }
  })

/** Those who play a part of their own in the story. */
export const roles = {
  /** Sends less and less and then nothing. */
  churning: '潮集百货',
  /** One price for the whole country, and half of it goes to the far west. */
  losing: '天山果语',
  /** Sends more every week and is in no archive. */
  newcomer: '拓野户外',
  /** Price lists of their own. */
  withSheet: ['云尚优品', '锦裳服饰集团', '墨香书苑', '沃格小家电', '天山果语', '清和大药房'],
  /** Opened their account only after so many months of the story. */
  startedLater: { 闪购优选: 8, 竹语日用: 5, 团团拼货: 14, 金麦烘焙: 11, 小树苗玩具: 17 },
} as const

export const managers = ['王海涛', '李雪梅', '陈志远', '周婷婷', '孙建国'] as const

export const surnames: readonly string[] = '张 王 李 赵 刘 陈 杨 黄 周 吴 徐 孙 马 朱 胡 林 郭 何 高 罗'.split(' ')
export const givenNames = [
  '丽华',
  '建军',
  '晓燕',
  '志强',
  '雨桐',
  '海波',
  '文静',
  '明辉',
  '佳怡',
  '国栋',
  '小红',
  '俊杰',
  '秀英',
  '子涵',
  '立新',
  '思琪',
] as const
export const positions = ['物流经理', '仓储主管', '采购经理', '运营总监', '财务主管'] as const
export const streets = [
  '兴工路',
  '创业大道',
  '科技园路',
  '物流园一路',
  '金惠路',
  '工人路',
  '市心北路',
  '东信大道',
] as const
