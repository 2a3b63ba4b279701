/** Migration 4. */
export const people = ``
