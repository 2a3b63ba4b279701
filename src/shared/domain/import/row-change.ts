/** What a row of a file would change in one field of a record. Keys are already names: `old` and `new` can be shown. */
export interface RowChange {
  entity: 'account' | 'contact'
  field: string
  old: unknown
  new: unknown
}

/** The record a row was recognised as, and by what. */
export interface RowTarget {
  id: number
  code: string
  name: string
  by: 'code' | 'uscc' | 'name'
}
