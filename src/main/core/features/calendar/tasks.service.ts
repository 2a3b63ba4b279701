import type { TaskInput, TaskRef, TaskRow, TaskState } from '#shared/contract/calendar'
import { addDays } from '#shared/domain/months'
import { reminderText } from '#shared/i18n/reminder-text'
import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { newRecord } from '../../db/new-record'
import { removal } from '../../db/removal'
import type { Session } from '../../kernel'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { Refused } from '../../refused'
import type { AccountsService } from '../accounts/accounts.service'
import type { CalendarSettingsStore } from './calendar-settings'
import type { OfficialYearsService } from './official-years.service'
import type { ReminderSource } from './reminder-source'
import { type SourcedEntry, storedRow, taskLists } from './task-list'
import type { TaskRecord } from './tasks.repository'
import * as repository from './tasks.repository'

type Permissions = Session['permissions']

export interface TaskQuery {
  view: 'open' | 'snoozed' | 'closed'
  page: number
  pageSize: number
  search: string
  assignee?: string | undefined
  accountId?: number | undefined
}

export type TasksService = ReturnType<typeof createTasks>

/** What has to be done: reminders of all sources and what people wrote down; a row is stored once somebody deals with it. */
export function createTasks(
  kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>,
  accounts: Pick<AccountsService, 'detail'>,
  sources: () => readonly ReminderSource[],
  settings: CalendarSettingsStore,
  officialYears: OfficialYearsService,
) {
  const { db, book, lease } = kernel

  /** What may be a task today: from the oldest that is still kept to the furthest that may already be shown. */
  function entries(permissions: Permissions): SourcedEntry[] {
    const today = book.today()
    const from = addDays(today, -settings.read().keepOverdue)
    return allowed(sources(), permissions).flatMap((source) => {
      // A day may be due on a working day before it: holidays with their adjusted days last no longer than two weeks.
      const to = addDays(today, source.longestLead() + 14)
      return source.between(from, to).map((entry) => ({ ...entry, source: source.name }))
    })
  }

  function lists(permissions: Permissions) {
    const found = entries(permissions)
    const days = found.map(({ on }) => on).toSorted()
    const today = book.today()
    const hidden = hiddenSources(permissions)
    return taskLists({
      today,
      entries: found,
      touched: repository.tasksAbout(db, days[0] ?? today, days.at(-1) ?? today),
      open: repository.openTasks(db).filter(({ source }) => !hidden.includes(source)),
      calendar: officialYears.calendar(),
      beforeHolidays: settings.read().beforeHolidays,
      shown,
    })
  }

  const hiddenSources = (permissions: Permissions): string[] =>
    sources()
      .filter((source) => !isAllowed(source, permissions))
      .map(({ name }) => name)

  const isPersonal = (name: string) => sources().some((source) => source.name === name && source.personal === true)

  /** A stored task as it is listed, words that are not stored read from their source. */
  function shown(row: repository.NamedTask, today: string): TaskRow {
    const listed = storedRow(row, today)
    if (!isPersonal(row.source)) return listed
    const source = sources().find(({ name }) => name === row.source)
    const entry = source?.between(row.about_on, row.about_on).find(({ key }) => key === row.source_key)
    return entry ? { ...listed, text: entry.text } : listed
  }

  function existing(id: number): TaskRecord {
    const row = repository.taskById(db, id)
    if (!row) throw new Refused('not-found', { what: 'task' })
    return row
  }

  /** The row of a task; the first time somebody deals with a reminder it is made. */
  function rowOf(ref: TaskRef, version: number, permissions: Permissions, hlc: string): TaskRecord {
    if ('id' in ref) {
      const row = existing(ref.id)
      expectVersion(row, version)
      return row
    }
    if (repository.taskOfSource(db, ref.source, ref.key)) throw new Refused('changed-meanwhile')
    const entry = entries(permissions).find(({ source, key }) => source === ref.source && key === ref.key)
    if (!entry) throw new Refused('not-found', { what: 'task' })
    const { on, text, route, accountId, assignee } = entry
    const due = settings.read().beforeHolidays ? officialYears.calendar().lastWorkdayUntil(on) : on
    const kept = isPersonal(ref.source) ? { code: `source.${ref.source}`, params: {} } : text
    const row = { code: kept.code, params: JSON.stringify(kept.params), route, account_id: accountId, assignee }
    return existing(insertRow({ ...row, source: ref.source, source_key: ref.key, about_on: on, due_on: due }, hlc))
  }

  type NewRow = Pick<
    TaskRecord,
    'source' | 'source_key' | 'account_id' | 'code' | 'params' | 'route' | 'about_on' | 'due_on' | 'assignee'
  >

  function insertRow(row: NewRow, hlc: string, note = ''): number {
    const open = { status: 'open', snoozed_to: null, closed_at: null, closed_by: null } as const
    return repository.insertTask(db, { ...row, ...newRecord(book, hlc), ...open, note })
  }

  /** Inside the caller's transaction. */
  function insertManual(task: TaskInput, hlc: string): TaskRecord {
    if (task.accountId !== null) accounts.detail(task.accountId)
    return existing(insertRow({ ...manualColumns(task), source: 'manual', source_key: null }, hlc, task.note))
  }

  const { remove, restore } = removal(kernel, {
    found: existing,
    before(row) {
      if (row.source_key !== null) throw new Refused('invalid-input', { why: 'source' })
    },
    store: ({ id }, columns) => repository.updateTask(db, id, columns),
    audit: auditOf,
  })

  /** Inside the caller's transaction. @returns the row as it is now and the state it had */
  function settleIn(ref: TaskRef, version: number, state: TaskState, permissions: Permissions, hlc: string) {
    const row = rowOf(ref, version, permissions, hlc)
    const before = stateOf(row)
    const closed = state.status === 'open' ? null : book.now()
    const after = {
      status: state.status,
      snoozed_to: state.status === 'open' ? state.snoozedTo : null,
      note: state.note,
      closed_at: closed,
      closed_by: closed === null ? null : book.actor,
    }
    repository.updateTask(db, row.id, { ...after, version: row.version + 1, hlc, updated_at: book.now() })
    return { row, before, now: stateOf({ ...row, ...after }) }
  }

  return {
    list(query: TaskQuery, { permissions }: Pick<Session, 'permissions'>) {
      const { assignee, accountId, page, pageSize } = query
      const today = book.today()
      const all = lists(permissions)
      const matches = (row: TaskRow) =>
        (assignee === undefined || row.assignee === assignee) &&
        (accountId === undefined || row.accountId === accountId) &&
        contains(row, query.search)
      const open = all.open.filter(matches)
      const snoozed = all.snoozed.filter(matches)
      const count = (group: TaskRow['group']) => open.filter((row) => row.group === group).length
      const counts = {
        overdue: count('overdue'),
        today: count('today'),
        week: count('week'),
        later: count('later'),
        snoozed: snoozed.length,
      }
      const assignees = [...new Set([...all.open, ...all.snoozed].map((row) => row.assignee))]
        .filter(Boolean)
        .toSorted()
      if (query.view === 'closed') {
        const { rows, total } = repository.closedTasks(db, { ...query, hidden: hiddenSources(permissions) })
        return { rows: rows.map((row) => shown(row, today)), total, today, counts, assignees }
      }
      const rows = query.view === 'open' ? open : snoozed
      return { rows: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length, today, counts, assignees }
    },
    settleIn,
    insertManual,
    settle: (ref: TaskRef, version: number, state: TaskState, { permissions }: Pick<Session, 'permissions'>) =>
      lease.run(() =>
        book.write((hlc) => {
          const { row, before, now } = settleIn(ref, version, state, permissions, hlc)
          const changes = fieldChanges(before, now)
          const audit = changes.length === 0 ? null : { ...auditOf(row), action: actionOf(before, now), changes }
          return { result: { id: row.id, version: row.version + 1, before }, audit }
        }),
      ),
    create: (task: TaskInput): Promise<{ id: number }> =>
      lease.run(() =>
        book.write((hlc) => {
          const row = insertManual(task, hlc)
          return { result: { id: row.id }, audit: { ...auditOf(row), action: 'create' } }
        }),
      ),
    update: (id: number, version: number, task: TaskInput): Promise<void> =>
      lease.run(() =>
        book.write((hlc) => {
          const row = existing(id)
          if (row.source_key !== null) throw new Refused('invalid-input', { why: 'source' })
          expectVersion(row, version)
          if (task.accountId !== null) accounts.detail(task.accountId)
          const columns = { ...manualColumns(task), note: task.note, snoozed_to: null }
          const changes = fieldChanges(row, columns)
          if (changes.length === 0) return { result: undefined, audit: null }
          repository.updateTask(db, id, { ...columns, version: version + 1, hlc, updated_at: book.now() })
          return { result: undefined, audit: { ...auditOf({ ...row, ...columns }), action: 'update', changes } }
        }),
      ),
    remove,
    restore,
    /** Inside the caller's transaction: all go for good. */
    discardAll: () => repository.deleteTasks(db),
  }
}

