import type { PersonDetail, PersonInput, PersonRow } from '#shared/contract/people'
import { parsePhone } from '#shared/domain/import/parse-identifier'
import { silentDays } from '#shared/domain/people/gaps'
import { maskEmail, maskHandle, maskPhone, maskWithin } from '#shared/domain/people/mask'

import { Refused } from '../../refused'
import type { ContactRecord } from './people.repository'

/** A contact as a form or an import writes it, from its row. */
export function inputOf(record: ContactRecord): PersonInput {
  const { birth_calendar: calendar, birth_month: month, birth_day: day } = record
  return {
    name: record.name,
    title: record.title,
    department: record.department,
    phone: record.phone,
    wechat: record.wechat,
    email: record.email,
    note: record.note,
    primary: record.is_primary === 1,
    role: record.role,
    stance: record.stance,
    influence: record.influence,
    relationship: record.relationship,
    reportsTo: record.reports_to,
    channel: record.channel,
    birthday:
      calendar === null || month === null || day === null
        ? null
        : { calendar, month, day, leap: record.birth_leap === 1, year: record.birth_year },
    lastContactOn: record.last_contact_on,
  }
}

/** The columns a form or an import writes. */
export function personColumns(input: PersonInput) {
  const { birthday } = input
  return {
    name: input.name,
    title: input.title,
    department: input.department,
    phone: input.phone,
    wechat: input.wechat,
    email: input.email,
    note: input.note,
    is_primary: input.primary ? 1 : 0,
    role: input.role,
    stance: input.stance,
    influence: input.influence,
    relationship: input.relationship,
    reports_to: input.reportsTo,
    channel: input.channel,
    birth_calendar: birthday?.calendar ?? null,
    birth_year: birthday?.year ?? null,
    birth_month: birthday?.month ?? null,
    birth_day: birthday?.day ?? null,
    birth_leap: birthday?.leap ? 1 : 0,
    last_contact_on: input.lastContactOn,
  }
}

type Personal = Pick<PersonInput, 'phone' | 'wechat' | 'email' | 'note'>

/** How each personal value is shown to those who have no need of it. */
const masks: { readonly [K in keyof Personal]: (value: string) => string } = {
  phone: maskPhone,
  wechat: maskHandle,
  email: maskEmail,
  note: maskWithin,
}
const personalFields = Object.keys(masks) as (keyof Personal)[]

export function masked<T extends Personal>(person: T): T {
  const hidden = Object.fromEntries(personalFields.map((field) => [field, masks[field](person[field])]))
  return { ...person, ...hidden }
}

/**
 * What was sent, with values that only came back masked put back as they are. Who may not see everything cannot empty a
 * birthday either: the form did not show him one.
 */
export function unmasked(before: PersonInput, sent: PersonInput, seesAll: boolean): PersonInput {
  const kept = personalFields.filter((field) => before[field] !== '' && sent[field] === masks[field](before[field]))
  return {
    ...sent,
    ...Object.fromEntries(kept.map((field) => [field, before[field]])),
    birthday: sent.birthday ?? (seesAll ? null : before.birthday),
  }
}

/** The input in the form it is stored in. @throws Refused `bad-phone`, `bad-email`, `bad-wechat` */
export function checked(input: PersonInput, before?: PersonInput): PersonInput {
  const phone = input.phone === before?.phone ? input.phone : checkedPhone(input.phone)
  if (input.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email) && input.email !== before?.email)
    throw new Refused('bad-email', { text: input.email }, 'email')
  if (input.wechat !== before?.wechat && !isHandle(input.wechat))
    throw new Refused('bad-wechat', { text: input.wechat }, 'wechat')
  return { ...input, phone }
}

function checkedPhone(text: string): string {
  if (text === '') return ''
  const read = parsePhone(text)
  if (!read.ok) throw new Refused('bad-phone', { text }, 'phone')
  return read.value
}

/** Names of messengers are free, but hold no blanks; a handle of digits alone is the number it is bound to. */
export function isHandle(text: string): boolean {
  if (text === '') return true
  return /^\d{7,}$/.test(text) ? parsePhone(text).ok : /^\S{2,40}$/u.test(text)
}

export interface PersonFrame {
  account: string
  accountCode: string
  reportsToName: string
  /** `YYYY-MM-DD`. */
  today: string
}

export function rowOf(record: ContactRecord, frame: PersonFrame): PersonRow {
  const { birthday, ...input } = masked(inputOf(record))
  const { map_x: x, map_y: y } = record
  return {
    ...input,
    id: record.id,
    uid: record.uid,
    version: record.version,
    accountId: record.account_id,
    account: frame.account,
    accountCode: frame.accountCode,
    reportsToName: frame.reportsToName,
    birthMonth: birthday && { calendar: birthday.calendar, month: birthday.month },
    silentDays: silentDays(record.last_contact_on, frame.today),
    place: x === null || y === null ? null : { x, y },
  }
}

export function detailOf(record: ContactRecord, account: string, full: boolean): PersonDetail {
  const input = inputOf(record)
  return {
    ...(full ? input : { ...masked(input), birthday: null }),
    id: record.id,
    uid: record.uid,
    version: record.version,
    accountId: record.account_id,
    account,
    full,
    deletedAt: record.deleted_at,
  }
}
