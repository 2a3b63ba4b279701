import type { QuotationContent, QuotationDetail, QuotationHead } from '#shared/contract/quotations'
import { maskPhone } from '#shared/domain/people/mask'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { Locale } from '#shared/i18n/index'
import type { AuditRecord } from '../../db/book'
import { expectVersion } from '../../db/expect-version'
import { newRecord } from '../../db/new-record'
import { removal } from '../../db/removal'
import { Refused } from '../../refused'
import type { WorkerKernel } from '../../worker/worker-kernel'
import type { PricingService } from '../pricing/pricing.service'
import { partOfSheet } from './quotation-part'
import { pricedContent } from './quotation-prices'
import { auditOf, changesOf, contentOf, freshHead, headOf, numberOf } from './quotation-record'
import * as repository from './quotations.repository'
import type { QuotationRecord } from './quotations.repository'
import { type Winning, winQuotation, type WinSources } from './win-quotation'

export type QuotationsService = ReturnType<typeof createQuotationsService>

export interface QuotationSources extends WinSources {
  sheet: PricingService['stored']
}

interface Versioned {
  id: number
  version: number
  locale: Locale
}

/** Quotations: drafts that are written, numbers that are never given twice, and what becomes of them. */
export function createQuotationsService(
  kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>,
  sources: QuotationSources,
) {
  const { db, book, lease } = kernel

  function stored(id: number): QuotationRecord {
    const record = repository.quotationById(db, id)
    if (!record) throw new Refused('not-found', { what: 'quotation' })
    return record
  }

  /** The stored quotation for a change. @throws Refused `not-found`, `changed-meanwhile` */
  function current({ id, version }: Pick<Versioned, 'id' | 'version'>): QuotationRecord {
    const record = stored(id)
    if (record.deleted_at !== null) throw new Refused('not-found', { what: 'quotation' })
    expectVersion(record, version)
    return record
  }

  function detail(id: number, locale: Locale): QuotationDetail {
    const today = book.today()
    const record = stored(id)
    const row = repository.quotationRow(db, id, today)
    if (!row) throw new Refused('not-found', { what: 'quotation' })
    const content = contentOf(record)
    return {
      ...row,
      uid: record.uid,
      head: headOf(record),
      content,
      ...pricedContent(content, record.valid_from, locale),
      sheets: JSON.parse(record.sheets) as { id: number; name: string }[],
      versions: repository.versionsOf(db, record, today),
    }
  }

  function columnsOf(head: QuotationHead, content: QuotationContent) {
    if (head.validTo < head.validFrom) throw new Refused('invalid-input', { why: 'validTo' }, 'validTo')
    const { sum } = pricedContent(content, head.validFrom, 'zh-CN')
    return {
      account_id: head.accountId,
      company: head.company,
      contact: head.contact,
      phone: head.phone,
      valid_from: head.validFrom,
      valid_to: head.validTo,
      content: JSON.stringify(content),
      products: [...new Set(content.parts.map(({ product }) => product).filter(Boolean))].join('、'),
      parts: content.parts.length,
      total_fen: sum?.grossFen ?? null,
    }
  }

  /** A new row under a number, inside the caller's write. */
  function insert(
    place: Pick<QuotationRecord, 'month' | 'sequence' | 'revision' | 'number'>,
    head: QuotationHead,
    content: QuotationContent,
    hlc: string,
  ): number {
    return repository.insertQuotation(db, {
      ...place,
      ...columnsOf(head, content),
      ...newRecord(book, hlc),
      state: 'draft',
      owner: book.actor,
      sent_at: null,
      closed_at: null,
    })
  }

  function newNumber(): Pick<QuotationRecord, 'month' | 'sequence' | 'revision' | 'number'> {
    const month = book.today().slice(0, 7)
    const sequence = repository.nextSequence(db, month)
    return { month, sequence, revision: 1, number: `BJ${month.replace('-', '')}${String(sequence).padStart(4, '0')}` }
  }

  /** One change of one quotation with its audit entry. */
  function change(
    key: Versioned,
    action: string,
    work: (record: QuotationRecord, hlc: string) => { row: Partial<QuotationRecord>; audit?: AuditRecord[] },
    reason = '',
  ): Promise<QuotationDetail> {
    return lease.run(() =>
      book.write((hlc) => {
        const record = current(key)
        const { row, audit = [] } = work(record, hlc)
        const changes = changesOf(record, row)
        repository.updateQuotation(db, key.id, { ...row, version: record.version + 1, hlc, updated_at: book.now() })
        const entry = auditOf(record, action, [
          ...changes,
          ...(reason === '' ? [] : [{ field: 'reason', old: null, new: reason }]),
        ])
        return { result: detail(key.id, key.locale), audit: [entry, ...audit] }
      }),
    )
  }

  function assertState(record: QuotationRecord, ...states: QuotationRecord['state'][]): void {
    if (states.includes(record.state)) return
    throw new Refused(record.state === 'draft' ? 'changed-meanwhile' : 'quotation-sent', { number: numberOf(record) })
  }

  const { remove, restore } = removal(kernel, {
    found: stored,
    before: (record) => assertState(record, 'draft'),
    store: ({ id }, columns) => repository.updateQuotation(db, id, columns),
    audit: (record, action) => auditOf(record, action, []),
  })

  return {
    list(query: repository.QuotationQuery) {
      const { rows, total, totalFen, estimated } = repository.quotationPage(db, query, book.today())
      return { rows, total, sums: { totalFen, estimated } }
    },
    get: detail,
    choices: () => ({ months: repository.distinctMonths(db), owners: repository.distinctOwners(db) }),
    partOfSheet(id: number) {
      const { name, version, sheet } = sources.sheet(id)
      const content = JSON.parse(sheet) as PriceSheet
      // A surcharge whose last day is over is no offer any more.
      const surcharges = content.surcharges.filter(({ to }) => to === null || to >= book.today())
      return partOfSheet({ ...content, surcharges }, { sheetId: id, name, version })
    },
    /** @throws Refused `invalid-input` if the last day lies before the first */
    create: (head: QuotationHead, content: QuotationContent, locale: Locale): Promise<QuotationDetail> =>
      lease.run(() =>
        book.write((hlc) => {
          const id = insert(newNumber(), head, content, hlc)
          return { result: detail(id, locale), audit: auditOf(stored(id), 'create', []) }
        }),
      ),
    /** @throws Refused `quotation-sent`, `changed-meanwhile`, `invalid-input` */
    save: (key: Versioned, head: QuotationHead, content: QuotationContent) =>
      change(key, 'update', (record) => {
        assertState(record, 'draft')
        // Who sees the number masked sends the mask back; it is no new number.
        const phone = head.phone === maskPhone(record.phone) ? record.phone : head.phone
        return { row: columnsOf({ ...head, phone }, content) }
      }),
    /** @throws Refused `quotation-has-no-lines`, `sheet-has-errors` if its prices cannot be read */
    send: (key: Versioned) =>
      change(key, 'send', (record) => {
        assertState(record, 'draft')
        const content = contentOf(record)
        if (content.parts.length === 0) throw new Refused('quotation-has-no-lines', { number: numberOf(record) })
        const problems = pricedContent(content, record.valid_from, key.locale).partNotes.flatMap(
          (part) => part.problems,
        )
        const [first] = problems
        if (first !== undefined) throw new Refused('sheet-has-errors', { count: problems.length, first })
        return { row: { state: 'sent', sent_at: book.now() } }
      }),
    revise: (key: Versioned): Promise<QuotationDetail> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = current(key)
          assertState(record, 'sent', 'lost')
          const { month, sequence, number } = record
          const revision = repository.nextRevision(db, record)
          const id = insert(
            { month, sequence, number, revision },
            freshHead(record, book.today()),
            contentOf(record),
            hlc,
          )
          return { result: detail(id, key.locale), audit: auditOf(stored(id), 'create', []) }
        }),
      ),
    copy: (id: number, locale: Locale): Promise<QuotationDetail> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = stored(id)
          const copied = insert(newNumber(), freshHead(record, book.today()), contentOf(record), hlc)
          return { result: detail(copied, locale), audit: auditOf(stored(copied), 'create', []) }
        }),
      ),
    lose: (key: Versioned, reason: string) =>
      change(
        key,
        'lose',
        (record) => {
          assertState(record, 'sent')
          return { row: { state: 'lost', lost_reason: reason, closed_at: book.now() } }
        },
        reason,
      ),
    reopen: (key: Versioned) =>
      change(key, 'restore', (record) => {
        assertState(record, 'lost')
        return { row: { state: 'sent', lost_reason: '', closed_at: null } }
      }),
    /** @throws Refused `customer-missing`, `sheet-has-errors`, `quotation-sent` */
    async win(key: Versioned, winning: Winning): Promise<QuotationDetail> {
      const prepared = await sources.prepare()
      return change(key, 'win', (record, hlc) => {
        assertState(record, 'sent')
        const won = winQuotation(
          sources,
          prepared,
          { record, content: contentOf(record), number: numberOf(record) },
          winning,
          hlc,
        )
        return {
          row: {
            state: 'won',
            account_id: won.accountId,
            sheets: JSON.stringify(won.sheets),
            closed_at: book.now(),
          },
          audit: won.audit,
        }
      })
    },
    remove,
    restore,
    /** Takes quotations of an unfinished load away for good, inside the caller's write. */
    discard: (ids: readonly number[]) => repository.deleteQuotations(db, ids),
  }
}
