import type { Implementer } from '../../implementer'
import type { CoreContext } from '../../kernel'
import type { Asking, SheetReviewService } from './sheet-review.service'

export function asking({ session }: CoreContext): Asking {
  return { role: session.role, seesCost: session.permissions.has('cost.read') }
}

/** The review's part of the procedures of prices. */
export function reviewHandlers({ pricing }: Implementer, review: SheetReviewService) {
  return {
    checkFloors: pricing.checkFloors.handler(({ input, context }) => review.checkFloors(input.id, asking(context))),
    submit: pricing.submit.handler(({ input, context }) => review.submit(input.id, input.note, asking(context))),
    withdraw: pricing.withdraw.handler(async ({ input, context }) => {
      await review.withdraw(input.id, asking(context))
      return {}
    }),
    sendBack: pricing.sendBack.handler(async ({ input, context }) => {
      await review.sendBack(input.ids, input.reason, asking(context))
      return {}
    }),
    falling: pricing.falling.handler(({ input }) => review.falling(input.ids)),
    review: pricing.review.handler(({ input, context }) => review.review(input.id, asking(context))),
    history: pricing.history.handler(({ input }) => review.history(input.id)),
    waiting: pricing.waiting.handler(() => review.waiting()),
    floors: pricing.floors.handler(() => review.floors()),
    setFloors: pricing.setFloors.handler(({ input }) => review.setFloors(input.floors)),
  }
}
