import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { chmod, type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { attachmentLimitMegabytes } from '#shared/contract/attachments'
import { Refused } from '../../refused'

export const attachmentFolder = 'attachments'
const incomingFolder = 'incoming'
const limitBytes = attachmentLimitMegabytes * 1024 * 1024

export type StoredState = 'present' | 'missing' | 'altered'

/** A file copied into the book's folder, complete and on the disk, but not yet under its name. */
export interface Incoming {
  path: string
  sha256: string
  bytes: number
}

export interface StoredContent {
  sha256: string
  bytes: number
}

/**
 * The attached files in the book's folder: `attachments/<two digits>/<sha256>`, named by their content, so that the same
 * content is stored once. A name exists only for a file that is complete: it is written under `incoming/`, synced, and
 * renamed.
 */
export class AttachmentStore {
  readonly #folder: string
  /** Contents found altered although their size is right; only reading them shows that. */
  readonly #altered = new Set<string>()

  constructor(dataDir: string) {
    this.#folder = join(dataDir, attachmentFolder)
  }

  /** @throws Refused `file-empty`, `attachment-too-large`, `disk-full`, `file-unreadable`, `file-not-found` */
  async take(source: string, name: string): Promise<Incoming> {
    refuseSize(sizeOf(source, name), name)
    const folder = join(this.#folder, incomingFolder)
    const path = join(folder, randomUUID())
    try {
      mkdirSync(folder, { recursive: true })
      const target = await open(path, 'wx')
      try {
        const incoming = { path, ...(await copyHashed(source, target, name)) }
        await target.sync()
        return incoming
      } finally {
        await target.close()
      }
    } catch (cause) {
      await rm(path, { force: true })
      throw fileRefusal(cause, name)
    }
  }

  /**
   * Gives a taken file its name. Called while holding the write lease, before its row is written: nobody clears contents
   * without rows meanwhile. A copy that is there already is replaced, which mends one that was altered.
   */
  place({ path, sha256, bytes }: Incoming): void {
    const target = this.#pathOf(sha256)
    try {
      mkdirSync(join(target, '..'), { recursive: true })
      renameSync(path, target)
      this.#altered.delete(sha256)
    } catch (cause) {
      rmSync(path, { force: true })
      // A program that has the stored file open keeps it from being replaced; the same content is there then.
      if (this.state({ sha256, bytes }) !== 'present') throw fileRefusal(cause, sha256)
    }
    syncFolder(join(target, '..'))
  }

  drop({ path }: Incoming): void {
    rmSync(path, { force: true })
  }

  /** By existence and size; an alteration of the same size is known once the file was read. */
  state({ sha256, bytes }: StoredContent): StoredState {
    const size = statSync(this.#pathOf(sha256), { throwIfNoEntry: false })?.size
    if (size === undefined) return 'missing'
    return size === bytes && !this.#altered.has(sha256) ? 'present' : 'altered'
  }

  /** Reads the whole file and compares it with its hash. */
  async check(content: StoredContent): Promise<StoredState> {
    if (this.state(content) === 'missing') return 'missing'
    const hash = createHash('sha256')
    try {
      for await (const chunk of createReadStream(this.#pathOf(content.sha256)) as AsyncIterable<Buffer>) {
        hash.update(chunk)
      }
    } catch {
      return 'missing'
    }
    return this.#judge(content.sha256, hash.digest('hex'))
  }

  /**
   * Copies a stored content to a new file; what was altered never leaves as if it were the original.
   * @throws Refused `attachment-missing`, `attachment-altered`, `disk-full`
   */
  async copyTo(target: string, { sha256, bytes }: StoredContent, name: string): Promise<void> {
    if (this.state({ sha256, bytes }) === 'missing') throw new Refused('attachment-missing', { file: name })
    const unfinished = `${target}.unfinished`
    try {
      const file = await open(unfinished, 'w')
      try {
        const copied = await copyHashed(this.#pathOf(sha256), file, name)
        if (this.#judge(sha256, copied.sha256) === 'altered') throw new Refused('attachment-altered', { file: name })
        await file.sync()
      } finally {
        await file.close()
      }
      renameSync(unfinished, target)
    } catch (cause) {
      await rm(unfinished, { force: true })
      throw fileRefusal(cause, name)
    }
  }

  /** Deletes a content; called while holding the write lease, after its last row is gone. */
  delete(sha256: string): void {
    rmSync(this.#pathOf(sha256), { force: true })
    this.#altered.delete(sha256)
  }

  /**
   * At start, before anybody attaches: half-copied files, and files whose row never came because the program was killed
   * between the two. `known` says whether a row speaks of a content. Answers how many files went.
   */
  clearLeftovers(known: (sha256: string) => boolean): number {
    let cleared = 0
    for (const prefix of namesIn(this.#folder)) {
      for (const name of namesIn(join(this.#folder, prefix))) {
        const stored = /^[0-9a-f]{64}$/.test(name) && name.startsWith(prefix)
        const leftover = prefix === incomingFolder || (stored && !known(name))
        if (!leftover) continue
        rmSync(join(this.#folder, prefix, name), { force: true })
        cleared++
      }
    }
    return cleared
  }

  #judge(sha256: string, found: string): StoredState {
    if (found === sha256) this.#altered.delete(sha256)
    else this.#altered.add(sha256)
    return found === sha256 ? 'present' : 'altered'
  }

  #pathOf(sha256: string): string {
    return storedPath(this.#folder, sha256)
  }
}

/** Where a content lies below a folder of attachments. */
export function storedPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256)
}

/** So that nobody works on in a copy that is thrown away. */
export async function makeReadOnly(path: string): Promise<void> {
  await chmod(path, 0o444)
}

async function copyHashed(source: string, target: FileHandle, name: string): Promise<StoredContent> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(source, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limitBytes) refuseSize(bytes, name)
    hash.update(chunk)
    for (let written = 0; written < chunk.length;) {
      written += (await target.write(chunk, written, chunk.length - written)).bytesWritten
    }
  }
  refuseSize(bytes, name)
  return { sha256: hash.digest('hex'), bytes }
}

function refuseSize(bytes: number, name: string): void {
  if (bytes === 0) throw new Refused('file-empty', { file: name })
  if (bytes > limitBytes) {
    throw new Refused('attachment-too-large', { file: name, limit: attachmentLimitMegabytes })
  }
}

function sizeOf(path: string, name: string): number {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) throw new Refused('file-not-found', { path: name })
  if (!facts.isFile()) throw new Refused('file-unreadable', { file: name })
  return facts.size
}

/** What the system says about a file that could not be copied, as a refusal the user can act on. */
export function fileRefusal(cause: unknown, name: string): unknown {
  if (cause instanceof Refused || !(cause instanceof Error) || !('code' in cause)) return cause
  if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') return new Refused('disk-full', { file: name })
  return new Refused('file-unreadable', { file: name })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Makes a rename last through a power cut; Windows does that by itself and cannot open folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
