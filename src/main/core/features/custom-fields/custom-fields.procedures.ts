import type { Implementer } from '../../implementer'
import type { CustomFieldsService } from './custom-fields.service'

export function customFieldsProcedures(os: Implementer, service: CustomFieldsService) {
  const { customFields } = os
  return customFields.router({
    list: customFields.list.handler(({ input }) => service.list(input)),
    create: customFields.create.handler(({ input }) => service.create(input)),
    update: customFields.update.handler(({ input }) => service.update(input)),
    move: customFields.move.handler(async ({ input }) => {
      await service.move(input)
      return {}
    }),
    remove: customFields.remove.handler(async ({ input }) => {
      await service.remove(input.uid)
      return {}
    }),
    restore: customFields.restore.handler(async ({ input }) => {
      await service.restore(input.uid)
      return {}
    }),
  })
}
