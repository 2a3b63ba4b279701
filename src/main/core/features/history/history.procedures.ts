import type { Implementer } from '../../implementer'
import type { Kernel } from '../../kernel'
import { exportChanges, exportTrail } from './history-export'
import type { HistoryService } from './history.service'

export function historyProcedures(os: Implementer, kernel: Kernel, service: HistoryService) {
  const { history } = os
  return history.router({
    changes: history.changes.handler(({ input: { page, pageSize, ...query }, context }) =>
      service.changes(query, page, pageSize, context.session),
    ),
    exportChanges: history.exportChanges.handler(({ input, context }) =>
      exportChanges(kernel, service, input, context.session),
    ),
    trail: history.trail.handler(({ input }) => service.trail(input.filter, input.page, input.pageSize)),
    trailChoices: history.trailChoices.handler(() => service.trailChoices()),
    entry: history.entry.handler(({ input, context }) => ({ rows: service.entry(input.seq, context.session) })),
    exportTrail: history.exportTrail.handler(({ input, context }) =>
      exportTrail(kernel, service, input, context.session),
    ),
  })
}