export function allowed(sources: readonly ReminderSource[], permissions: Permissions): readonly ReminderSource[] {
  return sources.filter((source) => isAllowed(source, permissions))
}

function isAllowed({ permission }: ReminderSource, permissions: Permissions): boolean {
  return permission === undefined || permissions.has(permission)
}

function manualColumns({ title, accountId, due, assignee }: TaskInput) {
  return {
    code: 'reminder.manual',
    params: JSON.stringify({ title }),
    route: accountId === null ? '' : `/accounts/${accountId}`,
    account_id: accountId,
    about_on: due,
    due_on: due,
    assignee,
  }
}

function stateOf({ status, snoozed_to, note }: Pick<TaskRecord, 'status' | 'snoozed_to' | 'note'>): TaskState {
  return { status, snoozedTo: snoozed_to, note }
}

function actionOf(before: TaskState, now: TaskState): string {
  if (now.status !== 'open') return now.status === 'done' ? 'done' : 'drop'
  if (before.status !== 'open') return 'reopen'
  return now.snoozedTo === null ? 'update' : 'snooze'
}

/** The audit keeps the words in the language of the trade. */
function auditOf(row: TaskRecord) {
  const text = { code: row.code, params: JSON.parse(row.params) as TaskRow['text']['params'] }
  const summary = `${row.about_on} ${reminderText('zh-CN', text)}`
  return { entity: 'task', entityUid: row.uid, summary }
}

/** Words are looked for in both languages. */
function contains({ account, text, assignee }: TaskRow, search: string): boolean {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return true
  const texts = [account, assignee, reminderText('zh-CN', text), reminderText('en', text)]
  return texts.some((one) => one.toLowerCase().includes(wanted))
}
