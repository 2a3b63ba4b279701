/** Migration 6. */
export const calendar = ``
