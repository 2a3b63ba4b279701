/** Migration 5. */
export const needs = ``
