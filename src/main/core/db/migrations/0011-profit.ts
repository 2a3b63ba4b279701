/** Migration 11. */
export const profit = ``
