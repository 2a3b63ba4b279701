/** Migration 7. */
export const records = ``
