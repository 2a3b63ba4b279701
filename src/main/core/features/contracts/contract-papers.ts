import type { MadeFile } from '#shared/contract/base'
import type { ContractRow } from '#shared/contract/contracts'
import { minimumText } from '#shared/i18n/contract-words'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { framedWorkbook } from '../../excel/export-frame'
import { madeWorkbook } from '../../excel/made-workbook'
import type { ReportColumn, ReportValue } from '../../excel/write-workbook'
import type { Kernel } from '../../kernel'
import { printPaper } from '../../print/print-paper'
import { bookFrame } from '../system/book-frame'
import type { ContractQuery } from './contract-list'
import type { ContractsService } from './contracts.service'
import { fulfilmentSheet } from './fulfilment-sheet'
import type { FulfilmentService } from './fulfilment.service'

export type ContractPapers = ReturnType<typeof createContractPapers>

const everyone = 1_000_000

/** Contracts as files: the summary to print and sign, the list as filtered, the fulfilment record of a year. */
export function createContractPapers(kernel: Kernel, contracts: ContractsService, fulfilment: FulfilmentService) {
  return {
    async print(id: number, locale: Locale): Promise<MadeFile> {
      // Papers are loaded with the first one that is printed: the program starts without them.
      const { contractPaper } = await import('./contract-paper')
      const contract = contracts.get(id)
      const { number, account } = contract
      const name = translate(locale, 'contracts:paper.file', { number, account })
      return printPaper(kernel, contractPaper(contract, bookFrame(kernel, locale)), `${name}.pdf`)
    },
    async exportList(query: ContractQuery, locale: Locale): Promise<MadeFile> {
      const t = (key: WordKey, params: WordParams = {}) => translate(locale, key, params)
      const { filter, search } = query
      const { rows } = contracts.list({ ...query, page: 1, pageSize: everyone })
      const frame = {
        ...bookFrame(kernel, locale),
        filters: [
          filter.status ? t(`contracts:status.${filter.status}`) : '',
          filter.ending ? t(`contracts:ending.${filter.ending}`) : '',
          filter.accountId === undefined ? '' : (rows[0]?.account ?? ''),
          filter.manager ?? '',
          search === '' ? '' : t('exports:filter.search', { text: search }),
        ].filter(Boolean),
      }
      const title = t('contracts:title')
      const name = `${t('contracts:file.list')}.xlsx`
      const sheet = {
        name: title,
        title,
        columns: listColumns(t),
        rows: rows.map((row) => listRow(row, t)),
        frozenColumns: 3,
      }
      return madeWorkbook(kernel, name, framedWorkbook(frame, sheet, []))
    },
    async exportFulfilment(
      id: number,
      year: number | undefined,
      { locale, seesCost }: { locale: Locale; seesCost: boolean },
    ): Promise<MadeFile> {
      const t = (key: WordKey, params: WordParams = {}) => translate(locale, key, params)
      const { number, title, account } = contracts.get(id)
      const report = fulfilment.report(id, year, seesCost)
      const name = `${t('contracts:file.fulfilment', { number, year: report.year })}.xlsx`
      const frame = { ...bookFrame(kernel, locale), filters: [number, title, account, String(report.year)] }
      const notes = (['noteMinimum', 'notePromises'] as const).map((note) => ({
        label: t(`contracts:export.${note}`),
        text: t(`contracts:export.${note}Text`),
      }))
      return madeWorkbook(kernel, name, framedWorkbook(frame, fulfilmentSheet(report, t), notes))
    },
  }
}

type Words = (key: WordKey, params?: WordParams) => string

function listColumns(t: Words): ReportColumn[] {
  const text = (key: WordKey): ReportColumn => ({ header: t(key), format: 'text' })
  const day = (key: WordKey): ReportColumn => ({ header: t(key), format: 'date' })
  const money = (key: WordKey): ReportColumn => ({ header: t(key), format: 'money', total: 'sum' })
  const whole = (key: WordKey): ReportColumn => ({ header: t(key), format: 'integer' })
  return [
    text('contracts:col.number'),
    text('contracts:col.account'),
    text('contracts:col.title'),
    text('contracts:col.status'),
    day('contracts:col.signedOn'),
    day('contracts:field.validFrom'),
    day('contracts:col.endsOn'),
    whole('contracts:col.daysLeft'),
    text('contracts:col.manager'),
    text('contracts:col.products'),
    text('contracts:col.minimum'),
    whole('contracts:col.creditDays'),
    money('contracts:col.creditLimit'),
    money('contracts:col.deposit'),
    day('contracts:col.depositReceived'),
    whole('contracts:col.renewal'),
    text('contracts:col.successor'),
  ]
}

function listRow(row: ContractRow, t: Words): ReportValue[] {
  return [
    row.number,
    row.account,
    row.title,
    t(`contracts:status.${row.status}`),
    row.signedOn,
    row.validFrom,
    row.endsOn,
    row.status === 'draft' || row.status === 'terminated' ? null : row.daysLeft,
    row.manager,
    row.products,
    row.minimum ? minimumText(row.minimum, t) : '',
    row.creditDays,
    row.creditLimitFen,
    row.depositFen,
    row.depositReceivedOn,
    row.renewMonths,
    row.successor?.number ?? '',
  ]
}
