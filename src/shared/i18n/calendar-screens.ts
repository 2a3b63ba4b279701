export { calendarScreensEn } from './calendar-screens-en'
export { calendarScreensZh } from './calendar-screens-zh'
