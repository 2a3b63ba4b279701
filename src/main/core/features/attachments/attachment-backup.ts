import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../../refused'
import { fileRefusal, storedPath } from './attachment-store'
import type { AttachmentsService } from './attachments.service'

export interface AttachmentBackup {
  /** Folder beside the copy of the book; null where nothing is attached. */
  folder: string | null
  files: number
  bytes: number
  /** Contents that could not be copied because they are gone or altered in the book. */
  missing: number
  altered: number
}

/**
 * Copies every attached file beside the copy of a book: `book.sqlite` gets `book.sqlite.attachments/`, laid out like the
 * book's own folder. What lies there already from an earlier copy and is sound stays, so that a repeated backup is short.
 *
 * @throws Refused `backup-failed` where the target cannot be written
 */
export async function backUpAttachments(service: AttachmentsService, bookCopy: string): Promise<AttachmentBackup> {
  const contents = service.contents()
  const result: AttachmentBackup = { folder: null, files: 0, bytes: 0, missing: 0, altered: 0 }
  if (contents.length === 0) return result
  const folder = `${bookCopy}.attachments`
  for (const content of contents) {
    const target = storedPath(folder, content.sha256)
    try {
      mkdirSync(join(target, '..'), { recursive: true })
      if (!(await isSound(target, content))) await service.store.copyTo(target, content, content.sha256)
      result.files++
      result.bytes += content.bytes
    } catch (cause) {
      const refusal = fileRefusal(cause, target)
      if (!(refusal instanceof Refused)) throw cause
      if (refusal.code === 'attachment-missing') result.missing++
      else if (refusal.code === 'attachment-altered') result.altered++
      else if (refusal.code === 'disk-full') throw refusal
      else throw new Refused('backup-failed', { path: folder, why: cause instanceof Error ? cause.message : target })
    }
  }
  return { ...result, folder }
}

async function isSound(path: string, { sha256, bytes }: { sha256: string; bytes: number }): Promise<boolean> {
  if (statSync(path, { throwIfNoEntry: false })?.size !== bytes) return false
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex') === sha256
}
