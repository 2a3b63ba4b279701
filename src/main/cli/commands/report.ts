import type { MadeFile } from '#shared/contract/base'
import { formatFen } from '#shared/domain/money'
import type { Run } from '../command'
import { halfYearOf, today } from '../figures'
import { accountId } from '../look-up'
import { outFormat } from '../out-format'
import { CommandProblem } from '../problem'

export interface ReportOptions {
  month?: string
  from?: string
  to?: string
  account?: string
  out?: string
}

/** `report revenue`: revenue, cost and margin by customer, as JSON, a workbook or a paper. */
export async function reportRevenue(run: Run, options: ReportOptions): Promise<void> {
  const from = options.month ?? options.from
  const to = options.month ?? options.to
  if (!from || !to || (options.month && (options.from || options.to))) throw new CommandProblem('monthOrRange')
  const { api } = run.session
  const input = { from, to, accountId: options.account ? await accountId(api, options.account) : undefined }
  if (options.out !== undefined) {
    const format = outFormat(options.out, ['xlsx', 'pdf'])
    const made = await api.insight.exportRevenue({ ...input, format, locale: run.locale })
    await run.session.save(made, options.out)
    if (!run.json) return written(run, made, options.out)
  }
  const report = await api.insight.revenue(input)
  run.answer(
    {
      from,
      to,
      rows: report.rows.map((row) => ({
        accountCode: row.accountCode,
        account: row.account,
        pieces: row.pieces,
        grams: row.grams,
        revenueFen: row.revenueFen,
        costFen: row.costFen,
        marginFen: row.marginFen,
        share: row.share,
        cumulativeShare: row.cumulativeShare,
        tier: row.tier,
        unrated: row.unrated,
        uncosted: row.uncosted,
      })),
      total: report.total,
      unmatched: report.unmatched,
      ...(options.out === undefined ? {} : { path: options.out }),
    },
    () =>
      report.rows.map((row) =>
        [row.accountCode, row.account, row.pieces, yuan(row.revenueFen), yuan(row.costFen), yuan(row.marginFen)].join(
          '\t',
        ),
      ),
  )
}

/** `plan print`: the account plan of a half-year as an A4 paper. */
export async function printPlan(run: Run, options: { account: string; period?: string; out: string }): Promise<void> {
  outFormat(options.out, ['pdf'])
  const { api } = run.session
  const made = await api.plans.print({
    accountId: await accountId(api, options.account),
    period: options.period ?? halfYearOf(today()),
    locale: run.locale,
  })
  await run.session.save(made, options.out)
  written(run, made, options.out)
}

function written(run: Run, made: MadeFile, path: string): void {
  run.answer({ path, bytes: made.bytes }, () => [run.words('hosts:written', { path })])
}

function yuan(fen: number | null): string {
  return fen === null ? '' : formatFen(fen)
}
