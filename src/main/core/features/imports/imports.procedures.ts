import type { Implementer } from '../../implementer'
import type { ImportsService } from './imports.service'

export function importsProcedures(os: Implementer, service: ImportsService) {
  const { imports } = os
  return imports.router({
    inspect: imports.inspect.handler(({ input }) => service.inspect(input)),
    preview: imports.preview.handler(({ input, signal, context }) =>
      service.preview(input, signal, context.session.permissions.has('personal.read')),
    ),
    start: imports.start.handler(({ input, context }) => service.start(input, context.session)),
    batches: imports.batches.handler(({ input }) => service.batches(input)),
    batch: imports.batch.handler(({ input }) => service.batch(input.batch, input.locale)),
    undo: imports.undo.handler(({ input }) => service.undo(input.batch)),
    rejects: imports.rejects.handler(({ input, context }) =>
      service.rejects(input.batch, input.locale, context.session.permissions.has('personal.read')),
    ),
    sample: imports.sample.handler(({ input }) => service.sample(input.kind)),
    forgetMapping: imports.forgetMapping.handler(async ({ input }) => {
      await service.forgetMapping(input.kind)
      return {}
    }),
  })
}
