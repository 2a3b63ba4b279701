import { builtInFormat, isDateFormat } from '#core/excel/serial-date'
import { resolveText } from '#core/excel/xlsx/xml-bytes'

export interface SheetPart {
  name: string
  hidden: boolean
  /** Path of the worksheet inside the package. */
  path: string
}

interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
}

/** Start tags of a small XML part in order, names and attributes without prefix. */
export function* elements(xml: string): Generator<Element> {
  const bare = xml.replace(/<!--[\s\S]*?-->/g, '')
  for (const match of bare.matchAll(/<(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g)) {
    const attributes: Record<string, string> = {}
    for (const pair of (match[2] ?? '').matchAll(/(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      attributes[pair[1] ?? ''] = resolveText(pair[2] ?? pair[3] ?? '')
    }
    yield { name: match[1] ?? '', attributes }
  }
}

export interface Relationship {
  id: string
  /** Last word of the type: `worksheet`, `sharedStrings` … the same in transitional and strict files. */
  type: string
  path: string
}

/** Relationships of a part, their targets resolved against the part's folder. */
export function relationships(xml: string, ownerPath: string): Relationship[] {
  const folder = ownerPath.includes('/') ? ownerPath.slice(0, ownerPath.lastIndexOf('/') + 1) : ''
  const found: Relationship[] = []
  for (const { name, attributes } of elements(xml)) {
    if (name !== 'Relationship' || attributes.TargetMode === 'External') continue
    const target = (attributes.Target ?? '').replaceAll('\\', '/')
    found.push({
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      path: resolvePath(target.startsWith('/') ? target.slice(1) : folder + target),
    })
  }
  return found
}

function resolvePath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** Path of the relationships that belong to a part: xl/workbook.xml → xl/_rels/workbook.xml.rels. */
export function relationshipsPath(path: string): string {
  const cut = path.lastIndexOf('/') + 1
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`
}

/** Worksheets in tab order, and the date system. Chart and dialog sheets hold no rows and are left out. */
export function readWorkbookPart(
  xml: string,
  related: readonly Relationship[],
): { sheets: SheetPart[]; date1904: boolean } {
  const sheets: SheetPart[] = []
  let date1904 = false
  for (const { name, attributes } of elements(xml)) {
    if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
    if (name !== 'sheet') continue
    const target = related.find((one) => one.id === attributes.id)
    if (target?.type !== 'worksheet') continue
    const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
    sheets.push({ name: attributes.name ?? '', hidden, path: target.path })
  }
  return { sheets, date1904 }
}

export interface StyleTable {
  /** Number format by cell style index. */
  formats: string[]
  /** 1 where that format shows a date. */
  dates: Uint8Array
}

/** Number formats of the cell styles (cellXfs) of styles.xml. */
export function readStyles(xml: string | undefined): StyleTable {
  const custom = new Map<number, string>()
  const formats: string[] = []
  for (const { name, attributes } of elements(xml ?? '')) {
    if (name === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General')
  }
  const cellStyles = /<(?:\w+:)?cellXfs[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml ?? '')?.[0] ?? ''
  for (const { name, attributes } of elements(cellStyles)) {
    if (name !== 'xf') continue
    const id = Number(attributes.numFmtId ?? 0)
    formats.push(custom.get(id) ?? builtInFormat(id))
  }
  return { formats, dates: Uint8Array.from(formats, (format) => (isDateFormat(format) ? 1 : 0)) }
}
