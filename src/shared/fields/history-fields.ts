import { maskEmail, maskHandle, maskPhone, maskWithin } from '../domain/people/mask'
import type { WordKey } from '../i18n/index'

/** How a stored value becomes words in the change history. What is not declared is told by the form of its value. */
export interface HistoryField {
  label?: WordKey
  as?: 'money' | 'unitPrice' | 'weight' | 'ppm' | 'days' | 'instant' | 'birthday' | 'content'
  /** Words of a choice: the beginning of their keys, to which the value is added. */
  choice?: string
  /** A local id: of what. The core replaces it by a name before it is shown. */
  refersTo?: 'account' | 'contact'
  /** Personal data: how it is shown to those who may not see it. */
  mask?: (value: string) => string
  /** Objects: the parts of which their words are made; in a list the first is the name they are known by. */
  parts?: readonly string[]
}

const hidden = () => '***'

const text = (label: WordKey): HistoryField => ({ label })

const contact: Readonly<Record<string, HistoryField>> = {
  name: text('history:field.personName'),
  title: text('history:field.personTitle'),
  department: text('history:field.department'),
  phone: { label: 'history:field.phone', mask: maskPhone },
  wechat: { label: 'history:field.wechat', mask: maskHandle },
  email: { label: 'history:field.email', mask: maskEmail },
  note: { label: 'history:field.note', mask: maskWithin },
  primary: text('history:field.primary'),
  role: { label: 'history:field.role', choice: 'people:role.' },
  stance: { label: 'history:field.stance', choice: 'people:stance.' },
  influence: text('history:field.influence'),
  relationship: text('history:field.relationship'),
  reportsTo: { label: 'history:field.reportsTo', refersTo: 'contact' },
  channel: { label: 'history:field.channel', choice: 'people:channel.' },
  birthday: { label: 'history:field.birthday', as: 'birthday', mask: hidden },
  lastContactOn: text('history:field.lastContactOn'),
}

