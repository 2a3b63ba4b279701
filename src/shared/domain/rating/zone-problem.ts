import type { FormPosition } from './sheet-form'

/** What can be wrong with the places of a sheet; the words are in the catalogue `zones`. */
export type ZoneProblemCode =
  | 'place-unknown'
  | 'place-ambiguous'
  | 'place-in-two-zones'
  | 'place-in-two-rows'
  | 'zone-undefined'
  | 'zone-without-row'
  | 'zone-empty'
  | 'zone-name-missing'
  | 'row-literal'

export interface ZoneProblem {
  severity: 'error' | 'warning'
  code: ZoneProblemCode
  params: Readonly<Record<string, string>>
  where: FormPosition
}
