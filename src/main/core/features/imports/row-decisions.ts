import type { Preview } from '#shared/contract/imports'
import type { FoundProblem } from '#shared/domain/import/found-problem'
import type { RowChange, RowTarget } from '#shared/domain/import/row-change'
import { changeWords } from '#shared/fields/change-words'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { definitions } from '../custom-fields/custom-values'
import { shownChange } from '../history/shown-change'

/** What a row would change and in which record, for the clerk to accept or refuse. */
export interface RowFinding {
  target?: RowTarget
  changes?: readonly RowChange[]
}

/** A row the clerk refused in the preview; it stands in the rejects workbook with this reason. */
export function skippedProblem(row: number): FoundProblem {
  return { row, column: null, code: 'skipped-by-clerk', params: {}, severity: 'error' }
}

type ShownChange = NonNullable<Preview['rows'][number]['changes']>[number]

/** Changes in words, old and new; personal values are masked for those who have no need of them. */
export function changeTeller(
  { db }: Pick<WorkerKernel, 'db'>,
  { locale, seesPersonal }: { locale: Locale; seesPersonal: boolean },
): (changes: readonly RowChange[]) => ShownChange[] {
  const names = new Map(definitions(db).map(({ uid, name }) => [`custom.${uid}`, name]))
  const nothing = () => null
  const facts = {
    // Keys are names already where a row speaks of them.
    nameOf: { account: nothing, contact: nothing },
    ownName: (field: string) => names.get(field) ?? '',
  }
  const say = (key: WordKey, params?: WordParams) => translate(locale, key, params)
  return (changes) =>
    changes.map(({ entity, ...change }) => {
      const shown = shownChange(facts, entity, change, seesPersonal)
      const { label, old, new: next } = changeWords(say, { entity, ...shown }, shown.label)
      const whose = entity === 'contact' ? say('imports:change.contact', { field: label }) : label
      return { field: `${entity}.${change.field}`, label: whose, old, new: next }
    })
}
