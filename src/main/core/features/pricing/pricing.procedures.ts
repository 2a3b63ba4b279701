import type { Implementer } from '../../implementer'
import type { PricingService } from './pricing.service'
import { asking, reviewHandlers } from './sheet-review.handlers'
import type { SheetReviewService } from './sheet-review.service'

export function pricingProcedures(os: Implementer, service: PricingService, review: SheetReviewService) {
  const { pricing } = os
  return pricing.router({
    ...reviewHandlers(os, review),
    list: pricing.list.handler(({ input }) => service.list(input)),
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
