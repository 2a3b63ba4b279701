import type { Implementer } from '../../implementer'
import type { PlansService } from './plans.service'

export function plansProcedures(os: Implementer, service: PlansService) {
  const { plans } = os
  return plans.router({
    list: plans.list.handler(({ input }) => service.list(input)),
    get: plans.get.handler(({ input }) => service.get(input, input.locale)),
    save: plans.save.handler(({ input }) => service.save(input)),
    print: plans.print.handler(({ input }) => service.print(input, input.locale)),
  })
}
