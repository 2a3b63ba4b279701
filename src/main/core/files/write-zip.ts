import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { Refused } from '../refused'

export interface ZippedFile {
  /** Name inside the zip; UTF-8. */
  name: string
  path: string
}

/** Sizes and offsets are 32 bits: the plain form every system opens by itself. */
const limitBytes = 4_000 * 1024 * 1024
const versionNeeded = 20
/** Bit 11: names are UTF-8. */
const flags = 0x0800

interface Entry {
  name: Buffer
  crc: number
  bytes: number
  offset: number
}

/**
 * Puts files into a zip as they are (most kinds are packed already), streaming them. The file has its name only once it
 * is whole.
 *
 * @throws Refused `file-too-large` where the zip would pass 4,000 MB
 */
export async function writeZip(path: string, files: readonly ZippedFile[], at: Date): Promise<void> {
  const unfinished = `${path}.unfinished`
  const stamp = dosTime(at)
  try {
    const file = await open(unfinished, 'w')
    try {
      const entries: Entry[] = []
      let offset = 0
      for (const one of files) {
        const entry = await writeEntry(file, one, offset, stamp)
        entries.push(entry)
        offset += 30 + entry.name.length + entry.bytes
      }
      await file.write(directory(entries, offset, stamp), 0, undefined, offset)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw cause
  }
}

/** The header is written last, when the checksum of the content behind it is known. */
async function writeEntry(file: FileHandle, { name, path }: ZippedFile, offset: number, stamp: number): Promise<Entry> {
  const label = Buffer.from(name)
  const start = offset + 30 + label.length
  let crc = 0
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (start + bytes + chunk.length > limitBytes) {
      throw new Refused('file-too-large', { limit: limitBytes / 1024 / 1024 })
    }
    crc = crc32(chunk, crc)
    await file.write(chunk, 0, chunk.length, start + bytes)
    bytes += chunk.length
  }
  const entry = { name: label, crc, bytes, offset }
  await file.write(Buffer.concat([Buffer.from('PK\u0003\u0004'), facts(entry, stamp), label]), 0, undefined, offset)
  return entry
}

/** The 26 bytes that local header and directory have in common: version, flags, stored, time, checksum, sizes, name. */
function facts({ name, crc, bytes }: Entry, stamp: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(versionNeeded, 0)
  fields.writeUInt16LE(flags, 2)
  fields.writeUInt32LE(stamp, 6)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(bytes, 14)
  fields.writeUInt32LE(bytes, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

function directory(entries: readonly Entry[], offset: number, stamp: number): Buffer {
  const parts = entries.map((entry) => {
    const head = Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1')
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(entry.offset, 10)
    return Buffer.concat([head, facts(entry, stamp), tail, entry.name])
  })
  const list = Buffer.concat(parts)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([list, end])
}

/** Day and time as zip keeps them, in Asia/Shanghai; seconds count by two. */
function dosTime(at: Date): number {
  const local = new Date(at.getTime() + 8 * 3_600_000)
  const time = (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1)
  const day = ((local.getUTCFullYear() - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate()
  return day * 0x10000 + time
}
