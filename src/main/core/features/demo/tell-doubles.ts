import { personInput } from '#shared/contract/people'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { createAccountsService } from '../accounts/accounts.service'
import { createPeopleService } from '../people/people.service'
import { loadSurnames } from '../people/person-reading'
import { makeDoubles } from './generator/double-accounts'
import type { DemoStory } from './generator/generate-demo'

/** Writes the customers that stand in the archive twice; their keys by code. */
export async function tellDoubles(kernel: WorkerKernel, { accounts }: DemoStory): Promise<Map<string, number>> {
  const { book, lease } = kernel
  const service = createAccountsService(kernel)
  const people = createPeopleService(kernel)
  const spell = await loadSurnames()
  const doubles = makeDoubles(accounts)
  return lease.run(() =>
    book.write((hlc) => {
      const ids = new Map<string, number>()
      for (const { account, contact } of doubles) {
        const id = service.insert(account, hlc, null, spell)
        ids.set(account.code, id)
        if (contact) people.insert(id, personInput.parse({ ...contact, primary: true }), { hlc, batch: null, spell })
      }
      const audit = { action: 'create', entity: 'demo', entityUid: 'demo', summary: String(ids.size) }
      return { result: ids, audit }
    }),
  )
}
