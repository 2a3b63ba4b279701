import { open, type FileHandle } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { limits } from '#core/excel/limits'
import { WorkbookError } from '#core/excel/workbook-error'

export interface ZipEntry {
  name: string
  method: number
  encrypted: boolean
  crc: number
  compressedSize: number
  size: number
  headerOffset: number
}

const END_OF_DIRECTORY = 0x06054b50
const END_OF_DIRECTORY_64 = 0x06064b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const MAX_32 = 0xffffffff

/**
 * Reads the parts of a zip package one by one straight from the disk. Inflating runs on Node's thread pool, so that
 * reading ahead, inflating and scanning overlap; sizes, ratio and checksum are checked while the bytes pass.
 */
export class ZipArchive {
  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  /** @throws WorkbookError `damaged` if the directory at the end of the file is missing or broken. */
  static async open(path: string): Promise<ZipArchive> {
    const file = await open(path, 'r')
    try {
      return new ZipArchive(path, file, await readDirectory(file))
    } catch (error) {
      await file.close()
      throw error
    }
  }

  names(): string[] {
    return [...this.entries.keys()]
  }

  /** Part names are compared without case: some writers disagree with their own relationships. */
  find(name: string): ZipEntry | undefined {
    return this.entries.get(name) ?? this.entries.get(name.toLowerCase())
  }

  /** Refuses a package whose parts together inflate to more than `maxBytes`, or like a bomb. */
  refuseHeavy(maxBytes: number): void {
    let total = 0
    for (const entry of new Set(this.entries.values())) {
      total += entry.size
      refuseOversize(entry, entry.size, maxBytes)
    }
    if (total > maxBytes) throw new WorkbookError('tooLarge', { megabytes: Math.floor(maxBytes / 1_000_000) })
  }

  /** The inflated bytes of a part, at most `maxBytes`. */
  async *chunks(entry: ZipEntry, maxBytes: number, signal?: AbortSignal): AsyncGenerator<Buffer> {
    if (entry.encrypted) throw new WorkbookError('encrypted')
    if (entry.method !== 0 && entry.method !== 8) throw new WorkbookError('damaged', { part: entry.name })
    refuseOversize(entry, entry.size, maxBytes)
    const start = await this.dataOffset(entry)
    if (entry.compressedSize === 0) return
    const raw = createReadStream(this.path, {
      start,
      end: start + entry.compressedSize - 1,
      highWaterMark: 1 << 18,
      signal,
    })
    const source: Readable = entry.method === 0 ? raw : inflate(raw)
    let total = 0
    let checksum = 0
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        total += chunk.length
        refuseOversize(entry, total, maxBytes)
        if (total > entry.size) throw new WorkbookError('damaged', { part: entry.name })
        checksum = crc32(chunk, checksum)
        yield chunk
      }
    } catch (error) {
      if (error instanceof WorkbookError || signal?.aborted) throw error
      throw new WorkbookError('damaged', { part: entry.name }, { cause: error })
    } finally {
      raw.destroy()
      source.destroy()
    }
    if (total !== entry.size || checksum !== entry.crc) throw new WorkbookError('damaged', { part: entry.name })
  }

  /** A whole small part as text; undefined if the package has none of that name. */
  async text(name: string): Promise<string | undefined> {
    const entry = this.find(name)
    if (!entry) return undefined
    const parts: Buffer[] = []
    for await (const chunk of this.chunks(entry, limits.partBytes)) parts.push(chunk)
    return decodeXml(Buffer.concat(parts))
  }

  async close(): Promise<void> {
    await this.file.close()
  }

  private async dataOffset(entry: ZipEntry): Promise<number> {
    const header = await readAt(this.file, entry.headerOffset, 30)
    if (header.readUInt32LE(0) !== LOCAL_HEADER) throw new WorkbookError('damaged', { part: entry.name })
    return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  }
}

function inflate(raw: Readable): Readable {
  const inflater = createInflateRaw({ chunkSize: 1 << 18 })
  // The error reaches the reader through the inflater; the callback only keeps it from being unhandled.
  pipeline(raw, inflater, () => undefined)
  return inflater
}

function refuseOversize(entry: ZipEntry, bytes: number, maxBytes: number): void {
  if (bytes > limits.bombBytes && bytes > entry.compressedSize * limits.bombRatio) {
    throw new WorkbookError('zipBomb', { part: entry.name })
  }
  if (bytes > maxBytes) {
    throw new WorkbookError('tooLarge', { part: entry.name, megabytes: Math.floor(maxBytes / 1_000_000) })
  }
}

function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  if (bytesRead < length) throw new WorkbookError('damaged')
  return buffer
}

async function readDirectory(file: FileHandle): Promise<Map<string, ZipEntry>> {
  const { size } = await file.stat()
  const tailLength = Math.min(size, 65_557)
  if (tailLength < 22) throw new WorkbookError('damaged')
  const tail = await readAt(file, size - tailLength, tailLength)
  const end = lastSignature(tail, END_OF_DIRECTORY)
  if (end < 0) throw new WorkbookError('damaged')
  let count = tail.readUInt16LE(end + 10)
  let length = tail.readUInt32LE(end + 12)
  let offset = tail.readUInt32LE(end + 16)
  if (offset === MAX_32 || length === MAX_32 || count === 0xffff) {
    const end64 = lastSignature(tail, END_OF_DIRECTORY_64)
    if (end64 < 0) throw new WorkbookError('damaged')
    count = Number(tail.readBigUInt64LE(end64 + 32))
    length = Number(tail.readBigUInt64LE(end64 + 40))
    offset = Number(tail.readBigUInt64LE(end64 + 48))
  }
  if (count > limits.zipEntries || length > limits.partBytes) throw new WorkbookError('zipBomb', { part: 'zip' })
  return parseDirectory(await readAt(file, offset, length), count)
}

function lastSignature(buffer: Buffer, signature: number): number {
  for (let at = buffer.length - 22; at >= 0; at -= 1) if (buffer.readUInt32LE(at) === signature) return at
  return -1
}

function parseDirectory(directory: Buffer, count: number): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new WorkbookError('damaged')
    }
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const commentLength = directory.readUInt16LE(at + 32)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const entry: ZipEntry = {
      name,
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      crc: directory.readUInt32LE(at + 16),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
    }
    applyZip64(entry, directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength))
    entries.set(name, entry)
    if (!entries.has(name.toLowerCase())) entries.set(name.toLowerCase(), entry)
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/** Sizes and offsets of 0xFFFFFFFF stand in the zip64 extra field, in this order, only where needed. */
function applyZip64(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2))
    let next = at + 4
    for (const key of ['size', 'compressedSize', 'headerOffset'] as const) {
      if (entry[key] !== MAX_32) continue
      if (next + 8 > end) throw new WorkbookError('damaged', { part: entry.name })
      entry[key] = Number(extra.readBigUInt64LE(next))
      next += 8
    }
  }
}
