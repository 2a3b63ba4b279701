import { z } from 'zod'
import { channels, decisionRoles, isBirthday, stances } from '#shared/domain/people/person'
import { day, empty, id, instant, listInput, listOf, madeFile, message, procedure } from './base'
import { startedJob } from './jobs'

const text = (max: number) => z.string().trim().max(max)

export const decisionRole = z.enum(decisionRoles)
export const stance = z.enum(stances)
export const channel = z.enum(channels)
const mark = z.int().min(1).max(5)

export const birthday = z
  .object({
    calendar: z.enum(['solar', 'lunar']),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    leap: z.boolean().default(false),
    year: z.int().min(1900).max(2100).nullable().default(null),
  })
  .refine(isBirthday, { message: 'birthday' })

/** What a form or an import writes of a contact. Masked values sent back (`138****1001`) leave theirs as they are. */
export const personInput = z.object({
  name: text(40).min(1),
  title: text(40).default(''),
  department: text(40).default(''),
  /** One or several numbers joined by 、; checked and written in one form. */
  phone: text(60).default(''),
  /** WeChat name, or the number it is bound to. */
  wechat: text(40).default(''),
  email: text(80).default(''),
  note: text(500).default(''),
  primary: z.boolean().default(false),
  /** Part in the decision. */
  role: decisionRole.nullable().default(null),
  stance: stance.nullable().default(null),
  /** 1 (hardly any) … 5 (decides). */
  influence: mark.nullable().default(null),
  /** Strength of the relationship with us, 1 (hardly known) … 5 (trusts us). */
  relationship: mark.nullable().default(null),
  reportsTo: id.nullable().default(null),
  channel: channel.nullable().default(null),
  birthday: birthday.nullable().default(null),
  lastContactOn: day.nullable().default(null),
})
export type PersonInput = z.infer<typeof personInput>

/** The first contact that comes with a new customer. */
export const firstContact = personInput.pick({ name: true, title: true, phone: true, email: true })
export type FirstContact = z.infer<typeof firstContact>

/** A contact as lists show it: numbers, addresses, the day of birth and what stands in the note are masked. */
export const personRow = personInput.omit({ birthday: true }).extend({
  id,
  uid: z.string(),
  version: z.int(),
  accountId: id,
  account: z.string(),
  accountCode: z.string(),
  reportsToName: z.string(),
  /** The month of the birthday alone. */
  birthMonth: z.object({ calendar: z.enum(['solar', 'lunar']), month: z.int() }).nullable(),
  /** Days since the last contact; null: never, as far as the book knows. */
  silentDays: z.int().nullable(),
  /** Where the relationship map shows the contact, centre in units of the map; null: laid out by the program. */
  place: z.object({ x: z.int(), y: z.int() }).nullable(),
})
export type PersonRow = z.infer<typeof personRow>

export const personDetail = personInput.extend({
  id,
  uid: z.string(),
  version: z.int(),
  accountId: id,
  account: z.string(),
  /** False: personal values are masked; null stands for a birthday not shown. */
  full: z.boolean(),
  deletedAt: instant.nullable(),
})
export type PersonDetail = z.infer<typeof personDetail>

/** What is missing in the knowledge of a customer's people; words by `people:gap.<code>`. */
export const gap = message.extend({ severity: z.enum(['info', 'warning', 'danger']) })
export type Gap = z.infer<typeof gap>

export const peopleOfAccount = z.object({
  people: z.array(personRow),
  gaps: z.array(gap),
  /** The traces of contacts that were erased for good. */
  erased: z.array(z.object({ id, at: instant, by: z.string() })),
})
export type PeopleOfAccount = z.infer<typeof peopleOfAccount>

export const peopleFilter = z.object({
  accountId: id.optional(),
  role: decisionRole.optional(),
  stance: stance.optional(),
  /** Month of the birthday, in its own calendar. */
  birthMonth: z.int().min(1).max(12).optional(),
  /** Not contacted for more than sixty days, or never. */
  stale: z.boolean().optional(),
})
export type PeopleFilter = z.infer<typeof peopleFilter>

export const peopleContract = {
  /** All contacts of all customers. Search: name, pinyin, initials, customer, phone. */
  list: procedure('accounts.read')
    .input(listInput.extend({ filter: peopleFilter.default({}) }))
    .output(listOf(personRow)),
  ofAccount: procedure('accounts.read')
    .input(z.object({ accountId: id }))
    .output(peopleOfAccount),
  /** One contact with personal values masked: what a form of a role without `personal.read` opens with. */
  get: procedure('accounts.read').input(z.object({ id })).output(personDetail),
  /** One contact in full. Every call is entered in the audit trail: who saw whom, and when. */
  reveal: procedure('personal.read').input(z.object({ id })).output(personDetail),
  create: procedure('accounts.write')
    .input(z.object({ accountId: id, person: personInput }))
    .output(personDetail),
  update: procedure('accounts.write')
    .input(z.object({ id, version: z.int(), person: personInput }))
    .output(personDetail),
  /** Takes contacts out of all lists. `restore` is its undo; erasing for good is `erase`. */
  remove: procedure('accounts.write')
    .input(z.object({ ids: z.array(id).min(1) }))
    .output(z.object({ removed: z.array(id) })),
  restore: procedure('accounts.write')
    .input(z.object({ ids: z.array(id).min(1) }))
    .output(empty),
  /** Draws an org line on the map; null takes it away. Circles are refused. */
  setReportsTo: procedure('accounts.write')
    .input(z.object({ id, reportsTo: id.nullable() }))
    .output(z.object({ before: id.nullable() })),
  /** Where contacts stand on their map. How a picture looks is no business data: it is not audited. */
  arrange: procedure('accounts.write')
    .input(
      z.object({
        accountId: id,
        places: z.array(z.object({ id, place: z.object({ x: z.int(), y: z.int() }).nullable() })),
      }),
    )
    .output(empty),
  /**
   * Erases a contact for good (个人信息保护法 Art. 47): the row becomes a trace without any personal value, and what the
   * audit trail, imports and drafts held of the person goes too. `name` must be typed as it stands. The job then rewrites
   * the data file, so that no bytes linger.
   */
  erase: procedure('personal.erase')
    .input(z.object({ id, name: z.string() }))
    .output(
      startedJob.extend({
        /** Texts people wrote that still hold the name or a number, by table: for a person to look at. */
        left: z.array(z.object({ place: z.string(), count: z.int() })),
      }),
    ),
  /** What is filtered, as a workbook: in full for who may see it (audited), masked for the others. */
  export: procedure('accounts.read')
    .input(listInput.extend({ filter: peopleFilter.default({}), locale: z.enum(['zh-CN', 'en']) }))
    .output(madeFile),
}
