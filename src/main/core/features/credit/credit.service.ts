import { expectVersion } from '../../db/expect-version'
import { fieldChanges } from '../../db/field-changes'
import { newRecord } from '../../db/new-record'
import { removal } from '../../db/removal'
import type { WorkerKernel } from '../../worker/worker-kernel'
import { type CreditHealth, type CreditRule, creditRule, type FinancialYearInput } from '#shared/contract/credit'
import { defaultCreditRule, ruleFaults } from '#shared/domain/credit/credit-rule'
import type { Bills } from '#shared/domain/credit/suggestion'
import { addMonths } from '#shared/domain/months'
import { Refused } from '../../refused'
import { loadPinyin } from '../accounts/account-pinyin'
import type { AccountsService } from '../accounts/accounts.service'
import { createSettingsService } from '../system/settings.service'
import { revenueOf } from '../waybills/account-waybills'
import { columnsOf, derivationOf, inputOf, judgedYear, ratingRecordOf } from './credit-record'
import * as repository from './credit.repository'

export type CreditService = ReturnType<typeof createCreditService>

const ruleKey = 'credit.rule'

/** Financial health of customers: five figures by year, a grade, and the limit and term it suggests. */
export function createCreditService(
  kernel: Pick<WorkerKernel, 'db' | 'book' | 'lease'>,
  accounts: Pick<AccountsService, 'detail' | 'change'>,
) {
  const { db, book, lease } = kernel
  const settings = createSettingsService(kernel)
  const rule = () => settings.read(ruleKey, creditRule, defaultCreditRule)

  /** The full months up to the book's newest one; the month that is running is not whole yet. */
  function bills(accountId: number, billMonths: number): Bills {
    const running = book.today().slice(0, 7)
    const to = repository.latestMonthBefore(db, running) ?? addMonths(running, -1)
    const from = addMonths(to, 1 - billMonths)
    const { revenueFen, months } = revenueOf(db, accountId, from, to)
    return { from, to, sumFen: revenueFen, months }
  }

  function health(accountId: number): CreditHealth {
    const { version, creditDays, creditLimitFen } = accounts.detail(accountId)
    const inForce = rule()
    const billed = bills(accountId, inForce.billMonths)
    return {
      years: repository.yearsOf(db, accountId).map((record) => judgedYear(record, billed, inForce)),
      records: repository.ratingsOf(db, accountId).map(ratingRecordOf),
      rule: inForce,
      current: { version, creditDays, creditLimitFen },
    }
  }

  function found(id: number): repository.YearRecord {
    const record = repository.yearById(db, id)
    if (!record) throw new Refused('not-found', { what: 'financial-year' })
    return record
  }

  const ofYear = (accountId: number, year: number) =>
    repository.yearsOf(db, accountId).find((record) => record.year === year)

  /** Inside the caller's transaction. */
  function insertYear(accountId: number, input: FinancialYearInput, hlc: string): number {
    return repository.insertYear(db, {
      ...columnsOf(input),
      ...newRecord(book, hlc),
      account_id: accountId,
    })
  }

  const { remove, restore } = removal(kernel, {
    found,
    before({ account_id: accountId, year }, removing) {
      if (!removing && ofYear(accountId, year)) throw new Refused('duplicate-name', { name: String(year) }, 'year')
    },
    store: ({ id }, columns) => repository.updateYear(db, id, columns),
    audit: ({ uid, year }) => ({ entity: 'financial-year', entityUid: uid, summary: String(year) }),
  })

  return {
    health,
    rule,
    insertYear,
    removeYear: remove,
    restoreYear: restore,
    setRule(value: CreditRule): Promise<CreditRule> {
      const [fault] = ruleFaults(value)
      if (fault)
        throw new Refused('credit-rule-order', {}, fault.code === 'bounds' ? `bounds.${fault.key}` : fault.code)
      return settings.write(ruleKey, creditRule, value)
    },
    /** @throws Refused `duplicate-name` for a year that is there already, `changed-meanwhile` */
    saveYear: (accountId: number, version: number, input: FinancialYearInput): Promise<{ id: number }> =>
      lease.run(() =>
        book.write((hlc) => {
          const record = ofYear(accountId, input.year)
          const summary = `${accounts.detail(accountId).name} ${input.year}`
          if (version === 0 && record) throw new Refused('duplicate-name', { name: String(input.year) }, 'year')
          if (!record) {
            if (version !== 0) throw new Refused('changed-meanwhile')
            const id = insertYear(accountId, input, hlc)
            const { uid } = found(id)
            const changes = fieldChanges({}, input)
            return {
              result: { id },
              audit: { action: 'create', entity: 'financial-year', entityUid: uid, summary, changes },
            }
          }
          expectVersion(record, version)
          const changes = fieldChanges(inputOf(record), input)
          if (changes.length > 0) {
            const stamp = { version: version + 1, hlc, updated_at: book.now() }
            repository.updateYear(db, record.id, { ...columnsOf(input), ...stamp })
          }
          const audit = { action: 'update', entity: 'financial-year', entityUid: record.uid, summary, changes }
          return { result: { id: record.id }, audit: changes.length === 0 ? null : audit }
        }),
      ),
    /**
     * Writes the suggestion of a year into the archive and keeps the rating with all it was made from; one transaction.
     * @throws Refused `no-credit-suggestion`, `changed-meanwhile` if the account is no longer the one that was seen
     */
    async takeOver(accountId: number, version: number, yearId: number) {
      const spell = await loadPinyin()
      return lease.run(() =>
        book.write((hlc) => {
          const account = accounts.detail(accountId)
          expectVersion(account, version)
          const year = health(accountId).years.find(({ id }) => id === yearId)
          if (!year) throw new Refused('not-found', { what: 'financial-year' })
          const { suggestion } = year
          if (suggestion.kind === 'none') throw new Refused('no-credit-suggestion')
          const { limitFen, creditDays, grade } = suggestion
          const { id: _id, uid: _uid, version: _version, ...known } = account
          const changes = accounts.change(accountId, { ...known, creditDays, creditLimitFen: limitFen }, hlc, spell)
          const uid = book.uid()
          repository.insertRating(db, {
            uid,
            hlc,
            account_id: accountId,
            year: year.year,
            rated_on: book.today(),
            grade,
            limit_fen: limitFen,
            credit_days: creditDays,
            derivation: derivationOf(year),
            actor: book.actor,
            created_at: book.now(),
          })
          const summary = `${account.code} ${account.name}`
          const rated = [
            { field: 'year', old: null, new: year.year },
            { field: 'grade', old: null, new: grade },
            { field: 'limitFen', old: account.creditLimitFen, new: limitFen },
            { field: 'creditDays', old: account.creditDays, new: creditDays },
          ]
          const written = { action: 'update', entity: 'account', entityUid: account.uid, summary, changes }
          const rating = { action: 'create', entity: 'credit-rating', entityUid: uid, summary, changes: rated }
          return { result: { limitFen, creditDays }, audit: changes.length === 0 ? [rating] : [written, rating] }
        }),
      )
    },
  }
}
