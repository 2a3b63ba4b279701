import type { MadeFile } from '#shared/contract/base'
import type { AttachmentOwner, AttachmentRow, AttachmentText } from '#shared/contract/attachments'
import type { ErrorCode } from '#shared/contract/errors'
import { opensWithWarning } from '#shared/domain/attachments/file-kind'
import { distinctNames, safeFileName } from '../../files/safe-file-name'
import { writeZip } from '../../files/write-zip'
import type { Kernel, Session } from '../../kernel'
import { Refused } from '../../refused'
import { makeReadOnly } from './attachment-store'
import type { AttachmentOwners } from './attachment-owners'
import type { AttachmentsService } from './attachments.service'

interface TicketedFile extends Partial<AttachmentText> {
  ticket: string
}

interface RefusedFile {
  name: string
  code: ErrorCode
  params: Record<string, string | number>
}

/** What is the matter with a stored file, as opposed to with the disk it is copied to. */
const brokenCodes: ReadonlySet<ErrorCode> = new Set(['attachment-missing', 'attachment-altered'])

export type AttachmentAccess = ReturnType<typeof createAttachmentAccess>

/** Attachments as a session may use them: by the permission of what they are attached to, through tickets and the host. */
export function createAttachmentAccess(
  { files, host, clock }: Pick<Kernel, 'files' | 'host' | 'clock'>,
  service: AttachmentsService,
  owners: AttachmentOwners,
) {
  function demand(session: Session, uid: string, access: 'read' | 'write') {
    const record = service.known(uid)
    owners.demand(session, { entity: record.entity, entityUid: record.entity_uid }, access)
    return record
  }

  function demandAll(session: Session, uids: readonly string[]): void {
    for (const uid of uids) demand(session, uid, 'write')
  }

  /** A copy under its own name among the temporary files. */
  async function copyOut(uid: string, name: string): Promise<string> {
    const path = files.newPath(name)
    await service.copyTo(path, uid)
    return path
  }

  return {
    list(session: Session, owner: AttachmentOwner) {
      owners.demand(session, owner, 'read')
      return service.list(owner)
    },
    async add(session: Session, owner: AttachmentOwner, ticketed: readonly TicketedFile[]) {
      const ownerName = owners.demand(session, owner, 'write')
      const added: AttachmentRow[] = []
      const refused: RefusedFile[] = []
      for (const { ticket, ...text } of ticketed) {
        const { path, name } = files.take(ticket)
        try {
          added.push(await service.add(owner, ownerName, { ...text, path, name }))
        } catch (cause) {
          if (!(cause instanceof Refused)) throw cause
          refused.push({ name, code: cause.code, params: cause.params })
        }
      }
      return { added, refused }
    },
    update(session: Session, uid: string, version: number, text: AttachmentText) {
      demand(session, uid, 'write')
      return service.update(uid, version, text)
    },
    remove(session: Session, uids: readonly string[]) {
      demandAll(session, uids)
      return service.remove(uids)
    },
    restore(session: Session, uids: readonly string[]) {
      demandAll(session, uids)
      return service.restore(uids)
    },
    /** @throws Refused `attachment-program` for what may run something, unless the user was warned */
    async open(session: Session, uid: string, warned: boolean): Promise<{ download: MadeFile | null }> {
      const { file_name: name } = demand(session, uid, 'read')
      if (opensWithWarning(name) && !warned) throw new Refused('attachment-program', { file: name })
      const path = await copyOut(uid, name)
      if (!host.desktop) return { download: files.made(path, safeFileName(name)) }
      await makeReadOnly(path)
      await host.desktop.openFile(path)
      return { download: null }
    },
    async save(session: Session, uid: string): Promise<MadeFile> {
      const { file_name: name } = demand(session, uid, 'read')
      return files.made(await copyOut(uid, name), safeFileName(name))
    },
    async saveAll(session: Session, owner: AttachmentOwner): Promise<MadeFile & { skipped: string[] }> {
      const ownerName = owners.demand(session, owner, 'read')
      const { rows } = service.list(owner)
      if (rows.length === 0) throw new Refused('not-found', { what: 'attachment' })
      const names = distinctNames(rows.map(({ fileName }) => safeFileName(fileName)))
      const copies: { name: string; path: string }[] = []
      const skipped: string[] = []
      for (const [index, row] of rows.entries()) {
        try {
          copies.push({ name: names[index] ?? row.uid, path: await copyOut(row.uid, row.fileName) })
        } catch (cause) {
          const broken = cause instanceof Refused && brokenCodes.has(cause.code)
          if (!broken || (copies.length === 0 && index === rows.length - 1)) throw cause
          skipped.push(row.fileName)
        }
      }
      const name = safeFileName(`${ownerName.replaceAll(/[\\/]/g, '_')}.zip`)
      const path = files.newPath(name)
      await writeZip(path, copies, new Date(clock.now()))
      return { ...files.made(path, name), skipped }
    },
  }
}
