import { permissions } from '#shared/contract/base'
import type { TaskState } from '#shared/contract/calendar'
import { toLunar } from '#shared/domain/calendar/lunar'
import { occurrencesBetween } from '#shared/domain/calendar/yearly-date'
import { addDays } from '#shared/domain/months'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { createAccountsService } from '../accounts/accounts.service'
import { createAnniversaries } from '../calendar/anniversaries.service'
import { anniversaryKey, anniversarySource, anniversarySourceName } from '../calendar/anniversary-source'
import { createCalendarSettings } from '../calendar/calendar-settings'
import { createOfficialYears } from '../calendar/official-years.service'
import { createTasks } from '../calendar/tasks.service'
import { type DemoAnniversary, makeAnniversaries, makeTasks } from './generator/demo-anniversaries'
import { accountCode } from './generator/demo-accounts'

const everything = new Set(permissions)
const state = (status: TaskState['status'], note: string): TaskState => ({ status, snoozedTo: null, note })

function services(kernel: WorkerKernel) {
  const settings = createCalendarSettings(kernel)
  const accounts = createAccountsService(kernel)
  const sources = [anniversarySource(kernel.db, settings.read)]
  return {
    anniversaries: createAnniversaries(kernel, accounts, settings),
    tasks: createTasks(kernel, accounts, () => sources, settings, createOfficialYears(kernel)),
  }
}

/** Writes the story's anniversaries, known since its beginning, and its tasks; `ids` are the customers' keys by code. */
export async function tellCalendar(
  kernel: WorkerKernel,
  firstMonth: string,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const { book, lease } = kernel
  const { anniversaries, tasks } = services(kernel)
  const today = book.today()
  const accountAt = (rank: number) => ids.get(accountCode(rank)) ?? null
  await lease.run(() =>
    book.write((hlc) => {
      for (const { rank, input, settled } of makeAnniversaries(ids.size, today)) {
        const accountId = accountAt(rank)
        if (accountId === null) continue
        const { uid } = anniversaries.insert({ ...input, accountId }, hlc, `${firstMonth}-01T00:00:00.000Z`)
        if (!settled) continue
        const ref = { source: anniversarySourceName, key: anniversaryKey(uid, yearNear(input, today)) }
        tasks.settleIn(ref, 0, state(settled.status, settled.note), everything, hlc)
      }
      for (const { rank, input, done } of makeTasks(today)) {
        const accountId = rank === null ? null : accountAt(rank)
        const { id, version } = tasks.insertManual({ ...input, accountId }, hlc)
        if (done !== null) tasks.settleIn({ id }, version, state('done', done), everything, hlc)
      }
      const audit = { action: 'create', entity: 'demo', entityUid: 'demo', summary: String(ids.size) }
      return { result: undefined, audit }
    }),
  )
}

/** Inside the caller's write: what `tellCalendar` wrote goes, tasks about no customer too (the book was empty before). */
export function takeBackCalendar(kernel: WorkerKernel): void {
  const { anniversaries, tasks } = services(kernel)
  tasks.discardAll()
  anniversaries.discardAll()
}

/** The year in which the occasion near today is counted. */
function yearNear(input: DemoAnniversary['input'], today: string): number {
  const [near] = occurrencesBetween(input, addDays(today, -30), addDays(today, 30))
  return near?.year ?? toLunar(today)?.year ?? Number(today.slice(0, 4))
}
