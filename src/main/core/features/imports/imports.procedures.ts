import { importPermission, type ImportKind } from '#shared/contract/imports'
import type { Implementer } from '../../implementer'
import type { Session } from '../../kernel'
import { Refused } from '../../refused'
import type { ImportsService } from './imports.service'

export function importsProcedures(os: Implementer, service: ImportsService) {
  const { imports } = os
  return imports.router({
    inspect: imports.inspect.handler(({ input }) => service.inspect(input)),
    preview: imports.preview.handler(({ input, signal, context }) =>
      service.preview(input, signal, context.session.permissions.has('personal.read')),
    ),
    start: imports.start.handler(({ input, context }) => {
      refuseUnlessMay(context.session, input.kind)
      return service.start(input, context.session)
    }),
    batches: imports.batches.handler(({ input }) => service.batches(input)),
    batch: imports.batch.handler(({ input }) => service.batch(input.batch, input.locale)),
    undo: imports.undo.handler(({ input, context }) => {
      refuseUnlessMay(context.session, service.kindOf(input.batch))
      return service.undo(input.batch)
    }),
    rejects: imports.rejects.handler(({ input, context }) =>
      service.rejects(input.batch, input.locale, context.session.permissions.has('personal.read')),
    ),
    sample: imports.sample.handler(({ input }) => service.sample(input.kind)),
    forgetMapping: imports.forgetMapping.handler(async ({ input, context }) => {
      refuseUnlessMay(context.session, input.kind)
      await service.forgetMapping(input.kind)
      return {}
    }),
  })
}

/** @throws Refused `permission-denied` where the session may not write what this kind of file holds */
function refuseUnlessMay({ permissions }: Session, kind: ImportKind): void {
  const permission = importPermission[kind]
  if (!permissions.has(permission)) throw new Refused('permission-denied', { permission })
}
