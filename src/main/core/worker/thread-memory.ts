/**
 * Rows pass through the threads of an import and are garbage at once: a small nursery keeps that garbage from piling up,
 * so that the whole program stays under 600 MB with 100,000 rows.
 */
export const threadMemory = { maxYoungGenerationSizeMb: 32 }
