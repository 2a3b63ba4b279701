import type { QuoteLinesInput } from '#shared/contract/quote-lines'
import type { Implementer } from '../../implementer'
import type { CoreContext, Kernel } from '../../kernel'
import { competitorSheets } from './competitors.repository'
import { linesWithoutCosts, quoteLines } from './quote-lines'
import { exportLines, readLines } from './quote-lines-file'

export type QuoteLinesService = ReturnType<typeof createQuoteLinesService>

/** Many shipments at once: read, priced, written as a file. `accountName` names a customer. */
export function createQuoteLinesService(kernel: Kernel, accountName: (id: number) => string) {
  const { db } = kernel
  const competitors = (accountId: number | null) => competitorSheets(db, accountId)
  const quote = async (input: QuoteLinesInput, seesCost: boolean) => {
    const answer = await quoteLines(db, input)
    return seesCost ? answer : linesWithoutCosts(answer)
  }
  return {
    read: (from: Parameters<typeof readLines>[1], locale: QuoteLinesInput['locale']) => readLines(kernel, from, locale),
    quote,
    competitors,
    async export(input: QuoteLinesInput, seesCost: boolean) {
      const { accountId, competitorSheetId } = input
      const competitor = competitors(accountId).find(({ id }) => id === competitorSheetId)?.competitor ?? ''
      const account = accountId === null ? '' : accountName(accountId)
      return exportLines(kernel, input, await quote(input, seesCost), { account, competitor })
    },
  }
}

/** The part of the procedures of prices that prices many lines. */
export function quoteLinesHandlers({ pricing }: Implementer, service: QuoteLinesService) {
  const seesCost = ({ session }: CoreContext) => session.permissions.has('cost.read')
  return {
    readQuoteLines: pricing.readQuoteLines.handler(({ input }) => service.read(input.from, input.locale)),
    quoteLines: pricing.quoteLines.handler(({ input, context }) => service.quote(input, seesCost(context))),
    exportQuoteLines: pricing.exportQuoteLines.handler(({ input, context }) =>
      service.export(input, seesCost(context)),
    ),
    competitors: pricing.competitors.handler(({ input }) => ({ rows: service.competitors(input.accountId) })),
  }
}
