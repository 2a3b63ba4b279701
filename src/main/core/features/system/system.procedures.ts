import type { Implementer } from '../../implementer'
import type { SystemService } from './system.service'

export function systemProcedures(os: Implementer, service: SystemService) {
  const { system } = os
  return system.router({
    info: system.info.handler(({ context }) => service.info(context.session)),
    preferences: system.preferences.handler(() => service.preferences()),
    setPreference: system.setPreference.handler(async ({ input }) => {
      await service.setPreference(input.key, input.value)
      return {}
    }),
    renameBook: system.renameBook.handler(async ({ input }) => {
      await service.renameBook(input.name)
      return {}
    }),
    workAs: system.workAs.handler(async ({ input }) => {
      await service.workAs(input.role)
      return {}
    }),
    audit: system.audit.handler(({ input, context }) =>
      service.audit(input, context.session.permissions.has('personal.read')),
    ),
    verify: system.verify.handler(() => service.verify()),
    backup: system.backup.handler(({ input }) => service.backup(input.path)),
  })
}
