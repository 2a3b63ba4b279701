/** Migration 10. */
export const contracts = ``
