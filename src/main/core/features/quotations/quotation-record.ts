import { type QuotationContent, quotationContent, type QuotationHead } from '#shared/contract/quotations'
import { addDays, daysBetween } from '#shared/domain/months'
import type { AuditRecord, FieldChange } from '../../db/book'
import { fieldChanges } from '../../db/field-changes'
import type { QuotationRecord } from './quotations.repository'

export function contentOf(record: QuotationRecord): QuotationContent {
  return quotationContent.parse(JSON.parse(record.content))
}

export function headOf(record: QuotationRecord): QuotationHead {
  return {
    accountId: record.account_id,
    company: record.company,
    contact: record.contact,
    phone: record.phone,
    validFrom: record.valid_from,
    validTo: record.valid_to,
  }
}

/** The same head for as many days, from today on. */
export function freshHead(record: QuotationRecord, today: string): QuotationHead {
  const validTo = addDays(today, daysBetween(record.valid_from, record.valid_to))
  return { ...headOf(record), validFrom: today, validTo }
}

/** `BJ2026110001-2`: the number with its version, as people write it. */
export function numberOf({ number, revision }: Pick<QuotationRecord, 'number' | 'revision'>): string {
  return revision > 1 ? `${number}-${revision}` : number
}

const told = [
  'state',
  'account_id',
  'company',
  'contact',
  'valid_from',
  'valid_to',
  'total_fen',
  'products',
  'parts',
] as const

/** Which fields changed; prices are told as a sum, not cell by cell. */
export function changesOf(before: QuotationRecord, row: Partial<QuotationRecord>): FieldChange[] {
  const written = told.filter((field) => row[field] !== undefined)
  return fieldChanges(before, row, written)
}

export function auditOf(record: QuotationRecord, action: string, changes: FieldChange[]): AuditRecord {
  const summary = `${numberOf(record)} ${record.company}`
  return { action, entity: 'quotation', entityUid: record.uid, summary, changes }
}
