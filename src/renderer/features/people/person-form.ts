import type { PersonDetail, PersonInput } from '#shared/contract/people'
import { isBirthday } from '#shared/domain/people/person'
import type { BirthdayDraft } from './birthday-field'

/** A contact as its form holds it. */
export type PersonForm = Omit<PersonInput, 'birthday'> & { birthday: BirthdayDraft | null }

export const emptyPerson: PersonForm = {
  name: '',
  title: '',
  department: '',
  phone: '',
  wechat: '',
  email: '',
  note: '',
  primary: false,
  role: null,
  stance: null,
  influence: null,
  relationship: null,
  reportsTo: null,
  channel: null,
  birthday: null,
  lastContactOn: null,
}

/** A superior who is no longer there stands for nobody. */
export function formOf(person: PersonDetail, known: ReadonlySet<number>): PersonForm {
  const values = Object.fromEntries(
    Object.keys(emptyPerson).map((key) => [key, person[key as keyof PersonDetail]]),
  ) as unknown as PersonForm
  return { ...values, reportsTo: person.reportsTo !== null && known.has(person.reportsTo) ? person.reportsTo : null }
}

export function inputOf({ birthday, ...form }: PersonForm): PersonInput {
  const texts = ['name', 'title', 'department', 'phone', 'wechat', 'email', 'note'] as const
  const nothing = ['role', 'stance', 'influence', 'relationship', 'reportsTo', 'channel', 'lastContactOn'] as const
  return {
    ...form,
    ...(Object.fromEntries(texts.map((key) => [key, (form[key] ?? '').trim()])) as Pick<
      PersonInput,
      (typeof texts)[number]
    >),
    // A cleared select gives undefined.
    ...(Object.fromEntries(nothing.map((key) => [key, form[key] ?? null])) as Pick<
      PersonInput,
      (typeof nothing)[number]
    >),
    birthday: wholeBirthday(birthday),
  }
}

function wholeBirthday(draft: BirthdayDraft | null): PersonInput['birthday'] {
  if (!draft || draft.month === null || draft.day === null) return null
  return { ...draft, month: draft.month, day: draft.day }
}

/** True for a birthday that may be saved: none at all, or a day that exists. */
export function birthdayFits(draft: BirthdayDraft | null): boolean {
  if (!draft) return true
  const whole = wholeBirthday(draft)
  return whole !== null && isBirthday(whole)
}
