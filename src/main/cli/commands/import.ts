import type { ImportCounts, ImportKind, ImportProblem } from '#shared/contract/imports'
import type { Run } from '../command'
import { CommandProblem } from '../problem'

const kinds: readonly ImportKind[] = ['accounts', 'contacts', 'prices', 'waybills']

/** Rows whose problems a dry run names; its counts are of the whole file. */
const previewRows = 500

export interface ImportOptions {
  sheet?: string
  headerRow?: number
  carrier?: string
  dryRun?: boolean
  approve?: boolean
  update?: boolean
}

export function importKindOf(text: string): ImportKind {
  const kind = kinds.find((known) => known === text)
  if (!kind) throw new CommandProblem('figure', { text, what: 'kind', known: kinds.join(' ') })
  return kind
}

/** `import KIND FILE`: what became of every row, and why. */
export async function importFile(run: Run, kind: ImportKind, path: string, options: ImportOptions): Promise<void> {
  const { api } = run.session
  const { ticket } = await run.session.offer(path)
  const input = {
    kind,
    ticket,
    sheet: options.sheet,
    headerRow: options.headerRow,
    carrier: options.carrier,
    conflicts: options.update ? ('update' as const) : ('keep' as const),
    approve: options.approve ?? false,
    locale: run.locale,
  }
  if (options.dryRun) {
    const started = performance.now()
    const seen = await api.imports.preview({ ...input, limit: previewRows })
    const seconds = Math.round(performance.now() - started) / 1000
    const problemTotal = Math.max(seen.problems.length, seen.counts.rejected)
    return answer(run, null, seen.counts, seen.problems, problemTotal, seconds)
  }
  const { batch } = await run.finish(await api.imports.start(input))
  if (batch === undefined) throw new CommandProblem('noBatch', {}, 1)
  const made = await api.imports.batch({ batch, locale: run.locale })
  const seconds = Math.round(made.seconds * 1000) / 1000
  answer(run, batch, made.counts, made.problems, made.problemTotal, seconds, made.sheets)
}

function answer(
  run: Run,
  batch: number | null,
  counts: ImportCounts,
  problems: ImportProblem[],
  problemTotal: number,
  seconds: number,
  sheets?: { name: string; version: number }[],
): void {
  const document = {
    batch,
    ...counts,
    problems: problems.map(({ row, sheet, column, code, severity, text }) => ({
      row,
      sheet,
      column,
      code,
      severity,
      text,
    })),
    problemTotal,
    seconds,
    ...(sheets && sheets.length > 0 ? { sheets: sheets.map(({ name, version }) => ({ name, version })) } : {}),
  }
  run.answer(document, () => [
    run.words(batch === null ? 'hosts:importPreview' : 'hosts:importDone', { ...counts, batch: batch ?? '', seconds }),
    ...problems.map((problem) =>
      problem.row === null
        ? run.words('hosts:problemFile', { text: problem.text })
        : run.words('hosts:problem', { row: problem.row, text: problem.text }),
    ),
    ...(problemTotal > problems.length
      ? [run.words('hosts:problemsMore', { count: problemTotal - problems.length })]
      : []),
  ])
}
