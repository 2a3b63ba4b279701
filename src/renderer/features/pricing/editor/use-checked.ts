import { useEffect, useState } from 'react'
import { checkTables, type TableProblem } from '#shared/domain/price-editing/check-tables'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import { regionNodes } from '#shared/domain/region/region-nodes'
import { resolvePlaceList } from '#shared/domain/region/place-list'
import { type EditorForm, infoOf, tablesOf } from './editor-form'

/** Typing pauses this long before the sheet is read as a whole, milliseconds. */
const PAUSE_MS = 200

export interface Checked {
  /** What was checked; the form has gone on where it is another one. */
  form: EditorForm | null
  sheet: PriceSheet | null
  problems: readonly TableProblem[]
  /** Short names of provinces that lie in no zone; null where the sheet has no zones. */
  unassigned: readonly string[] | null
}

const UNCHECKED: Checked = { form: null, sheet: null, problems: [], unassigned: null }

/** Reads the sheet once the typing pauses, so that a large table is not read anew at every key. */
export function useChecked(form: EditorForm): Checked {
  const [checked, setChecked] = useState<Checked>(UNCHECKED)
  useEffect(() => {
    const timer = setTimeout(
      () => {
        const tables = tablesOf(form)
        const { sheet, problems } = checkTables(tables)
        const found = [...nameProblems(form), ...problems]
        setChecked({ form, sheet, problems: found, unassigned: unassignedOf(tables.zones) })
      },
      checked.form === null ? 0 : PAUSE_MS,
    )
    return () => clearTimeout(timer)
  }, [form, checked.form])
  return checked
}

/** What the core says of a name when it saves, said while it is written. */
function nameProblems(form: EditorForm): TableProblem[] {
  if (infoOf(form, '报价名称').trim() !== '' || infoOf(form, '报价编号').trim() !== '') return []
  const where = { part: 'info', key: '报价名称' } as const
  return [{ severity: 'error', code: 'pricing.problem.name-missing', params: {}, where }]
}

function unassignedOf(zones: readonly { places: string }[]): string[] | null {
  const written = zones.filter(({ places }) => places.trim() !== '')
  if (written.length === 0) return null
  const assigned = new Set(
    written.flatMap(({ places }) => resolvePlaceList(places).places.map(({ province }) => province)),
  )
  return regionNodes()
    .provinces.filter(({ code }) => !assigned.has(code))
    .map(({ short }) => short)
}
