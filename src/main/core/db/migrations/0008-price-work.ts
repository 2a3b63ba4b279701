/** Migration 8. */
export const priceWork = ``
