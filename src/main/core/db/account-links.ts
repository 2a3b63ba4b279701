/**
 * Every column by which a row belongs to a customer, and what a merge of two customers does with it. A feature that adds
 * a table with such a column adds its line here; `tests/core/duplicates/account-links.test.ts` walks the book's tables
 * and fails for one that is neither here nor in `notMerged`.
 */
export interface AccountLink {
  table: string
  column: string
  /**
   * `moved`: rows go to the kept customer; where he has his own by a unique key, they stay with the merged one.
   * `written`: rows follow from the account's fields, whose values a person chooses; the account's service writes them.
   */
  how: 'moved' | 'written'
  /** `written`: what tells one row of a customer from another. */
  key?: readonly string[]
  /** `moved`: the column holds the customer's uid instead of his id, in rows that fit `where`. */
  byUid?: boolean
  where?: string
}

const moved = (table: string, column = 'account_id'): AccountLink => ({ table, column, how: 'moved' })
const written = (table: string, ...key: string[]): AccountLink => ({ table, column: 'account_id', how: 'written', key })

export const accountLinks: readonly AccountLink[] = [
  written('account_key', 'kind', 'text'),
  written('account_tier', 'valid_from'),
  written('account_lifecycle', 'id'),
  written('account_tag', 'tag'),
  written('account_member', 'name', 'role'),
  written('custom_value', 'field_id'),
  moved('account', 'group_id'),
  moved('contact'),
  moved('waybill'),
  moved('price_sheet'),
  moved('quotation'),
  moved('contract'),
  moved('plan'),
  moved('site'),
  moved('needs'),
  moved('wallet'),
  moved('competition'),
  moved('white_space'),
  moved('financial_year'),
  moved('credit_rating'),
  moved('account_cost'),
  moved('rebate_line'),
  moved('anniversary'),
  moved('task'),
  moved('timeline_note'),
  { table: 'attachment', column: 'entity_uid', how: 'moved', byUid: true, where: `entity = 'account'` },
]

/** Columns that speak of a customer and are no property of his, with the reason. */
export const notMerged: Readonly<Record<string, string>> = {
  'account_month.account_id': 'computed from waybills',
  'account_month_lane.account_id': 'computed from waybills',
  'account_search.account_id': 'kept by triggers',
  'account_bulk_row.account_id': 'what a bulk edit changed in this very customer; its undo finds him changed',
  'account.merged_into': 'is the merge itself',
  'account_merge.kept_id': 'is the merge itself',
  'account_merge.merged_id': 'is the merge itself',
  'not_duplicate.first_id': 'was said of this very customer',
  'not_duplicate.second_id': 'was said of this very customer',
}
