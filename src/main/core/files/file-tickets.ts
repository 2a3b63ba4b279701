import { randomBytes, randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MadeFile } from '#shared/contract/base'
import type { ChosenFile } from '#shared/contract/files'
import { Refused } from '../refused'
import { safeFileName } from './safe-file-name'

const uploadLimitBytes = 512 * 1024 * 1024
const uploadLifeMilliseconds = 5 * 60_000

interface Ticketed {
  path: string
  name: string
  /** Files the core wrote itself and may delete. */
  ours: boolean
}

/**
 * Files go in and out by one-time tickets: the page holds a random name, the core holds the path.
 * What was uploaded or made lives in the book's `temporary` folder and is cleared when the book opens and closes.
 */
export class FileTickets {
  readonly #folder: string
  readonly #tickets = new Map<string, Ticketed>()
  readonly #uploads = new Map<string, { name: string; bytes: number; until: number }>()
  readonly #downloads = new Map<string, Ticketed>()

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'temporary')
  }

  /** A ticket for a file the user named himself (dialog or command line). @throws Refused `file-not-found` */
  offer(path: string): ChosenFile {
    const bytes = sizeOf(path)
    return { ...this.#issue({ path, name: basename(path), ours: false }), bytes }
  }

  /** A path to write a file to, under its own name in a folder of its own; call `made` once it is complete. */
  newPath(name: string): string {
    const folder = join(this.#folder, randomUUID())
    mkdirSync(folder, { recursive: true })
    return join(folder, safeFileName(name))
  }

  made(path: string, name: string): MadeFile {
    return { ...this.#issue({ path, name, ours: true }), bytes: sizeOf(path) }
  }

  /** Where a ticketed file lies. The ticket stays good until the book closes: a wizard reads its file several times. */
  take(ticket: string): { path: string; name: string } {
    const found = this.#tickets.get(ticket)
    if (!found) throw new Refused('ticket-expired')
    return { path: found.path, name: found.name }
  }

  prepareUpload(name: string, bytes: number, now: number): string {
    if (bytes > uploadLimitBytes) throw new Refused('file-too-large', { limit: uploadLimitBytes / 1024 / 1024 })
    const upload = randomBytes(32).toString('hex')
    this.#uploads.set(upload, { name: basename(name), bytes, until: now + uploadLifeMilliseconds })
    return upload
  }

  /** Takes the bytes of a prepared upload, once. @throws Refused `ticket-expired`, `file-too-large`, `file-damaged` */
  async receive(upload: string, body: Readable, now: number): Promise<ChosenFile> {
    const expected = this.#uploads.get(upload)
    this.#uploads.delete(upload)
    if (!expected || expected.until < now) throw new Refused('ticket-expired')
    const path = this.newPath(expected.name)
    let received = 0
    try {
      await pipeline(
        body,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            received += chunk.length
            if (received > expected.bytes) throw new Refused('file-too-large', { limit: expected.bytes })
            yield chunk
          }
        },
        createWriteStream(path),
      )
      if (received !== expected.bytes) throw new Refused('file-damaged', { file: expected.name })
    } catch (cause) {
      rmSync(path, { force: true })
      throw cause
    }
    return { ...this.#issue({ path, name: expected.name, ours: true }), bytes: received }
  }

  /** Opens a one-time download for a made file. */
  prepareDownload(ticket: string): string {
    const found = this.#tickets.get(ticket)
    if (!found) throw new Refused('ticket-expired')
    const download = randomBytes(32).toString('hex')
    this.#downloads.set(download, found)
    return download
  }

  /** Collects a prepared download, once; null if there is none. Call `done` when the bytes are sent. */
  collect(download: string): { path: string; name: string; done(): void } | null {
    const found = this.#downloads.get(download)
    this.#downloads.delete(download)
    if (!found) return null
    return {
      path: found.path,
      name: found.name,
      done: () => {
        if (found.ours) rmSync(found.path, { force: true })
      },
    }
  }

  /** Throws away what is left of an earlier run; at start and at the end, by the one who owns the book. */
  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true })
    mkdirSync(this.#folder, { recursive: true })
    this.#tickets.clear()
    this.#downloads.clear()
  }

  #issue(file: Ticketed): { ticket: string; name: string } {
    const ticket = randomUUID()
    this.#tickets.set(ticket, file)
    return { ticket, name: file.name }
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    throw new Refused('file-not-found', { path })
  }
}
