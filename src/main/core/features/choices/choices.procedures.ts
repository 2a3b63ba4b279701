import type { Implementer } from '../../implementer'
import type { ChoicesService } from './choices.service'

export function choicesProcedures(os: Implementer, service: ChoicesService) {
  const { choices } = os
  return choices.router({
    lists: choices.lists.handler(() => service.lists()),
    add: choices.add.handler(({ input }) => service.add(input)),
    rename: choices.rename.handler(({ input }) => service.rename(input)),
    move: choices.move.handler(async ({ input }) => {
      await service.move(input)
      return {}
    }),
    retire: choices.retire.handler(async ({ input }) => {
      await service.retire(input)
      return {}
    }),
  })
}
