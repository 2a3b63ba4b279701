import { calendarSettings, type CalendarSettings } from '#shared/contract/calendar'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { createSettingsService } from '../system/settings.service'

const key = 'calendar'

/** What a branch starts with; 清明 and the shopping days are no days to greet on unless it says so. */
export const defaultCalendarSettings: CalendarSettings = {
  lead: {
    founding: 7,
    opening: 7,
    cooperation: 7,
    milestone: 7,
    honour: 7,
    contract: 30,
    custom: 7,
    birthday: 3,
    festival: 10,
  },
  festivals: ['new-year', 'spring', 'dragon-boat', 'mid-autumn', 'national'],
  ownFestivals: [],
  greeted: ['platinum', 'gold'],
  beforeHolidays: true,
  keepOverdue: 14,
}

export type CalendarSettingsStore = ReturnType<typeof createCalendarSettings>

export function createCalendarSettings(kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>) {
  const settings = createSettingsService(kernel)
  return {
    read: () => settings.read(key, calendarSettings, defaultCalendarSettings),
    write: (value: CalendarSettings) => settings.write(key, calendarSettings, value),
  }
}
