import type { WorkerKernel } from '../../worker/worker-kernel'
import { createPeopleService } from '../people/people.service'
import { loadSurnames } from '../people/person-reading'
import type { DemoStory } from './generator/generate-demo'
import { peopleOf } from './generator/sample-people'

/** Writes the people of the story's customers, then their org lines; `ids` are the customers' keys by code. */
export async function tellPeople(
  kernel: WorkerKernel,
  { accounts, lastMonth }: DemoStory,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const { book, lease } = kernel
  const people = createPeopleService(kernel)
  const spell = await loadSurnames()
  await lease.run(() =>
    book.write((hlc) => {
      const write = { hlc, batch: null, spell }
      let count = 0
      for (const [rank, account] of accounts.entries()) {
        const accountId = ids.get(account.code)
        if (accountId === undefined) continue
        const made = peopleOf(account, rank, lastMonth)
        const own = made.map(({ boss: _boss, ...person }) =>
          people.insert(accountId, { ...person, reportsTo: null }, write),
        )
        for (const [at, { boss }] of made.entries()) {
          const [id, bossId] = [own[at], boss === null ? undefined : own[boss]]
          if (id !== undefined && bossId !== undefined) people.drawLine(id, bossId, write)
        }
        count += own.length
      }
      return {
        result: undefined,
        audit: { action: 'create', entity: 'demo', entityUid: 'demo', summary: String(count) },
      }
    }),
  )
}
