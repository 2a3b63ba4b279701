/** A place as archives keep it: names of the standard list; '' where it is left open. */
export interface RegionNames {
  province: string
  city: string
  district: string
}

const municipalities: ReadonlySet<string> = new Set(['北京市', '天津市', '上海市', '重庆市'])

/** The place as one path for a picker. 直辖市 stand in archives as province and city; the picker has them once. */
export function regionPath({ province, city, district }: RegionNames): string[] {
  return [province, city === province ? '' : city, district].filter((name) => name !== '')
}

/** The path of a picker as archives keep it. */
export function regionNames(path: readonly string[]): RegionNames {
  const [province = '', second = '', third = ''] = path
  const [city, district] = municipalities.has(province) && second !== '' ? [province, second] : [second, third]
  return { province, city, district }
}
