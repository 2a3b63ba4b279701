import type { Workbench } from '../../../src/shared/contract/insight'
import type { BookInfo } from '../../../src/shared/contract/system'
import type { Backend } from '../../../src/renderer/components/backend'
import { book, fakeApi, type FakeApi } from './screen'

export { refusal } from './screen'

/** A month in which nothing happened. */
export const quietMonth: Workbench = {
  month: '2026-03',
  figures: {
    revenueFen: 0,
    previousRevenueFen: 0,
    marginFen: 0,
    pieces: 0,
    previousPieces: 0,
    grams: 0,
    activeAccounts: 0,
    unmatched: 0,
    unrated: 0,
    uncosted: 0,
  },
  months: [],
  tasks: [],
  prospects: [],
}

const noTasks = {
  rows: [],
  total: 0,
  today: '2026-11-22',
  counts: { overdue: 0, today: 0, week: 0, later: 0, snoozed: 0 },
  assignees: [],
}

/** A core for the whole window: answers what the shell asks by itself; the rest is given by the test. */
export function shellBackend(api: FakeApi, info: Partial<BookInfo> = {}) {
  let gone: () => void = () => undefined
  const known: FakeApi = {
    ...api,
    system: { info: () => ({ ...book, ...info }), preferences: () => ({}), setPreference: () => ({}), ...api.system },
    jobs: { running: () => [], ...api.jobs },
    insight: {
      workbench: () => quietMonth,
      tierRule: () => ({ basis: 'revenue', platinumShare: 5000, goldShare: 8000, leadMarginRate: 0 }),
      ...api.insight,
    },
    accounts: { search: () => [], ...api.accounts },
    calendar: { tasks: () => noTasks, ...api.calendar },
  }
  const backend: Backend = {
    api: fakeApi(known, []),
    uploadFile: () => Promise.reject(new Error('no upload expected')),
    download: () => Promise.resolve(),
    onHostGone: (listener) => {
      gone = listener
      return () => undefined
    },
  }
  return { backend, goneNow: () => gone() }
}
