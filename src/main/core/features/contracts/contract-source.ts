import { reminderStages } from '#shared/domain/contracts/standing'
import type { Database } from '../../db/database'
import type { ReminderEntry, ReminderSource } from '../calendar/reminder-source'
import { standingFields } from './contract-columns'
import * as repository from './contracts.repository'
import type { NamedContract } from './contracts.repository'

/** Notice has to be thought of before its last day, a deposit asked for before it is due. */
const noticeLead = 30
const depositLead = 14

/**
 * Ends of contracts 90, 60 and 30 days before, the last day to give notice of one that prolongs itself, deposits that are
 * due. One reminder stands for an end at a time: that of 60 days takes the place of that of 90, done or not.
 */
export function contractSource(db: Database, today: () => string): ReminderSource {
  return {
    name: 'contract',
    permission: 'contracts.read',
    longestLead: () => Math.max(...reminderStages, noticeLead, depositLead),
    between: (from, to) => {
      const now = today()
      return repository
        .contractsFound(db, {})
        .flatMap((record) => entriesOf(record, now))
        .filter(({ on }) => on >= from && on <= to)
    },
  }
}

function entriesOf(record: NamedContract, today: string): ReminderEntry[] {
  const { status, endsOn, daysLeft, noticeBy } = standingFields(record, today)
  if (status === 'draft' || status === 'terminated') return []
  const entry = (key: string, on: string, leadDays: number, code: ReminderEntry['text']['code'], stage = 0) => ({
    key: `${record.uid}:${key}`,
    on,
    leadDays,
    text: { code, params: { number: record.number, title: record.title, ...(stage > 0 && { stage }) } },
    route: `/contracts/${record.id}`,
    accountId: record.account_id,
    account: record.account,
    assignee: record.manager,
    nth: null,
    kept: [],
  })
  const entries: ReminderEntry[] = []
  if (endsOn !== null && daysLeft !== null && record.next_signed_on === null) {
    const stage = reminderStages.findLast((days) => daysLeft <= days) ?? reminderStages[0]
    const code = noticeBy === null ? 'reminder.contract-end' : 'reminder.contract-renews'
    entries.push(entry(`${endsOn}:${stage}`, endsOn, stage, code, stage))
    if (noticeBy !== null) entries.push(entry(`${endsOn}:notice`, noticeBy, noticeLead, 'reminder.contract-notice'))
  }
  if (record.deposit_due_on !== null && record.deposit_received_on === null && (record.deposit_fen ?? 0) > 0) {
    entries.push(
      entry(`deposit:${record.deposit_due_on}`, record.deposit_due_on, depositLead, 'reminder.contract-deposit'),
    )
  }
  return entries
}
