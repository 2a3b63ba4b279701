import type { Implementer } from '../../implementer'
import type { CoreContext } from '../../kernel'
import type { DuplicatesService } from './duplicates.service'

export function duplicatesProcedures(os: Implementer, service: DuplicatesService) {
  const { duplicates } = os
  const personal = ({ session }: CoreContext) => session.permissions.has('personal.read')
  return duplicates.router({
    list: duplicates.list.handler(({ input, context }) => service.list(input, personal(context))),
    count: duplicates.count.handler(() => service.count()),
    apart: duplicates.apart.handler(async ({ input }) => {
      await service.apart(input)
      return {}
    }),
    together: duplicates.together.handler(async ({ input }) => {
      await service.together(input)
      return {}
    }),
    compare: duplicates.compare.handler(({ input }) => service.compare(input.keptId, input.otherId)),
    merge: duplicates.merge.handler(({ input }) => ({ job: service.merge(input) })),
    merges: duplicates.merges.handler(({ input }) => service.merges(input.page, input.pageSize)),
    mergeOf: duplicates.mergeOf.handler(({ input }) => service.mergeOf(input.accountId)),
    undo: duplicates.undo.handler(({ input }) => ({ job: service.undo(input.merge) })),
  })
}
