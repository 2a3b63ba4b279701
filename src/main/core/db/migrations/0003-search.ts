/** Migration 3. */
export const search = ``
