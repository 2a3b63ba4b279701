/** Migration 8. */
export const priceWork = `
-- A draft as it was typed where it still has errors (the tables of the editor as JSON); NULL: what sheet holds is whole.
-- A draft with a form is never priced with and never approved.
ALTER TABLE price_sheet ADD COLUMN form TEXT CHECK (form IS NULL OR json_valid(form));
`
