/** Words of the waybills screens: list, price explanation, unmatched queue, rating again. */
export { waybillsZh, type WaybillsKey } from './waybills-zh'
export { waybillsEn } from './waybills-en'
