/** Migration 12. */
export const views = ``
