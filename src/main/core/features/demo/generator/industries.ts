/** What one trade sends, and when. Shares are parts of 1000 of its tickets. */
export interface Industry {
  name: string
  /** The end of its companies' names. */
  suffix: string
  products: readonly (readonly [DemoProduct, number])[]
  /** Weight classes of a ticket in grams: from, to, share. */
  weights: readonly (readonly [from: number, to: number, share: number])[]
  /** Grams per 1000 cm³: light goods fill the van before they weigh anything. */
  density: readonly [from: number, to: number]
  /** Share of tickets with a measured size, permille. */
  measured: number
  /** Declared value in yuan: from, to, and the share of tickets that declare one, permille. */
  declared: readonly [from: number, to: number, share: number]
  /** Share of tickets with cash on delivery, permille. */
  cod: number
  /** Load of the twelve months, permille. */
  seasons: readonly number[]
}

export type DemoProduct = '标快' | '特惠' | '零担'

const even = [1000, 950, 1000, 1000, 1000, 1000, 980, 980, 1020, 1000, 1050, 1050]
const parcels: Industry['weights'] = [
  [120, 500, 260],
  [501, 1000, 270],
  [1001, 2000, 220],
  [2001, 3000, 110],
  [3001, 8000, 110],
  [8001, 25_000, 30],
]
const cartons: Industry['weights'] = [
  [300, 1000, 120],
  [1001, 3000, 300],
  [3001, 8000, 330],
  [8001, 20_000, 190],
  [20_001, 60_000, 60],
]

export const industries: readonly Industry[] = [
  {
    name: '食品',
    suffix: '食品有限公司',
    products: [
      ['标快', 300],
      ['特惠', 600],
      ['零担', 100],
    ],
    weights: cartons,
    density: [350, 700],
    measured: 350,
    declared: [100, 800, 30],
    cod: 10,
    seasons: [1450, 800, 850, 880, 920, 980, 900, 1000, 1450, 1050, 1150, 1250],
  },
  {
    name: '家电',
    suffix: '电器有限公司',
    products: [
      ['标快', 250],
      ['特惠', 300],
      ['零担', 450],
    ],
    weights: [
      [1500, 5000, 300],
      [5001, 15_000, 350],
      [15_001, 40_000, 250],
      [40_001, 90_000, 100],
    ],
    density: [140, 260],
    measured: 800,
    declared: [500, 4000, 250],
    cod: 20,
    seasons: [950, 750, 950, 1000, 1150, 1400, 1200, 1000, 950, 1000, 1500, 1050],
  },
  {
    name: '图书',
    suffix: '文化传媒有限公司',
    products: [
      ['标快', 250],
      ['特惠', 650],
      ['零担', 100],
    ],
    weights: cartons,
    density: [650, 950],
    measured: 100,
    declared: [100, 500, 10],
    cod: 0,
    seasons: [900, 1150, 1300, 950, 900, 1000, 1000, 1450, 1300, 900, 1050, 950],
  },
  {
    name: '药品',
    suffix: '医药有限公司',
    products: [
      ['标快', 900],
      ['特惠', 100],
    ],
    weights: parcels,
    density: [250, 500],
    measured: 200,
    declared: [300, 2500, 300],
    cod: 0,
    seasons: [1200, 950, 1000, 980, 950, 950, 950, 950, 1000, 1050, 1100, 1250],
  },
  {
    name: 'IT',
    suffix: '信息技术有限公司',
    products: [
      ['标快', 850],
      ['特惠', 150],
    ],
    weights: parcels,
    density: [200, 450],
    measured: 300,
    declared: [300, 4000, 350],
    cod: 5,
    seasons: even,
  },
  {
    name: '服装',
    suffix: '服饰有限公司',
    products: [
      ['标快', 250],
      ['特惠', 750],
    ],
    weights: parcels,
    density: [150, 320],
    measured: 150,
    declared: [100, 1500, 60],
    cod: 25,
    seasons: [950, 700, 1050, 1050, 1000, 1050, 850, 900, 1100, 1150, 1500, 1250],
  },
  {
    name: '日用品',
    suffix: '日用品有限公司',
    products: [
      ['标快', 200],
      ['特惠', 700],
      ['零担', 100],
    ],
    weights: cartons,
    density: [180, 420],
    measured: 350,
    declared: [50, 300, 10],
    cod: 15,
    seasons: even,
  },
  {
    name: '汽配',
    suffix: '汽车配件有限公司',
    products: [
      ['标快', 350],
      ['特惠', 250],
      ['零担', 400],
    ],
    weights: [
      [500, 3000, 300],
      [3001, 10_000, 320],
      [10_001, 30_000, 260],
      [30_001, 80_000, 120],
    ],
    density: [400, 900],
    measured: 400,
    declared: [200, 3000, 150],
    cod: 40,
    seasons: even,
  },
  {
    name: '电商',
    suffix: '电子商务有限公司',
    products: [
      ['标快', 150],
      ['特惠', 850],
    ],
    weights: parcels,
    density: [180, 420],
    measured: 200,
    declared: [50, 800, 30],
    cod: 45,
    seasons: [900, 700, 950, 950, 1000, 1350, 950, 950, 1000, 1050, 1550, 1200],
  },
  {
    name: '化妆品',
    suffix: '化妆品有限公司',
    products: [
      ['标快', 500],
      ['特惠', 500],
    ],
    weights: parcels,
    density: [300, 600],
    measured: 150,
    declared: [200, 2500, 200],
    cod: 15,
    seasons: [950, 850, 1200, 950, 1050, 1300, 900, 950, 1000, 1000, 1500, 1100],
  },
  {
    name: '母婴',
    suffix: '母婴用品有限公司',
    products: [
      ['标快', 300],
      ['特惠', 700],
    ],
    weights: cartons,
    density: [200, 450],
    measured: 250,
    declared: [100, 900, 40],
    cod: 20,
    seasons: even,
  },
  {
    name: '五金',
    suffix: '五金机电有限公司',
    products: [
      ['标快', 200],
      ['特惠', 300],
      ['零担', 500],
    ],
    weights: [
      [1000, 5000, 250],
      [5001, 20_000, 350],
      [20_001, 60_000, 280],
      [60_001, 150_000, 120],
    ],
    density: [700, 1600],
    measured: 250,
    declared: [200, 2000, 60],
    cod: 30,
    seasons: even,
  },
]

/** @throws RangeError for a trade that is not told of */
export function industryNamed(name: string): Industry {
  const industry = industries.find((candidate) => candidate.name === name)
  if (!industry) throw new RangeError(`no industry ${name}`)
  return industry
}
