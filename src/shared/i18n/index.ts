import { accountsEn, accountsZh } from './accounts'
import { alertsEn, alertsZh } from './alerts'
import { archiveEn, archiveZh } from './archive'
import { attachmentsEn, attachmentsZh } from './attachments'
import { calendarEn, calendarZh } from './calendar'
import { componentsEn, componentsZh } from './components'
import { contractsEn, contractsZh } from './contracts'
import { creditEn, creditZh } from './credit'
import { duplicatesEn, duplicatesZh } from './duplicates'
import { errorsEn, errorsZh } from './errors'
import { exportsEn, exportsZh } from './exports'
import { fieldsEn, fieldsZh } from './fields'
import { gridEn, gridZh } from './grid'
import { historyEn, historyZh } from './history'
import { hostsEn, hostsZh } from './hosts'
import { importProblemsEn, importProblemsZh } from './import'
import { importsEn, importsZh } from './imports'
import { insightEn, insightZh } from './insight'
import { jobsEn, jobsZh } from './jobs'
import { needsEn, needsZh } from './needs'
import { peopleEn, peopleZh } from './people'
import { permissionsEn, permissionsZh } from './permissions'
import { plansEn, plansZh } from './plans'
import { priceWorkbookEn, priceWorkbookZh, zonesEn, zonesZh } from './price-workbook'
import { pricingEn, pricingZh } from './pricing'
import { pricingEditorEn, pricingEditorZh } from './pricing-editor'
import { problemsEn, problemsZh } from './problems'
import { quotationsEn, quotationsZh } from './quotations'
import { profitEn, profitZh } from './profit'
import { ratingEn, ratingZh } from './rating'
import { settingsEn, settingsZh } from './settings'
import { shellEn, shellZh } from './shell'
import { timelineEn, timelineZh } from './timeline'
import { simulationEn, simulationZh } from './simulation'
import { waybillsEn, waybillsZh } from './waybills'
import { workbenchEn, workbenchZh } from './workbench'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** Every catalogue of the program under its namespace; a new feature adds one line to each of the two tables. */
const zh = {
  accounts: accountsZh,
  alerts: alertsZh,
  archive: archiveZh,
  calendar: calendarZh,
  attachments: attachmentsZh,
  history: historyZh,
  timeline: timelineZh,
  settings: settingsZh,
  shell: shellZh,
  components: componentsZh,
  duplicates: duplicatesZh,
  errors: errorsZh,
  exports: exportsZh,
  fields: fieldsZh,
  grid: gridZh,
  hosts: hostsZh,
  importProblems: importProblemsZh,
  imports: importsZh,
  insight: insightZh,
  jobs: jobsZh,
  contracts: contractsZh,
  credit: creditZh,
  needs: needsZh,
  people: peopleZh,
  permissions: permissionsZh,
  plans: plansZh,
  pricing: pricingZh,
  pricingEditor: pricingEditorZh,
  problems: problemsZh,
  quotations: quotationsZh,
  profit: profitZh,
  simulation: simulationZh,
  rating: ratingZh,
  waybills: waybillsZh,
  workbench: workbenchZh,
  workbook: priceWorkbookZh,
  zones: zonesZh,
} as const

export type Namespace = keyof typeof zh

const en: { [N in Namespace]: Record<keyof (typeof zh)[N], string> } = {
  accounts: accountsEn,
  alerts: alertsEn,
  archive: archiveEn,
  calendar: calendarEn,
  attachments: attachmentsEn,
  history: historyEn,
  timeline: timelineEn,
  settings: settingsEn,
  shell: shellEn,
  components: componentsEn,
  duplicates: duplicatesEn,
  errors: errorsEn,
  exports: exportsEn,
  fields: fieldsEn,
  grid: gridEn,
  hosts: hostsEn,
  importProblems: importProblemsEn,
  imports: importsEn,
  insight: insightEn,
  jobs: jobsEn,
  contracts: contractsEn,
  credit: creditEn,
  needs: needsEn,
  people: peopleEn,
  permissions: permissionsEn,
  plans: plansEn,
  pricing: pricingEn,
  pricingEditor: pricingEditorEn,
  problems: problemsEn,
  quotations: quotationsEn,
  profit: profitEn,
  simulation: simulationEn,
  rating: ratingEn,
  waybills: waybillsEn,
  workbench: workbenchEn,
  workbook: priceWorkbookEn,
  zones: zonesEn,
}

export const catalogues = { 'zh-CN': zh, en } as const

export const namespaces = Object.keys(zh) as Namespace[]

/** A text of a catalogue: `feature:key`. */
export type WordKey = { [N in Namespace]: `${N}:${keyof (typeof zh)[N] & string}` }[Namespace]

export type WordParams = Readonly<Record<string, string | number>>

/** Words for places without a window (workbooks, papers, command line), filled with `{{name}}` parameters. */
export function translate(locale: Locale, key: WordKey, params: WordParams = {}): string {
  return fill(lookUp(locale, key) ?? key, params)
}

/** True if the catalogues hold this key; for codes that come as plain text from the core. */
export function isWordKey(key: string): key is WordKey {
  return lookUp('zh-CN', key) !== undefined
}

function lookUp(locale: Locale, key: string): string | undefined {
  const colon = key.indexOf(':')
  const catalogue: Readonly<Record<string, string>> | undefined = (
    catalogues[locale] as Readonly<Record<string, Readonly<Record<string, string>>>>
  )[key.slice(0, colon)]
  return catalogue && Object.hasOwn(catalogue, key.slice(colon + 1)) ? catalogue[key.slice(colon + 1)] : undefined
}

function fill(text: string, params: WordParams): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole))
}
