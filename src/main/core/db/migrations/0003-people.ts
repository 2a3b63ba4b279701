/** Migration 3. */
export const people = ``
