import type { MadeFile } from '#shared/contract/base'
import { localMinute } from '#shared/fields/change-words'
import { eventChanges, eventTitle, kindWord } from '#shared/fields/event-words'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn } from '../../excel/write-workbook'
import type { Kernel, Session } from '../../kernel'
import { bookFrame } from '../system/book-frame'
import type { TimelineQuery, TimelineService } from './timeline.service'

/** A customer's timeline as filtered, as a finished workbook. */
export async function exportTimeline(
  kernel: Pick<Kernel, 'db' | 'files' | 'clock'>,
  service: TimelineService,
  query: TimelineQuery & { customer: string; locale: Locale },
  session: Session,
): Promise<MadeFile> {
  const { filter, locale, customer } = query
  const say = (key: WordKey, params?: WordParams) => translate(locale, key, params)
  const column = (key: WordKey, width?: number): ReportColumn => ({
    header: say(key),
    format: 'text',
    ...(width ? { width } : {}),
  })
  const { kinds, from, to, actor, text } = filter
  const frame = {
    ...bookFrame(kernel, locale),
    filters: [
      ...kinds.map((kind) => kindWord(say, kind)),
      actor ?? '',
      from === undefined && to === undefined ? '' : `${from ?? ''}—${to ?? ''}`,
      text === '' ? '' : say('exports:filter.search', { text }),
    ].filter(Boolean),
  }
  function* rows() {
    for (const event of service.all(query, session)) {
      const content = [event.text, ...eventChanges(say, event)].filter((line) => line !== '')
      yield [
        // Of what is known by its day alone the minute would be invented.
        event.day ?? localMinute(event.at),
        kindWord(say, event.kind),
        eventTitle(say, event),
        content.join('\n'),
        event.actor,
      ]
    }
  }
  const title = `${say('timeline:export.name')} ${customer}`
  const name = `${title}.xlsx`
  const columns = [
    column('timeline:export.at', 18),
    column('timeline:export.kind'),
    column('timeline:export.event', 30),
    column('timeline:export.text', 70),
    column('timeline:export.actor'),
  ]
  return madeWorkbook(
    kernel,
    name,
    framedWorkbook(frame, { name: say('timeline:export.name'), title, columns, rows: rows() }, []),
  )
}
