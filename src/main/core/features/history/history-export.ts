import type { HistoryFilter, HistoryRow, HistorySubject, TrailFilter } from '#shared/contract/history'
import type { MadeFile } from '#shared/contract/base'
import {
  actionWord,
  changeLine,
  changeWords,
  entityWord,
  fieldLabel,
  localMinute,
  summaryWord,
} from '#shared/fields/change-words'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel, Session } from '../../kernel'
import { bookFrame } from '../system/book-frame'
import type { HistoryService } from './history.service'

type ExportKernel = Pick<Kernel, 'db' | 'files' | 'clock'>

interface Sheet {
  name: string
  title: string
  filters: string[]
  columns: ReportColumn[]
  rows: Iterable<readonly ReportValue[]>
}

const text = (header: string, width?: number): ReportColumn => ({ header, format: 'text', ...(width ? { width } : {}) })

async function made(kernel: ExportKernel, locale: Locale, sheet: Sheet): Promise<MadeFile> {
  const { filters, ...rest } = sheet
  const frame = { ...bookFrame(kernel, locale), filters }
  const note = {
    label: translate(locale, 'history:export.note.label'),
    text: translate(locale, 'history:export.note'),
  }
  const name = `${sheet.title}.xlsx`
  return madeWorkbook(kernel, name, framedWorkbook(frame, { ...rest, frozenColumns: 2 }, [note]))
}

function period(locale: Locale, { from, to }: { from?: string | undefined; to?: string | undefined }): string[] {
  if (from === undefined && to === undefined) return []
  return [`${translate(locale, 'history:period')} ${from ?? ''}—${to ?? ''}`]
}

/** The changes of one subject as a finished workbook: one row for each field changed. */
export function exportChanges(
  kernel: ExportKernel,
  history: HistoryService,
  { subject, filter, title, locale }: { subject: HistorySubject; filter: HistoryFilter; title: string; locale: Locale },
  session: Session,
): Promise<MadeFile> {
  const say = (key: WordKey, params?: WordParams) => translate(locale, key, params)
  const [entity = '', ...field] = (filter.field ?? '').split('.')
  return made(kernel, locale, {
    name: say('history:export.changes'),
    title: `${say('history:export.changes')} ${title}`.trim(),
    filters: [
      filter.field === undefined ? '' : fieldLabel(say, entity, field.join('.')),
      filter.actor ?? '',
      ...period(locale, filter),
    ].filter(Boolean),
    columns: [
      text(say('history:at')),
      text(say('history:actor')),
      text(say('history:entity')),
      text(say('history:name')),
      text(say('history:what')),
      text(say('history:field')),
      text(say('history:old'), 36),
      text(say('history:new'), 36),
    ],
    rows: history.allChanges({ subject, filter }, session).map((row) => changeCells(say, row)),
  })
}

function changeCells(say: (key: WordKey, params?: WordParams) => string, row: HistoryRow): ReportValue[] {
  const head = [
    localMinute(row.at),
    row.actor,
    entityWord(say, row.entity),
    summaryWord(say, row.entity, row.summary),
    actionWord(say, row.action),
  ]
  if (row.erased) return [...head, '', '', say('history:erased')]
  if (row.field === '') return [...head, '', '', '']
  const { label, old, new: next, list } = changeWords(say, row, row.label)
  if (!list) return [...head, label, old, next]
  const joined = (texts: readonly string[]) => texts.join(say('history:separator'))
  return [...head, label, joined(list.removed), joined([...list.added, ...list.changed])]
}

const pageSize = 500

/** The audit trail as filtered, as a finished workbook: one row for each entry. */
export function exportTrail(
  kernel: ExportKernel,
  history: HistoryService,
  { filter, locale }: { filter: TrailFilter; locale: Locale },
  session: Session,
): Promise<MadeFile> {
  const say = (key: WordKey, params?: WordParams) => translate(locale, key, params)
  function* rows(): Generator<ReportValue[]> {
    for (let page = 1; ; page++) {
      const answer = history.trail(filter, page, pageSize)
      for (const row of answer.rows) {
        const changes = row.fields ? history.entry(row.seq, session) : []
        const lines = changes.map((change) => changeLine(say, changeWords(say, change, change.label)))
        const content = row.fields === null ? say('history:erased') : lines.join('\n')
        yield [
          row.seq,
          localMinute(row.at),
          row.actor,
          actionWord(say, row.action),
          entityWord(say, row.entity),
          summaryWord(say, row.entity, row.summary),
          content,
        ]
      }
      if (answer.rows.length < pageSize) return
    }
  }
  return made(kernel, locale, {
    name: say('history:trail.export'),
    title: say('history:trail.export'),
    filters: [
      filter.entity === undefined ? '' : entityWord(say, filter.entity),
      filter.action === undefined ? '' : actionWord(say, filter.action),
      filter.actor ?? '',
      filter.text === '' ? '' : say('exports:filter.search', { text: filter.text }),
      ...period(locale, filter),
    ].filter(Boolean),
    columns: [
      { header: '#', format: 'integer' },
      text(say('history:at')),
      text(say('history:actor')),
      text(say('history:what')),
      text(say('history:entity')),
      text(say('settings:audit.summary'), 36),
      text(say('history:change'), 60),
    ],
    rows: rows(),
  })
}
