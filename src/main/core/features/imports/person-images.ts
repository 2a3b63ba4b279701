import { personInput, type PersonInput } from '#shared/contract/people'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { createPeopleService, type PeopleService } from '../people/people.service'
import type { SpellPerson } from '../people/person-reading'
import * as repository from './imports.repository'

/** Keeps how a contact was before a batch changed it, and the version the batch gave it. */
export function keepPerson(
  { db }: Pick<WorkerKernel, 'db'>,
  people: PeopleService,
  batch: number,
  id: number,
  before: PersonInput,
): void {
  const { version } = people.record(id)
  repository.keepBefore(db, batch, 'contact', id, before, { version })
}

/**
 * Takes back what a batch did to contacts: those it made go, those it changed are as before. Contacts erased since stay
 * erased (their images went with them). @throws Refused `changed-meanwhile` if one was edited since
 */
export function undoPeople(kernel: WorkerKernel, batch: number, hlc: string, spell: SpellPerson): void {
  const { db } = kernel
  const people = createPeopleService(kernel)
  for (const kept of repository.keptOf(db, batch, 'contact')) {
    const { version } = JSON.parse(kept.after) as { version: number }
    if (people.record(kept.entity_id).version !== version) throw new Refused('changed-meanwhile')
    people.change(kept.entity_id, personInput.parse(JSON.parse(kept.before)), { hlc, spell })
  }
  for (const made of people.ofBatch(batch)) {
    if (made.erased_at !== null) continue
    if (made.version > 1) throw new Refused('changed-meanwhile')
    people.deleteRow(made.id)
  }
}
