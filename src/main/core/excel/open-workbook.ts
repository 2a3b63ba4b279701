import { open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { limits } from '#core/excel/limits'
import { sniffEncoding } from '#core/excel/text/text-encoding'
import { TextWorkbook, tooLarge } from '#core/excel/text/text-workbook'
import { WorkbookError, type WorkbookErrorCode } from '#core/excel/workbook-error'
import type { WorkbookFile } from '#core/excel/workbook-file'
import { relationships } from '#core/excel/xlsx/package-parts'
import { XlsxWorkbook } from '#core/excel/xlsx/xlsx-workbook'
import { ZipArchive } from '#core/excel/xlsx/zip-archive'

/**
 * Opens a workbook by what its bytes are, never by its name: carriers send HTML and text named .xls, and .xlsx files
 * renamed by hand. Usable on a worker thread.
 * @throws WorkbookError with a code the clerk can act on
 */
export async function openWorkbook(path: string): Promise<WorkbookFile> {
  try {
    const head = await readHead(path)
    if (head.length === 0) throw new WorkbookError('empty')
    if (basename(path).startsWith('~$')) throw new WorkbookError('notAWorkbook')
    if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return await openPackage(path)
    if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return await openCompound(path)
    if (foreignMarks.some((mark) => startsWith(head, mark))) throw new WorkbookError('notAWorkbook')
    return await openText(path, head)
  } catch (error) {
    throw asWorkbookError(error)
  }
}

/** First bytes of files that people take for workbooks: PDF, PNG, JPEG, RAR, 7z, gzip, an empty zip. */
const foreignMarks: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x05, 0x06],
]

const systemCodes: Readonly<Record<string, WorkbookErrorCode>> = {
  ENOENT: 'notFound',
  ENOTDIR: 'notFound',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EISDIR: 'notAWorkbook',
  ENOSPC: 'diskFull',
}

/** Errors of the operating system as codes the clerk can act on; anything else as it is. */
export function asWorkbookError(error: unknown): unknown {
  const system = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const code = systemCodes[system]
  return code ? new WorkbookError(code, {}, { cause: error }) : error
}

/** Loaded when first needed: most files are .xlsx or text and do without it. */
const heldReader = () => import('#core/excel/held/held-workbook')

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(65_536)
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

async function readWhole(path: string): Promise<Buffer> {
  const { size } = await stat(path)
  if (size > limits.heldFileBytes) throw tooLarge(limits.heldFileBytes)
  return await readFile(path)
}

async function openPackage(path: string): Promise<WorkbookFile> {
  const archive = await ZipArchive.open(path)
  try {
    const root = await archive.text('_rels/.rels')
    const main = relationships(root ?? '', '').find((one) => one.type === 'officeDocument')?.path
    if (main?.endsWith('.bin')) return await openHeld(path, 'xlsb', archive)
    if (main !== undefined && /\bworkbook\b|\/xl\/|^xl\//i.test(main)) return await XlsxWorkbook.open(archive, main)
    const type = await archive.text('mimetype')
    if (type?.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return await openHeld(path, 'ods', archive)
    throw new WorkbookError('notAWorkbook')
  } catch (error) {
    await archive.close()
    throw error
  }
}

/** A package that must be held: what it inflates to is checked before the reader sees it. */
async function openHeld(path: string, kind: 'xlsb' | 'ods', archive: ZipArchive): Promise<WorkbookFile> {
  if (kind === 'ods' && (await archive.text('META-INF/manifest.xml'))?.includes('encryption-data')) {
    throw new WorkbookError('encrypted')
  }
  archive.refuseHeavy(limits.heldPackageBytes)
  const bytes = await readWhole(path)
  await archive.close()
  const { HeldWorkbook } = await heldReader()
  return HeldWorkbook.fromBytes(kind, bytes)
}

/** The old container: an .xls, an encrypted .xlsx, a file of WPS, or some other Office document. */
async function openCompound(path: string): Promise<WorkbookFile> {
  const bytes = await readWhole(path)
  const { compoundStreams, HeldWorkbook } = await heldReader()
  const streams = compoundStreams(bytes)
  if (streams.includes('encryptedpackage')) throw new WorkbookError('encrypted')
  if (streams.includes('workbook') || streams.includes('book')) return HeldWorkbook.fromBytes('xls', bytes)
  throw new WorkbookError(/\.ett?$/i.test(path) ? 'wpsFormat' : 'notAWorkbook')
}

async function openText(path: string, head: Buffer): Promise<WorkbookFile> {
  const start = head
    .toString('latin1', 0, 4096)
    .replaceAll('\0', '')
    .trimStart()
    .replace(/^(?:ï»¿|ÿþ|þÿ)\s*/, '')
  const html = /^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|meta|body|table|div|style)\b/i.test(start)
  const spreadsheet = start.startsWith('<') && start.includes('urn:schemas-microsoft-com:office:spreadsheet')
  const isHtml = html || (spreadsheet && /<html/i.test(start))
  if (!isHtml && !spreadsheet) return await TextWorkbook.open(path, head)
  const encoding = await sniffEncoding(path, head)
  if (!encoding) throw new WorkbookError('notAWorkbook')
  const text = new TextDecoder(encoding).decode(await readWhole(path))
  if (isHtml && !/<table\b/i.test(text)) throw new WorkbookError('notAWorkbook')
  const { HeldWorkbook } = await heldReader()
  return HeldWorkbook.fromText(isHtml ? 'html' : 'spreadsheetml', text, encoding)
}
