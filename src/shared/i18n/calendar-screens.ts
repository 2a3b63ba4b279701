/** Words of the calendar's screens. */
export const calendarScreensZh = {
  title: '日历',
} as const

export const calendarScreensEn: Record<keyof typeof calendarScreensZh, string> = {
  title: 'Calendar',
}
