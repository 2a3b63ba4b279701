import type { Implementer } from '../../implementer'
import type { ContractPapers } from './contract-papers'
import type { ContractsService } from './contracts.service'
import type { FulfilmentService } from './fulfilment.service'

export function contractsProcedures(
  os: Implementer,
  service: ContractsService,
  fulfilment: FulfilmentService,
  papers: ContractPapers,
) {
  const { contracts } = os
  return contracts.router({
    list: contracts.list.handler(({ input }) => service.list(input)),
    get: contracts.get.handler(({ input }) => service.get(input.id)),
    choices: contracts.choices.handler(() => service.choices()),
    create: contracts.create.handler(({ input }) => service.create(input)),
    save: contracts.save.handler(({ input }) => service.save(input, input.contract)),
    terminate: contracts.terminate.handler(({ input }) => service.terminate(input, input.on, input.reason)),
    reinstate: contracts.reinstate.handler(({ input }) => service.reinstate(input)),
    renew: contracts.renew.handler(({ input }) => service.renew(input)),
    remove: contracts.remove.handler(async ({ input }) => {
      await service.remove(input.id)
      return {}
    }),
    restore: contracts.restore.handler(async ({ input }) => {
      await service.restore(input.id)
      return {}
    }),
    addReview: contracts.addReview.handler(({ input }) => service.addReview(input.contractId, input.review)),
    saveReview: contracts.saveReview.handler(({ input }) => service.saveReview(input.id, input.version, input.review)),
    removeReview: contracts.removeReview.handler(async ({ input }) => {
      await service.removeReview(input.id)
      return {}
    }),
    restoreReview: contracts.restoreReview.handler(async ({ input }) => {
      await service.restoreReview(input.id)
      return {}
    }),
    fulfilment: contracts.fulfilment.handler(({ input, context }) =>
      fulfilment.report(input.id, input.year, context.session.permissions.has('cost.read')),
    ),
    measure: contracts.measure.handler(async ({ input }) => {
      await fulfilment.measure(input)
      return {}
    }),
    print: contracts.print.handler(({ input }) => papers.print(input.id, input.locale)),
    export: contracts.export.handler(({ input }) => papers.exportList(input, input.locale)),
    exportFulfilment: contracts.exportFulfilment.handler(({ input, context }) =>
      papers.exportFulfilment(input.id, input.year, {
        locale: input.locale,
        seesCost: context.session.permissions.has('cost.read'),
      }),
    ),
  })
}
