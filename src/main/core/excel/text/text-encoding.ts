import { createReadStream } from 'node:fs'
import type { TextEncoding } from '#core/excel/workbook-file'

/** What the first bytes of a text file say about its encoding; undefined if there is no mark. */
export function encodingOfMark(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark shows by its zero bytes: separators, digits and line ends have one each. */
function encodingOfZeros(bytes: Uint8Array): TextEncoding | undefined {
  let even = 0
  let odd = 0
  for (const [index, byte] of bytes.subarray(0, 4096).entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  const enough = Math.min(bytes.length, 4096) / 40
  const encoding = odd > enough && even === 0 ? 'utf-16le' : even > enough && odd === 0 ? 'utf-16be' : undefined
  if (!encoding) return undefined
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, 4096))
  return /[^\P{Cc}\t\n\f\r]|[\ufffd\uffff]/u.test(sample) ? undefined : encoding
}

/**
 * Encoding of a text file, decided by its bytes and not by its name: a mark, the zeros of UTF-16, valid UTF-8 to the
 * last byte, otherwise GB18030 (of which GBK and GB2312 are parts). Undefined if it is none of these: no text.
 */
export async function sniffEncoding(path: string, head: Uint8Array): Promise<TextEncoding | undefined> {
  const marked = encodingOfMark(head) ?? encodingOfZeros(head)
  if (marked) return marked
  if (looksBinary(head)) return undefined
  if (await decodes(path, 'utf-8')) return 'utf-8'
  return (await decodes(path, 'gb18030')) ? 'gb18030' : undefined
}

/** Control bytes other than tab, line ends and end-of-file do not occur in text files of any of our encodings. */
export function looksBinary(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1a)
}

async function decodes(path: string, encoding: TextEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const source = createReadStream(path, { highWaterMark: 1 << 18 })
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  } finally {
    source.destroy()
  }
}

/** The file's text in pieces, without the byte order mark. */
export async function* decodeFile(
  path: string,
  encoding: TextEncoding,
  signal?: AbortSignal,
): AsyncGenerator<DecodedPart> {
  const decoder = new TextDecoder(encoding)
  const source = createReadStream(path, { highWaterMark: 1 << 18, signal })
  let bytes = 0
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      bytes += chunk.length
      yield { text: decoder.decode(chunk, { stream: true }), bytes }
    }
    yield { text: decoder.decode(), bytes }
  } finally {
    source.destroy()
  }
}

export interface DecodedPart {
  text: string
  /** Bytes of the file read so far. */
  bytes: number
}
