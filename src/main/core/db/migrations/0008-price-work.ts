/** Migration 8. */
export const priceWork = `
-- A draft as it was typed where it still has errors (the tables of the editor as JSON); NULL: what sheet holds is whole.
-- A draft with a form is never priced with and never approved.
ALTER TABLE price_sheet ADD COLUMN form TEXT CHECK (form IS NULL OR json_valid(form));

-- The way of a draft to its approval. An approved version keeps the stage it was approved from.
ALTER TABLE price_sheet ADD COLUMN stage TEXT NOT NULL DEFAULT 'draft' CHECK (stage IN ('draft', 'submitted', 'returned'));
ALTER TABLE price_sheet ADD COLUMN submitted_at TEXT;
ALTER TABLE price_sheet ADD COLUMN submitted_by TEXT;
ALTER TABLE price_sheet ADD COLUMN submitted_role TEXT;
ALTER TABLE price_sheet ADD COLUMN returned_at TEXT;
ALTER TABLE price_sheet ADD COLUMN returned_by TEXT;
ALTER TABLE price_sheet ADD COLUMN return_reason TEXT NOT NULL DEFAULT '';
-- What the floors of the submitter's role said when it was submitted.
ALTER TABLE price_sheet ADD COLUMN floor_check TEXT CHECK (floor_check IS NULL OR json_valid(floor_check));
-- Whose prices these are, where they are a competitor's: archived to compare with, never approved, never rated with.
ALTER TABLE price_sheet ADD COLUMN competitor TEXT NOT NULL DEFAULT '';

CREATE INDEX price_sheet_waiting ON price_sheet (stage) WHERE status = 'draft' AND stage <> 'draft';
CREATE TRIGGER price_sheet_locked
  BEFORE UPDATE OF sheet, form, valid_from, usage, account_id, tier, product, name, version, competitor ON price_sheet
  WHEN OLD.status = 'draft' AND OLD.stage = 'submitted'
    -- A merge of two customers takes it along as it is, and its undo back.
    AND NOT (OLD.account_id IS NOT NEW.account_id AND OLD.sheet = NEW.sheet AND EXISTS (
      SELECT 1 FROM account WHERE (id = OLD.account_id AND merged_into = NEW.account_id)
        OR (id = NEW.account_id AND merged_into = OLD.account_id)))
  BEGIN SELECT RAISE(ABORT, 'a submitted price version is not edited before it is returned'); END;
CREATE TRIGGER price_sheet_competitor BEFORE UPDATE OF status ON price_sheet
  WHEN NEW.status = 'approved' AND NEW.competitor <> ''
  BEGIN SELECT RAISE(ABORT, 'prices of a competitor are never put in force'); END;
`
