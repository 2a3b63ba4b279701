import { useReducer } from 'react'
import type { ChosenFile } from '#shared/contract/files'
import {
  decidedKinds,
  type ImportKind,
  type ImportOptions,
  type Inspection,
  previewLimit,
} from '#shared/contract/imports'
import { mappingOf, startChoice, type ColumnChoice } from './column-choice'

/** What the clerk decides besides the columns. */
export type Options = Pick<ImportOptions, 'conflicts' | 'carrier' | 'approve'>

export interface WizardState {
  step: 'file' | 'columns' | 'preview'
  file: ChosenFile | null
  /** Undefined: the core proposes the sheet that fits best. */
  sheet: string | undefined
  headerRow: number | undefined
  inspection: Inspection | null
  choice: ColumnChoice
  options: Options
  /** Rows of the preview the clerk refused; forgotten once the file is read otherwise. */
  skipped: ReadonlySet<number>
}

type Move =
  | { type: 'file'; file: ChosenFile }
  | { type: 'inspected'; inspection: Inspection }
  | { type: 'sheet'; sheet: string }
  | { type: 'headerRow'; row: number }
  | { type: 'choose'; field: string; column: number | null }
  | { type: 'options'; options: Partial<Options> }
  | { type: 'skip'; rows: readonly number[]; on: boolean }
  | { type: 'go'; step: WizardState['step'] }
  | { type: 'restart' }

export const firstState: WizardState = {
  step: 'file',
  file: null,
  sheet: undefined,
  headerRow: undefined,
  inspection: null,
  choice: {},
  options: { conflicts: 'keep', carrier: '', approve: false },
  skipped: new Set(),
}

/** The wizard before the import starts. From then on the page's address holds where it is (`?job=`, `?batch=`). */
export function wizardMove(state: WizardState, move: Move): WizardState {
  switch (move.type) {
    case 'file':
      return { ...firstState, file: move.file, options: state.options }
    case 'inspected':
      return { ...state, inspection: move.inspection, choice: startChoice(move.inspection), skipped: new Set() }
    case 'sheet':
      // Another sheet has a header of its own: its row is looked for again.
      return { ...state, sheet: move.sheet, headerRow: undefined, skipped: new Set() }
    case 'headerRow':
      return { ...state, headerRow: move.row, skipped: new Set() }
    case 'choose':
      return { ...state, choice: { ...state.choice, [move.field]: move.column }, skipped: new Set() }
    case 'options':
      return { ...state, options: { ...state.options, ...move.options } }
    case 'skip': {
      const skipped = new Set(state.skipped)
      for (const row of move.rows) {
        if (move.on) skipped.add(row)
        else skipped.delete(row)
      }
      return { ...state, skipped }
    }
    case 'go':
      return { ...state, step: move.step }
    case 'restart':
      return firstState
  }
}

export function useWizard() {
  return useReducer(wizardMove, firstState)
}

export type MoveWizard = (move: Move) => void

/** Rows and problems the preview brings along; its counts are of the whole file. */
export const PREVIEW_ROWS = 300

/** Where the clerk decides row by row, all of them come along. */
export function previewRows(kind: ImportKind): number {
  return decidedKinds.has(kind) ? previewLimit : PREVIEW_ROWS
}

/** What preview and start are asked with: the same for both, so that what was shown is what happens. */
export function importRequest(kind: ImportOptions['kind'], state: WizardState, locale: ImportOptions['locale']) {
  const { file, inspection, sheet, headerRow, choice, options } = state
  const columns = inspection
    ? {
        sheet: sheet ?? inspection.sheet,
        // Only a row the clerk named: of a header of two rows the inspection tells the last one.
        headerRow,
        mapping: mappingOf(choice),
      }
    : {}
  // Row by row means that every difference is shown, and taken unless the clerk refuses it.
  const conflicts = decidedKinds.has(kind) ? 'update' : options.conflicts
  return { kind, ticket: file?.ticket ?? '', locale, ...options, conflicts, ...columns }
}
