import type { HolidayYear } from '#shared/contract/calendar'
import { officialDay } from '#shared/contract/calendar'
import { OfficialCalendar, type OfficialYear, publishedYears } from '#shared/domain/calendar/official-days'
import { z } from 'zod'
import { removal } from '../../db/removal'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { Refused } from '../../refused'
import * as repository from './official-years.repository'

const storedDays = z.array(officialDay)

export type OfficialYearsService = ReturnType<typeof createOfficialYears>

/** Arrangements of official holidays by year: what was imported last, else what comes with the program. */
export function createOfficialYears(kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>) {
  const { db, book, lease } = kernel

  /** Those in force, by year. */
  function list(): HolidayYear[] {
    const years = new Map<number, HolidayYear>(
      publishedYears.map(({ year, source, days }) => [
        year,
        { id: null, year, source, days: [...days], createdAt: null, createdBy: '' },
      ]),
    )
    for (const row of repository.importedYears(db)) {
      years.set(row.year, {
        id: row.id,
        year: row.year,
        source: row.source,
        days: storedDays.parse(JSON.parse(row.days)),
        createdAt: row.created_at,
        createdBy: row.created_by,
      })
    }
    return [...years.values()].toSorted((a, b) => a.year - b.year)
  }

  const { removeAll, restoreAll } = removal(kernel, {
    found(id: number) {
      const row = repository.officialYearById(db, id)
      if (!row) throw new Refused('not-found', { what: 'holidays' })
      return row
    },
    store: ({ id }, { deleted_at, hlc }) => repository.updateOfficialYear(db, id, { deleted_at, hlc }),
    audit: ({ uid, year, source }) => ({ entity: 'holidays', entityUid: uid, summary: `${year} ${source}` }),
  })

  return {
    list,
    calendar: () => new OfficialCalendar(list()),
    remove: async (ids: readonly number[]): Promise<void> => void (await removeAll(ids)),
    restore: async (ids: readonly number[]): Promise<void> => void (await restoreAll(ids)),
    /** Takes whole years in; each takes the place of what was in force. @returns keys of the rows, for the undo */
    add: (years: readonly OfficialYear[]): Promise<number[]> =>
      lease.run(() =>
        book.write((hlc) => {
          const now = book.now()
          const made = years.map(({ year, source, days }) => {
            const uid = book.uid()
            const row = { uid, hlc, year, source, days: JSON.stringify(days), created_at: now, created_by: book.actor }
            const id = repository.insertOfficialYear(db, { ...row, deleted_at: null })
            const changes = [{ field: 'days', old: null, new: days.length }]
            const summary = `${year} ${source}`
            return { id, audit: { action: 'import', entity: 'holidays', entityUid: uid, summary, changes } }
          })
          return { result: made.map(({ id }) => id), audit: made.map(({ audit }) => audit) }
        }),
      ),
  }
}