/** Fields of records by the entity they are audited under; a later feature adds its own. */
export const historyFields: Readonly<Record<string, Readonly<Record<string, HistoryField>>>> = {
  account: {
    code: text('fields:account.code'),
    name: text('fields:account.name'),
    shortName: text('fields:account.shortName'),
    aliases: text('fields:account.aliases'),
    monthAccounts: text('fields:account.monthAccounts'),
    uscc: text('fields:account.uscc'),
    industry: text('fields:account.industry'),
    stage: text('history:field.stage'),
    source: text('history:field.source'),
    tags: text('history:field.tags'),
    lifecycle: { label: 'accounts:lifecycle', choice: 'accounts:lifecycle.' },
    lifecycleSince: text('history:field.lifecycleSince'),
    lifecycleReason: text('history:field.lifecycleReason'),
    tier: { label: 'fields:account.tier', choice: 'components:tier.' },
    manager: text('fields:account.manager'),
    team: { label: 'history:field.team', parts: ['name', 'role', 'since', 'until'] },
    groupId: { label: 'fields:account.group', refersTo: 'account' },
    province: text('fields:account.province'),
    city: text('fields:account.city'),
    district: text('fields:account.district'),
    address: text('fields:account.address'),
    creditDays: text('fields:account.paymentDays'),
    creditLimitFen: { label: 'fields:account.creditLimit', as: 'money' },
    note: text('fields:account.remark'),
    contacts: { label: 'history:field.contacts', parts: ['name', 'title', 'phone', 'email', 'note'] },
  },
  contact,
  attachment: {
    title: text('attachments:field.title'),
    category: { label: 'attachments:field.category', choice: 'attachments:category.' },
    note: text('attachments:field.note'),
  },
  note: {
    kind: { label: 'timeline:note.kind', choice: 'timeline:kind.' },
    happenedOn: text('timeline:note.happenedOn'),
    withWhom: text('timeline:note.withWhom'),
    text: text('timeline:note.text'),
  },
  'price-sheet': {
    role: { label: 'history:field.role', choice: 'shell:role.' },
    status: { label: 'history:field.status', choice: 'pricing:status.' },
    validTo: text('history:field.validTo'),
    validFrom: text('history:field.validFrom'),
  },
  contract: {
    creditLimitFen: { label: 'contracts:field.creditLimitFen', as: 'money' },
    depositFen: { label: 'contracts:field.depositFen', as: 'money' },
    minimumFen: { label: 'contracts:field.minimumFen', as: 'money' },
    minimumGrams: { label: 'contracts:field.minimumGrams', as: 'weight' },
    minimumUnit: { label: 'contracts:field.minimumUnit', choice: 'contracts:minimum.unit.' },
    minimumPeriod: { label: 'contracts:field.minimumPeriod', choice: 'contracts:minimum.period.' },
    assessment: { label: 'contracts:field.assessment', choice: 'contracts:assessment.' },
    accountId: { label: 'contracts:field.accountId', refersTo: 'account' },
  },
  quotation: {
    state: { label: 'history:field.quotation.state', choice: 'quotations:state.' },
    account_id: { label: 'history:field.quotation.account_id', refersTo: 'account' },
  },
  task: {
    status: { label: 'history:field.task.status', choice: 'calendar:status.' },
    account_id: { label: 'history:field.task.account_id', refersTo: 'account' },
  },
  anniversary: {
    kind: { label: 'calendar:form.kind', choice: 'calendar:kind.' },
    calendar: { label: 'calendar:form.calendar', choice: 'calendar:account.' },
  },
  competition: {
    'share.*': {
      parts: ['sharePpm', 'pricePerKg', 'pricePerTicket', 'products', 'lanes', 'priceNote', 'strengths', 'weaknesses'],
    },
  },
  'white-space': { 'cell.*': { choice: 'history:field.white-space.cell.' } },
  'account-cost': { fen: { label: 'history:field.account-cost.fen', as: 'money' } },
  'custom-field': { options: { label: 'history:field.custom-field.options', parts: ['name'] } },
  plan: {
    servicePackage: { label: 'plans:field.servicePackage', choice: 'plans:package.' },
    reviewLog: text('plans:section.review'),
  },
  view: {
    filters: { label: 'history:field.view.filters', as: 'content' },
    sort: { label: 'history:field.view.sort', as: 'content' },
    columns: { label: 'history:field.view.columns', as: 'content' },
  },
  setting: { 'session.role': { label: 'history:field.setting.session.role', choice: 'shell:role.' } },
  book: { name: text('settings:book.name') },
  import: { hash: text('history:field.hash'), counts: text('history:field.counts') },
}

/** Parts of objects that stand in a list, by the names they are stored under. */
export const partFields: Readonly<Record<string, HistoryField>> = contact

/** Where the words of other records' fields stand, by the beginning of their keys; the field's name follows. */
export const labelPlaces: Readonly<Record<string, readonly string[]>> = {
  account: ['fields:account.', 'duplicates:link.', 'duplicates:'],
  contact: ['fields:contact.', 'people:field.'],
  site: ['needs:site.'],
  needs: ['needs:', 'needs:expectation.'],
  wallet: ['needs:wallet.'],
  competition: ['needs:competition.', 'needs:'],
  'financial-year': ['credit:field.'],
  'credit-rating': ['credit:field.', 'credit:'],
  anniversary: ['calendar:form.'],
  task: ['calendar:task.'],
  quotation: ['quotations:field.', 'quotations:'],
  contract: ['contracts:field.', 'contracts:'],
  plan: ['plans:field.', 'plans:section.', 'plans:'],
}

export function historyField(entity: string, field: string): HistoryField {
  const fields = historyFields[entity]
  return fields?.[field] ?? fields?.[`${field.split('.', 1)[0]}.*`] ?? {}
}
