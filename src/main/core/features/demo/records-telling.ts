import { writeFileSync } from 'node:fs'
import type { AuditRecord } from '../../db/book'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { loadPinyin } from '../accounts/account-pinyin'
import { createAccountsService } from '../accounts/accounts.service'
import type { Incoming } from '../attachments/attachment-store'
import { createAttachmentsService } from '../attachments/attachments.service'
import { createNotesService } from '../timeline/notes.service'
import { type DemoFile, makeFiles, makeNotes } from './generator/demo-records'
import { demoSeed, type DemoStory } from './generator/generate-demo'
import { Random } from './generator/random'

/** How many of the biggest customers have notes, and files. */
const noted = 24
const filed = 10

interface TakenFile {
  accountUid: string
  file: DemoFile
  incoming: Incoming
}

/** Conversations, files and a few changes of the story's biggest customers; remembers what it wrote. */
export class RecordsTelling {
  readonly #notes
  readonly #attachments
  readonly #noteUids: string[] = []
  readonly #attachmentUids: string[] = []

  constructor(private readonly kernel: WorkerKernel) {
    this.#notes = createNotesService(kernel)
    this.#attachments = createAttachmentsService(kernel)
  }

  /** `ids` are the customers' keys by code. */
  async tell({ accounts, lastMonth }: DemoStory, ids: ReadonlyMap<string, number>): Promise<void> {
    const { book, lease } = this.kernel
    const service = createAccountsService(this.kernel)
    const spell = await loadPinyin()
    const chance = new Random(demoSeed).branch('records')
    const known = accounts.flatMap((account) => {
      const id = ids.get(account.code)
      return id === undefined ? [] : [{ account, id }]
    })
    const taken: TakenFile[] = []
    for (const { account, id } of known.slice(0, filed)) {
      const accountUid = service.detail(id).uid
      for (const file of makeFiles(account, lastMonth)) taken.push(await this.#take(accountUid, file))
    }
    await lease.run(() => {
      for (const { incoming } of taken) this.#attachments.store.place(incoming)
      return book.write((hlc) => {
        const audit: AuditRecord[] = []
        for (const [rank, { account, id }] of known.slice(0, noted).entries()) {
          for (const { actor, ...note } of makeNotes(account, rank, lastMonth, chance.branch(account.code)))
            this.#noteUids.push(this.#notes.insert(id, note, hlc, actor))
        }
        for (const { accountUid, file, incoming } of taken) {
          const owner = { entity: 'account', entityUid: accountUid }
          this.#attachmentUids.push(this.#attachments.insert(owner, incoming, file, hlc).uid)
        }
        for (const { id } of known.slice(0, filed)) {
          const { id: _id, uid, version: _version, ...input } = service.detail(id)
          const alias = `${input.shortName}电商仓`
          const edited = { ...input, aliases: [...input.aliases, alias], note: `${input.note}旺季提前一周报量。` }
          const changes = service.change(id, edited, hlc, spell)
          const summary = `${input.code} ${input.name}`
          audit.push({ action: 'update', entity: 'account', entityUid: uid, summary, changes })
        }
        return { result: undefined, audit }
      })
    })
  }

  /** Takes back what was told, inside the caller's write. */
  takeBack(): void {
    this.#notes.discard(this.#noteUids)
    this.#attachments.discard(this.#attachmentUids)
  }

  async #take(accountUid: string, file: DemoFile): Promise<TakenFile> {
    const path = this.kernel.files.newPath(file.name)
    writeFileSync(path, file.content)
    return { accountUid, file, incoming: await this.#attachments.store.take(path, file.name) }
  }
}
