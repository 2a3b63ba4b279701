import { shanghaiDay } from '#shared/domain/shanghai-time'
import type { Locale } from '#shared/i18n/index'
import type { Kernel } from '../../kernel'
import { bookHead } from './system.repository'

/** What a paper or workbook says of the book it comes from and of the moment it was made. */
export interface BookFrame {
  bookName: string
  locale: Locale
  /** Milliseconds since 1970. */
  now: number
  /** `YYYY-MM-DD` */
  today: string
}

export function bookFrame({ db, clock }: Pick<Kernel, 'db' | 'clock'>, locale: Locale): BookFrame {
  const now = clock.now()
  return { bookName: bookHead(db).name, locale, now, today: shanghaiDay(now) }
}
