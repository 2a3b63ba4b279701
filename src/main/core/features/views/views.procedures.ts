import type { Implementer } from '../../implementer'
import type { ViewsService } from './views.service'

export function viewsProcedures(os: Implementer, service: ViewsService) {
  const { views } = os
  return views.router({
    list: views.list.handler(({ input }) => service.list(input.list)),
    create: views.create.handler(({ input }) => service.create(input)),
    update: views.update.handler(({ input }) => service.update(input)),
    setDefault: views.setDefault.handler(async ({ input }) => {
      await service.setDefault(input)
      return {}
    }),
    remove: views.remove.handler(async ({ input }) => {
      await service.remove(input.id)
      return {}
    }),
    restore: views.restore.handler(({ input }) => service.restore(input.id)),
  })
}
