/** Words for the steps of a price, the reasons for having none, and what is wrong with a price sheet. */
export { ratingZh } from './rating-zh'
export { ratingEn } from './rating-en'
