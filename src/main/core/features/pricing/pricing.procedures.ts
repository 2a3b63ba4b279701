import type { Implementer } from '../../implementer'
import type { PricingService } from './pricing.service'
import { quoteLinesHandlers, type QuoteLinesService } from './quote-lines.service'
import type { SheetEditorService } from './sheet-editor.service'
import { asking, reviewHandlers } from './sheet-review.handlers'
import type { SheetReviewService } from './sheet-review.service'

export function pricingProcedures(
  os: Implementer,
  service: PricingService,
  review: SheetReviewService,
  editor: SheetEditorService,
  lines: QuoteLinesService,
) {
  const { pricing } = os
  return pricing.router({
    ...reviewHandlers(os, review),
    ...quoteLinesHandlers(os, lines),
    written: pricing.written.handler(({ input }) => editor.written(input.id)),
    createDraft: pricing.createDraft.handler(({ input }) => editor.createDraft(input.tables, input.from)),
    saveDraft: pricing.saveDraft.handler(({ input }) => editor.saveDraft(input.id, input.token, input.tables)),
    createMassChange: pricing.createMassChange.handler(({ input }) =>
      editor.createMassChange(input.id, input.change, input.validFrom),
    ),
    exportComparison: pricing.exportComparison.handler(({ input }) =>
      editor.exportComparison(input.before, input.after, input.onlyDifferences, input.locale),
    ),
    list: pricing.list.handler(({ input }) => service.list(input)),
    exportList: pricing.exportList.handler(({ input }) => service.exportList(input, input.locale)),
    get: pricing.get.handler(({ input }) => service.get(input.id, input.locale)),
    approve: pricing.approve.handler(({ input, context }) => review.approve(input.ids, input.reason, asking(context))),
    remove: pricing.remove.handler(async ({ input }) => {
      await service.remove(input.id)
      return {}
    }),
    restore: pricing.restore.handler(async ({ input }) => {
      await service.restore(input.id)
      return {}
    }),
    export: pricing.export.handler(({ input }) => service.export(input.id)),
    quote: pricing.quote.handler(({ input, context }) => {
      const quote = service.quote(input)
      return context.session.permissions.has('cost.read') ? quote : { ...quote, cost: null, marginFen: null }
    }),
    choices: pricing.choices.handler(() => service.choices()),
  })
}
