import { historyFields } from '#shared/fields/history-fields'
import type { Database } from '../../db/database'
import type { ImportedChange } from '../history/history.service'
import { accountImages } from './import-timeline.repository'

/** What imports changed of a customer: the fields of a form, without what the program keeps beside them. */
export function importedChanges(db: Database, accountId: number): ImportedChange[] {
  return accountImages(db, accountId).map((image) => ({
    ...image,
    before: formFields(image.before),
    after: formFields(image.after),
  }))
}

function formFields({ custom, ...image }: Record<string, unknown>): Record<string, unknown> {
  const known = Object.entries(image).filter(([field]) => Object.hasOwn(historyFields.account ?? {}, field))
  const own = Object.entries(typeof custom === 'object' && custom !== null ? custom : {})
  return Object.fromEntries([...known, ...own.map(([uid, value]) => [`custom.${uid}`, value] as const)])
}
