import type { Implementer } from '../../implementer'
import type { Kernel } from '../../kernel'
import type { NotesService } from './notes.service'
import { exportTimeline } from './timeline-export'
import type { TimelineService } from './timeline.service'

interface TimelineParts {
  kernel: Kernel
  service: TimelineService
  notes: NotesService
  /** Name of a customer; refuses one that is not there. */
  customer: (id: number) => string
}

export function timelineProcedures(os: Implementer, { kernel, service, notes, customer }: TimelineParts) {
  const { timeline } = os
  return timeline.router({
    events: timeline.events.handler(({ input: { cursor, limit, ...query }, context }) =>
      service.events(query, cursor, limit, context.session),
    ),
    choices: timeline.choices.handler(({ input }) => service.choices(input.accountId)),
    addNote: timeline.addNote.handler(async ({ input }) => {
      customer(input.accountId)
      return { uid: await notes.add(input.accountId, input.note) }
    }),
    updateNote: timeline.updateNote.handler(async ({ input }) => {
      await notes.update(input.uid, input.version, input.note)
      return {}
    }),
    removeNotes: timeline.removeNotes.handler(async ({ input }) => {
      await notes.remove(input.uids)
      return {}
    }),
    restoreNotes: timeline.restoreNotes.handler(async ({ input }) => {
      await notes.restore(input.uids)
      return {}
    }),
    export: timeline.export.handler(({ input, context }) =>
      exportTimeline(kernel, service, { ...input, customer: customer(input.accountId) }, context.session),
    ),
  })
}
