import { pickupWindow, type SiteInput, type SiteRow } from '#shared/contract/sites'
import { orderedDays, windowFaults } from '#shared/domain/needs/pickup-windows'
import { maskWithin } from '#shared/domain/people/mask'
import { regionPath } from '#shared/domain/region/region-path'
import { isStandardRegion } from '#shared/domain/region/standard-region'
import { z } from 'zod'
import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { newRecord } from '../../db/new-record'
import { removal } from '../../db/removal'
import { Refused } from '../../refused'
import type { NeedsKernel } from './needs-kernel'
import * as repository from './sites.repository'

const windows = z.array(pickupWindow)

/** Sites of customers (提货点、仓库 …). */
export function createSitesService(kernel: NeedsKernel) {
  const { db, book, lease } = kernel

  function rowOf(record: repository.SiteRecord, names: ReadonlyMap<number, string>): SiteRow {
    const linked = record.contact_id === null ? undefined : names.get(record.contact_id)
    return {
      ...inputOf(record),
      id: record.id,
      uid: record.uid,
      accountId: record.account_id,
      version: record.version,
      contactName: linked ?? record.contact,
      updatedAt: record.updated_at,
    }
  }

  function found(id: number): repository.SiteRecord {
    const record = repository.siteById(db, id)
    if (!record) throw new Refused('not-found', { what: 'site' })
    return record
  }

  const row = (id: number) => {
    const record = found(id)
    return rowOf(record, repository.contactNames(db, record.account_id))
  }

  /** Inside the caller's transaction. @throws Refused for windows, places and contacts that cannot be */
  function insert(accountId: number, input: SiteInput, hlc: string): number {
    check(accountId, input)
    return repository.insertSite(db, {
      ...columnsOf(input),
      ...newRecord(book, hlc),
      account_id: accountId,
    })
  }

  function check(accountId: number, input: SiteInput): void {
    const [fault] = windowFaults(input.windows)
    if (fault) throw new Refused(fault.code, fault.params, `windows.${fault.index}`)
    if (!isStandardRegion(input)) throw new Refused('unknown-place', { place: regionPath(input).join(' ') }, 'region')
    if (input.contactId !== null && !repository.contactNames(db, accountId).has(input.contactId)) {
      throw new Refused('not-found', { what: 'contact' }, 'contactId')
    }
  }

  const { remove, restore } = removal(kernel, {
    found,
    store: ({ id }, columns) => repository.updateSite(db, id, columns),
    audit: ({ uid, name }) => ({ entity: 'site', entityUid: uid, summary: name }),
  })

  return {
    insert,
    remove,
    restore,
    list(accountId: number): SiteRow[] {
      const names = repository.contactNames(db, accountId)
      return repository.sitesOf(db, accountId).map((record) => rowOf(record, names))
    },
    contacts: (accountId: number) => [...repository.contactNames(db, accountId)].map(([id, name]) => ({ id, name })),
    create: (accountId: number, input: SiteInput): Promise<SiteRow> =>
      lease.run(() =>
        book.write((hlc) => {
          const result = row(insert(accountId, input, hlc))
          const audit = { action: 'create', entity: 'site', entityUid: result.uid, summary: result.name }
          return { result, audit }
        }),
      ),
    /** A masked text sent back leaves what it masks as it is. */
    update: (id: number, version: number, site: SiteInput): Promise<SiteRow> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = found(id)
          if (record.deleted_at !== null) throw new Refused('not-found', { what: 'site' })
          expectVersion(record, version)
          const masked = site.contact !== '' && site.contact === maskWithin(record.contact)
          const input = masked ? { ...site, contact: record.contact } : site
          check(record.account_id, input)
          const changes = fieldChanges(inputOf(record), ordered(input))
          if (changes.length > 0) {
            const stamp = { version: record.version + 1, hlc, updated_at: book.now() }
            repository.updateSite(db, id, { ...columnsOf(input), ...stamp })
          }
          const audit = { action: 'update', entity: 'site', entityUid: record.uid, summary: input.name, changes }
          return { result: row(id), audit: changes.length === 0 ? null : audit }
        }),
      ),
  }
}

export type SitesService = ReturnType<typeof createSitesService>

function inputOf(record: repository.SiteRecord): SiteInput {
  return {
    name: record.name,
    kind: record.kind,
    province: record.province,
    city: record.city,
    district: record.district,
    address: record.address,
    windows: windows.parse(JSON.parse(record.windows)),
    contactId: record.contact_id,
    contact: record.contact,
    note: record.note,
  }
}

function ordered(input: SiteInput): SiteInput {
  const sorted = input.windows.map((window) => ({ ...window, weekdays: orderedDays(window.weekdays) }))
  return { ...input, windows: sorted }
}

function columnsOf(input: SiteInput) {
  const { contactId, windows: own, ...columns } = ordered(input)
  return { ...columns, contact_id: contactId, windows: JSON.stringify(own) }
}
