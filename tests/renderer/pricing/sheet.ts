import type { SheetRow } from '#shared/contract/pricing'

/** A customer's draft as the list shows it. */
export const sheetRow: SheetRow = {
  id: 3,
  code: 'BJ-3',
  name: '晨光 2026',
  usage: 'sale',
  version: 2,
  status: 'draft',
  level: 'account',
  accountId: 4,
  account: '上海晨光食品有限公司',
  tier: null,
  product: '标快',
  validFrom: '2026-01-01',
  validTo: null,
  competitor: '',
  faulty: false,
  submittedBy: null,
  zones: 2,
  updatedAt: '2026-01-01T00:00:00.000Z',
}
