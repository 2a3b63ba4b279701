import type { Implementer } from '../../implementer'
import type { Kernel } from '../../kernel'
import { exportSimulation } from './simulation-export'
import type { SimulationService } from './simulation.service'

export function simulationProcedures(os: Implementer, kernel: Kernel, service: SimulationService) {
  const { simulation } = os
  return simulation.router({
    start: simulation.start.handler(({ input }) => service.start(input)),
    size: simulation.size.handler(({ input }) => service.size(input)),
    list: simulation.list.handler(({ input }) => service.list(input)),
    get: simulation.get.handler(({ input, context }) => service.get(input.id, context.session)),
    export: simulation.export.handler(({ input, context }) =>
      exportSimulation(kernel, service.get(input.id, context.session), input.locale),
    ),
    remove: simulation.remove.handler(async ({ input }) => {
      await service.remove(input.id)
      return {}
    }),
    restore: simulation.restore.handler(async ({ input }) => {
      await service.restore(input.id)
      return {}
    }),
  })
}
