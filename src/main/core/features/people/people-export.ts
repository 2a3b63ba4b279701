import type { MadeFile } from '#shared/contract/base'
import { birthdayText } from '#shared/domain/people/birthday'
import { type Locale, translate } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { bookFrame } from '../system/book-frame'
import type { PeopleQuery } from './people.repository'
import type { PeopleService } from './people.service'

const pageSize = 500

/**
 * The contacts as filtered, as a finished workbook. Who may see personal data gets it in full, and the audit trail says how
 * many people were taken out under which filter; for the others everything is masked as on the screen.
 */
export async function exportPeople(
  kernel: Kernel,
  people: PeopleService,
  query: PeopleQuery,
  { locale, seesAll }: { locale: Locale; seesAll: boolean },
): Promise<MadeFile> {
  const { book, lease } = kernel
  const t = (key: Parameters<typeof translate>[1], params = {}) => translate(locale, key, params)
  const text = (header: string): ReportColumn => ({ header, format: 'text' })
  const columns: ReportColumn[] = [
    text(t('fields:contact.accountCode')),
    text(t('fields:contact.accountName')),
    text(t('fields:contact.name')),
    text(t('fields:contact.title')),
    text(t('fields:contact.department')),
    text(t('fields:contact.phone')),
    text(t('fields:contact.wechat')),
    text(t('fields:contact.email')),
    text(t('fields:contact.role')),
    text(t('fields:contact.stance')),
    { header: t('fields:contact.influence'), format: 'integer' },
    { header: t('fields:contact.relationship'), format: 'integer' },
    text(t('fields:contact.reportsTo')),
    text(t('fields:contact.channel')),
    text(t('fields:contact.birthday')),
    { header: t('fields:contact.lastContactOn'), format: 'date' },
    text(t('fields:contact.primary')),
    text(t('fields:contact.note')),
  ]
  const { filter, search } = query
  const filters = [
    filter.role ? t(`people:role.${filter.role}`) : '',
    filter.stance ? t(`people:stance.${filter.stance}`) : '',
    filter.birthMonth ? t('people:filter.birthMonthIs', { month: filter.birthMonth }) : '',
    filter.stale ? t('people:filter.stale') : '',
    search === '' ? '' : t('exports:filter.search', { text: search }),
  ].filter(Boolean)
  let count = 0
  async function* rows(): AsyncGenerator<ReportValue[]> {
    for (let page = 1; ; page++) {
      const some = await people.page({ ...query, page, pageSize }, seesAll)
      count += some.length
      for (const one of some) {
        yield [
          one.accountCode,
          one.account,
          one.name,
          one.title,
          one.department,
          one.phone,
          one.wechat,
          one.email,
          one.role ? t(`people:role.${one.role}`) : '',
          one.stance ? t(`people:stance.${one.stance}`) : '',
          one.influence,
          one.relationship,
          one.reportsToName,
          one.channel ? t(`people:channel.${one.channel}`) : '',
          one.birthday ? birthdayText(one.birthday, locale) : '',
          one.lastContactOn,
          one.primary ? t('people:yes') : '',
          one.note,
        ]
      }
      if (some.length < pageSize) return
    }
  }
  const title = t('people:title')
  const frame = { ...bookFrame(kernel, locale), filters }
  const notes = [
    { label: t('people:export.privacy'), text: t(seesAll ? 'people:export.full' : 'people:export.masked') },
  ]
  const name = `${title}-${book.today()}.xlsx`
  const sheet = { name: title, title, columns, rows: rows(), frozenColumns: 3 }
  const made = await madeWorkbook(kernel, name, framedWorkbook(frame, sheet, notes))
  if (seesAll) {
    await lease.run(() =>
      book.write(() => {
        const summary = [String(count), ...filters].join(' · ')
        return { result: undefined, audit: { action: 'export', entity: 'contact', entityUid: 'list', summary } }
      }),
    )
  }
  return made
}
