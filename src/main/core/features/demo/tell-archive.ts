import type { AccountInput } from '#shared/contract/accounts'
import type { WorkerKernel } from '../../worker/worker-kernel'
import type { AccountsService, Spell } from '../accounts/accounts.service'
import { offeredChoices } from '../choices/choice-names'
import { createCustomFieldsService } from '../custom-fields/custom-fields.service'
import { demoArchive, demoFields } from './generator/demo-archive'
import type { DemoStory } from './generator/generate-demo'

/** Writes the fields of the invented branch; answers uid by name. A name the book already has is left alone. */
export function tellFields(kernel: WorkerKernel, hlc: string): Map<string, string> {
  const service = createCustomFieldsService(kernel)
  const taken = new Set(service.list({ removed: false }).map(({ name }) => name))
  const fresh = demoFields.filter(({ name }) => !taken.has(name))
  return new Map(fresh.map((field) => [field.name, service.insert(field, hlc).uid]))
}

/** Fills the archive of one customer while it is written, and tells its states in their order. */
export class ArchiveTelling {
  readonly #stages: ReadonlySet<string>
  readonly #roles: ReadonlySet<string>
  readonly #ranks: ReadonlyMap<string, number>

  constructor(
    { db }: WorkerKernel,
    private readonly story: DemoStory,
    private readonly fields: ReadonlyMap<string, string>,
  ) {
    this.#stages = new Set(offeredChoices(db, 'stage'))
    this.#roles = new Set(offeredChoices(db, 'team-role'))
    this.#ranks = new Map(story.accounts.map(({ code }, rank) => [code, rank]))
  }

  /** The customer as it first comes into the archive. */
  start<T extends Pick<AccountInput, 'code' | 'shortName' | 'industry'>>(account: T) {
    const { input, custom, states } = this.#archive(account)
    const values = Object.entries(custom).flatMap(([name, value]) => {
      const uid = this.fields.get(name)
      return uid === undefined ? [] : [[uid, value] as const]
    })
    return {
      ...account,
      ...input,
      // The branch may have edited its lists before it loads the demonstration data.
      stage: this.#stages.has(input.stage) ? input.stage : '',
      team: input.team.map((member) => ({ ...member, role: this.#roles.has(member.role) ? member.role : '' })),
      custom: Object.fromEntries(values),
      ...states[0],
    }
  }

  /** What became of it since. */
  states(id: number, accounts: AccountsService, hlc: string, spell: Spell): void {
    const { memberCount: _count, ...account } = accounts.detail(id)
    for (const state of this.#archive(account).states.slice(1)) {
      accounts.change(id, { ...account, ...state }, hlc, spell)
    }
  }

  #archive(account: Pick<AccountInput, 'code' | 'shortName' | 'industry'>) {
    return demoArchive(account, this.#ranks.get(account.code) ?? 0, this.story.firstMonth)
  }
}
