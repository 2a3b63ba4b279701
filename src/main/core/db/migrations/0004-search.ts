/** Migration 4. */
export const search = ``
