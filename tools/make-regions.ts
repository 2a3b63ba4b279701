/**
 * Writes src/shared/domain/region/region-data.json from the installed package china-area-data and the changes since:
 *
 *   node_modules/.bin/node tools/make-regions.ts
 *
 * One line per province: `<code><name>;<city>,<district>,<district>;<city>…`. Run it again after editing
 * region-changes.ts; it stops if a change names a code that is not there.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ADDED, FORMER, REMOVED, RESPELLED } from './region-changes.ts'

interface Unit {
  code: string
  name: string
  parent: string
}

type PackageData = Record<string, Record<string, string>>

const require = createRequire(import.meta.url)
const source: PackageData = JSON.parse(readFileSync(require.resolve('china-area-data/data.json'), 'utf8'))

/** Rows that say how a province is administered, not where something lies. Their children move up one level. */
const NOT_A_PLACE = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/
/** The municipalities keep one city, so that every one of their districts has a city: 110100, 310100 … */
const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000'])

const units = new Map<string, Unit>()
const former: string[] = []

function add(code: string, name: string, parent: string): void {
  if (units.has(code)) throw new Error(`${code} ${name} is there twice`)
  const right = RESPELLED[code] ?? name
  if (right !== name) former.push(`${parent}${name}=${code}`)
  units.set(code, { code, name: right, parent })
}

/** Taiwan: the package gives the districts of 台中, 台南, 新竹 and 嘉义 numbers of the city before them, some twice. */
function districtCode(code: string, city: string): string {
  return code.startsWith(city.slice(0, 4)) ? code : city.slice(0, 4) + code.slice(4)
}

function readPackage(): void {
  for (const [province, provinceName] of Object.entries(source['86'] ?? {})) {
    add(province, provinceName, '')
    const municipality = MUNICIPALITIES.has(province)
    const onlyCity = `${province.slice(0, 2)}0100`
    if (municipality) add(onlyCity, provinceName, province)
    for (const [city, cityName] of Object.entries(source[province] ?? {})) {
      const administrative = NOT_A_PLACE.test(cityName)
      const parent = municipality ? onlyCity : administrative ? province : city
      if (!administrative) add(city, cityName, province)
      for (const [district, districtName] of Object.entries(source[city] ?? {})) {
        if (REMOVED.includes(district) || NOT_A_PLACE.test(districtName)) continue
        const code = parent === city ? districtCode(district, city) : district
        if (!ADDED.some(([added]) => added === code)) add(code, districtName, parent)
      }
    }
  }
}

function readChanges(): void {
  for (const [code, name, parent] of ADDED) {
    if (!units.has(parent)) throw new Error(`${name}: no parent ${parent}`)
    add(code, name, parent)
  }
  for (const [parent, name, successor] of FORMER) {
    if (!units.has(parent) || !units.has(successor)) throw new Error(`${name}: no ${parent} or no ${successor}`)
    former.push(`${parent}${name}=${successor}`)
  }
}

function childrenOf(parent: string): Unit[] {
  return [...units.values()].filter((unit) => unit.parent === parent).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function line(province: Unit): string {
  const cities = childrenOf(province.code).map((city) =>
    [city, ...childrenOf(city.code)].map((unit) => unit.code + unit.name).join(','),
  )
  return [province.code + province.name, ...cities].join(';')
}

readPackage()
readChanges()
const provinces = childrenOf('').map(line)
const target = new URL('../src/shared/domain/region/region-data.json', import.meta.url)
writeFileSync(target, `${JSON.stringify({ asOf: '2023-12-31', provinces, former: former.toSorted() }, null, 2)}\n`)
