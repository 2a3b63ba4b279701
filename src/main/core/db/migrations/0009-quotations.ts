/** Migration 9. */
export const quotations = ``
