import type { Implementer } from '../../implementer'
import type { CalendarService } from './calendar.service'

export function calendarProcedures(os: Implementer, service: CalendarService) {
  const { calendar } = os
  const { anniversaries, tasks, officialYears } = service
  return calendar.router({
    ofAccount: calendar.ofAccount.handler(({ input, context }) =>
      anniversaries.ofAccount(input.accountId, context.session),
    ),
    create: calendar.create.handler(({ input }) => anniversaries.create(input)),
    update: calendar.update.handler(async ({ input }) => {
      await anniversaries.update(input.id, input.version, input.anniversary)
      return {}
    }),
    remove: calendar.remove.handler(async ({ input }) => {
      await anniversaries.remove(input.id)
      return {}
    }),
    restore: calendar.restore.handler(async ({ input }) => {
      await anniversaries.restore(input.id)
      return {}
    }),
    month: calendar.month.handler(({ input, context }) => service.month(input.month, context.session)),
    upcoming: calendar.upcoming.handler(({ input, context }) => service.upcoming(input, context.session)),
    export: calendar.export.handler(({ input, context }) =>
      service.exportUpcoming(input, input.locale, context.session),
    ),
    tasks: calendar.tasks.handler(({ input, context }) => tasks.list(input, context.session)),
    settle: calendar.settle.handler(({ input, context }) =>
      tasks.settle(input.ref, input.version, input.state, context.session),
    ),
    createTask: calendar.createTask.handler(({ input }) => tasks.create(input)),
    updateTask: calendar.updateTask.handler(async ({ input }) => {
      await tasks.update(input.id, input.version, input.task)
      return {}
    }),
    removeTask: calendar.removeTask.handler(async ({ input }) => {
      await tasks.remove(input.id)
      return {}
    }),
    restoreTask: calendar.restoreTask.handler(async ({ input }) => {
      await tasks.restore(input.id)
      return {}
    }),
    greeted: calendar.greeted.handler(() => service.greeted()),
    exportGreeted: calendar.exportGreeted.handler(({ input, context }) =>
      service.exportGreeted(input.festival, input.on, input.locale, context.session),
    ),
    settings: calendar.settings.handler(() => service.settings()),
    setSettings: calendar.setSettings.handler(({ input }) => service.setSettings(input)),
    holidays: calendar.holidays.handler(() => officialYears.list()),
    previewHolidays: calendar.previewHolidays.handler(({ input }) =>
      service.previewHolidays(input.ticket, input.locale),
    ),
    importHolidays: calendar.importHolidays.handler(({ input }) => service.importHolidays(input.ticket, input.locale)),
    removeHolidays: calendar.removeHolidays.handler(async ({ input }) => {
      await officialYears.remove(input.ids)
      return {}
    }),
    restoreHolidays: calendar.restoreHolidays.handler(async ({ input }) => {
      await officialYears.restore(input.ids)
      return {}
    }),
    exportHolidays: calendar.exportHolidays.handler(({ input }) => service.exportHolidays(input.year, input.locale)),
  })
}
