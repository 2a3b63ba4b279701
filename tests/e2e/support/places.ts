import type { Page } from '@playwright/test'
import { zh, type WordKey } from './words'

/** Every main page of the program by its address, with what shows that it has its data. */
export const mainPages = [
  { name: 'workbench', address: '/workbench', ready: '[data-testid=workbench-figures]' },
  { name: 'customers', address: '/accounts', ready: 'table tbody tr' },
  { name: 'customer', address: '/accounts/1', ready: '.chart svg' },
  { name: 'duplicates', address: '/accounts/duplicates', ready: 'table tbody tr' },
  { name: 'merge', address: '/accounts/duplicates/compare?kept=1&other=61', ready: '.merge-table' },
  { name: 'customer archive', address: '/accounts/2?tab=archive', ready: '.account-page .facts' },
  { name: 'customer group', address: '/accounts/2?tab=group', ready: '.chart svg' },
  { name: 'attachments', address: '/accounts/1?tab=attachments', ready: 'table tbody tr' },
  { name: 'timeline', address: '/accounts/1?tab=timeline', ready: '.timeline-event' },
  { name: 'change history', address: '/accounts/1?tab=archive', ready: '.change-text' },
  { name: 'audit trail', address: '/settings?tab=audit', ready: 'table tbody tr' },
  { name: 'customer sites', address: '/accounts/1?tab=needs', ready: '.wrap-table tbody tr' },
  { name: 'customer needs', address: '/accounts/1?tab=needs&part=needs', ready: '.needs-tab .facts dd' },
  { name: 'customer wallet', address: '/accounts/1?tab=needs&part=wallet', ready: '.wrap-table tbody tr' },
  { name: 'customer white space', address: '/accounts/1?tab=needs&part=white', ready: '.white-cell' },
  { name: 'customer finance', address: '/accounts/1?tab=credit', ready: '.credit-figures tr' },
  { name: 'customer contacts', address: '/accounts/1?tab=contacts', ready: 'main table tbody tr' },
  { name: 'relationship map', address: '/accounts/1?tab=contacts&view=map', ready: '.map-person' },
  { name: 'contacts', address: '/people', ready: 'table tbody tr' },
  { name: 'new customer', address: '/accounts?new=1', ready: '.ant-drawer input' },
  { name: 'prices', address: '/pricing', ready: 'table tbody tr' },
  { name: 'price sheet', address: '/pricing/1', ready: 'table tbody tr' },
  { name: 'price editor', address: '/pricing/new?from=2&as=version', ready: '.sheet-grid td' },
  { name: 'price comparison', address: '/pricing/compare?a=1&b=2', ready: '.compare-table' },
  { name: 'mass change', address: '/pricing/2/mass', ready: 'input' },
  { name: 'quote', address: '/pricing/quote', ready: 'main label' },
  { name: 'many tickets', address: '/pricing/quote/lines', ready: 'textarea' },
  { name: 'submitted sheet', address: '/pricing?status=submitted', ready: 'table tbody tr' },
  { name: 'quotations', address: '/quotations', ready: 'table tbody tr' },
  { name: 'quotation', address: '/quotations/1', ready: 'textarea' },
  { name: 'contracts', address: '/contracts', ready: 'table tbody tr' },
  { name: 'contract', address: '/contracts/1', ready: '.contract-facts dd' },
  { name: 'contract fulfilment', address: '/contracts/1?tab=fulfilment', ready: '.fulfil-grid td' },
  { name: 'contract reviews', address: '/contracts/1?tab=reviews', ready: 'table tbody tr' },
  { name: 'contracts of a customer', address: '/accounts/1?tab=prices', ready: '.panel-plain a' },
  { name: 'waybills', address: '/waybills', ready: 'table tbody tr' },
  { name: 'unmatched', address: '/waybills/unmatched', ready: 'table tbody tr' },
  { name: 'plans', address: '/plans', ready: '.empty-state, table tbody tr' },
  { name: 'plan', address: '/plans/1', ready: '.chart svg' },
  { name: 'report', address: '/insight', ready: '.chart svg' },
  { name: 'imports', address: '/imports', ready: '.empty-state, table tbody tr' },
  { name: 'import wizard', address: '/imports/waybills', ready: '.ant-upload-drag' },
  { name: 'settings', address: '/settings', ready: 'main label' },
  { name: 'tasks', address: '/calendar', ready: '.day-task' },
  { name: 'calendar month', address: '/calendar?tab=month&day=2027-02-05', ready: '.calendar-day' },
  { name: 'calendar list', address: '/calendar?tab=list', ready: 'table tbody tr' },
  { name: 'official holidays', address: '/calendar?tab=holidays', ready: 'table tbody tr' },
  { name: 'greetings', address: '/calendar/greetings?festival=spring&on=2027-02-06', ready: 'table tbody tr' },
  { name: 'anniversaries', address: '/accounts/1?tab=calendar', ready: 'table tbody tr' },
  { name: 'choice lists', address: '/settings?tab=lists', ready: '.choice-list' },
  { name: 'custom fields', address: '/settings?tab=fields', ready: 'main table, .empty-state' },
  { name: 'contribution', address: '/profit/contribution', ready: 'table tbody tr' },
  { name: 'dedicated costs', address: '/profit/costs', ready: 'table tbody tr' },
  { name: 'rebates', address: '/profit/rebates', ready: 'table tbody tr' },
  { name: 'contribution of a customer', address: '/accounts/1?tab=profit', ready: 'table tbody tr' },
  { name: 'what-if runs', address: '/simulation', ready: '.empty-state, table tbody tr' },
  { name: 'new what-if', address: '/simulation/new', ready: 'main label' },
] as const

export const navigationKeys = [
  'shell:nav.workbench',
  'shell:nav.accounts',
  'shell:nav.pricing',
  'shell:nav.waybills',
  'shell:nav.plans',
  'shell:nav.insight',
  'shell:nav.imports',
  'shell:nav.calendar',
  'shell:nav.settings',
] as const satisfies readonly WordKey[]

/** Chooses from one of the menus of the top bar, in whichever language it is labelled. */
export async function chooseInTopBar(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: menu }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

export const chooseDark = (page: Page) => chooseInTopBar(page, zh('shell:theme.label'), zh('shell:theme.dark'))
