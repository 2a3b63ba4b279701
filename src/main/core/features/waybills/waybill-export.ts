import type { MadeFile } from '#shared/contract/base'
import { isWordKey, type Locale, translate, type WordKey } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { bookFrame } from '../system/book-frame'
import { rowOf, type WaybillsService } from './waybills.service'
import type { WaybillQuery } from './waybills.repository'

/** Exactly the waybills that are filtered, streamed into a finished workbook. */
export async function exportWaybills(
  kernel: Kernel,
  waybills: WaybillsService,
  query: WaybillQuery,
  locale: Locale,
): Promise<MadeFile> {
  const t = (key: WordKey, params = {}) => translate(locale, key, params)
  const text = (key: WordKey): ReportColumn => ({ header: t(key), format: 'text' })
  const money = (key: WordKey): ReportColumn => ({ header: t(key), format: 'money', total: 'sum' })
  const columns: ReportColumn[] = [
    text('waybills:col.number'),
    { header: t('waybills:col.shippedOn'), format: 'date' },
    text('waybills:col.accountCode'),
    text('waybills:col.account'),
    text('waybills:col.customer'),
    text('waybills:col.carrier'),
    text('waybills:col.feeKind'),
    text('waybills:col.product'),
    text('waybills:col.origin'),
    text('waybills:col.destination'),
    { header: t('waybills:col.pieces'), format: 'integer', total: 'sum' },
    { header: t('waybills:col.actualGrams'), format: 'weight' },
    { header: t('waybills:col.chargeableGrams'), format: 'weight', total: 'sum' },
    money('waybills:col.revenueFen'),
    money('waybills:col.grossFen'),
    money('waybills:col.costFen'),
    money('waybills:col.marginFen'),
    money('waybills:col.billedFen'),
    text('waybills:col.status'),
    text('waybills:col.reason'),
  ]
  const title = t('exports:waybills')
  const { month, status, product, carrier } = query.filter
  const frame = {
    ...bookFrame(kernel, locale),
    filters: [
      month ?? '',
      status ? t(`waybills:status.${status}`) : '',
      product ?? '',
      carrier ?? '',
      query.search === '' ? '' : t('exports:filter.search', { text: query.search }),
    ].filter(Boolean),
  }
  const notes = (['revenue', 'cost', 'fee'] as const).map((note) => ({
    label: t(`exports:note.${note}.label`),
    text: t(`exports:note.${note}`),
  }))
  const rows = allRows(waybills, query, locale)
  const name = `${title}${month ?? ''}.xlsx`
  return madeWorkbook(
    kernel,
    name,
    framedWorkbook(frame, { name: title, title, columns, rows, frozenColumns: 1 }, notes),
  )
}

function* allRows(waybills: WaybillsService, query: WaybillQuery, locale: Locale): Generator<ReportValue[]> {
  for (const record of waybills.each(query)) {
    const row = rowOf(record)
    const reason = `waybills:reason.${row.reason ?? ''}`
    yield [
      row.number,
      row.shippedOn,
      row.accountCode,
      row.account,
      row.customer,
      row.carrier,
      row.feeKind,
      row.product,
      row.origin,
      row.destination,
      row.pieces,
      row.actualGrams,
      row.chargeableGrams,
      row.revenueFen,
      row.grossFen,
      row.costFen,
      row.marginFen,
      row.billedFen,
      translate(locale, `waybills:status.${row.status}`),
      isWordKey(reason) ? translate(locale, reason) : (row.reason ?? ''),
    ]
  }
}
