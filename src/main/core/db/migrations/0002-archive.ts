/** Migration 2. */
export const archive = ``
