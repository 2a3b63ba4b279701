import type { BookInfo } from '#shared/contract/system'
import { exportCredit } from './features/credit/credit-export'
import { creditProcedures } from './features/credit/credit.procedures'
import { createCreditService } from './features/credit/credit.service'
import { createAttachmentAccess } from './features/attachments/attachment-access'
import { backUpAttachments } from './features/attachments/attachment-backup'
import { AttachmentOwners } from './features/attachments/attachment-owners'
import { attachmentTimeline } from './features/attachments/attachment-timeline.repository'
import { attachmentsProcedures } from './features/attachments/attachments.procedures'
import { createAttachmentsService } from './features/attachments/attachments.service'
import { contractFacts } from './features/contracts/contract-facts'
import { createContractPapers } from './features/contracts/contract-papers'
import { contractSource } from './features/contracts/contract-source'
import { contractsProcedures } from './features/contracts/contracts.procedures'
import { createContractsService } from './features/contracts/contracts.service'
import { createFulfilmentService } from './features/contracts/fulfilment.service'
import { createDemoService } from './features/demo/demo.service'
import { exportAccounts } from './features/accounts/account-export'
import { createAccountsBulk } from './features/accounts/accounts-bulk'
import { accountsProcedures } from './features/accounts/accounts.procedures'
import { createAccountsService } from './features/accounts/accounts.service'
import { calendarProcedures } from './features/calendar/calendar.procedures'
import { createCalendarService } from './features/calendar/calendar.service'
import { choicesProcedures } from './features/choices/choices.procedures'
import { createChoicesService } from './features/choices/choices.service'
import { customFieldsProcedures } from './features/custom-fields/custom-fields.procedures'
import { createCustomFieldsService } from './features/custom-fields/custom-fields.service'
import { accountBelongings, historyNames } from './features/history/belongings.repository'
import { historyProcedures } from './features/history/history.procedures'
import { createHistoryService } from './features/history/history.service'
import { shownChange } from './features/history/shown-change'
import { importTimeline } from './features/imports/import-timeline.repository'
import { importedChanges } from './features/imports/imported-changes'
import { duplicatesProcedures } from './features/duplicates/duplicates.procedures'
import { createDuplicatesService } from './features/duplicates/duplicates.service'
import { importsProcedures } from './features/imports/imports.procedures'
import { createImportsService } from './features/imports/imports.service'
import { insightProcedures } from './features/insight/insight.procedures'
import { createInsightService } from './features/insight/insight.service'
import { createNeedsExports } from './features/needs/needs-export'
import { needsProcedures } from './features/needs/needs.procedures'
import { createNeedsService } from './features/needs/needs.service'
import { exportPeople } from './features/people/people-export'
import { erasePerson } from './features/people/erase-person'
import { createPeopleService } from './features/people/people.service'
import { peopleProcedures } from './features/people/people.procedures'
import { plansProcedures } from './features/plans/plans.procedures'
import { createPlansService } from './features/plans/plans.service'
import { priceTimeline } from './features/pricing/price-timeline.repository'
import { pricingProcedures } from './features/pricing/pricing.procedures'
import { createPricingService } from './features/pricing/pricing.service'
import { createQuoteLinesService } from './features/pricing/quote-lines.service'
import { createSheetEditorService } from './features/pricing/sheet-editor.service'
import { createSheetReviewService } from './features/pricing/sheet-review.service'
import { createAccountCostsService } from './features/profit/account-costs.service'
import { profitProcedures } from './features/profit/profit.procedures'
import { createProfitService } from './features/profit/profit.service'
import { createRebatesService } from './features/profit/rebates.service'
import { simulationProcedures } from './features/simulation/simulation.procedures'
import { createSimulationService } from './features/simulation/simulation.service'
import { systemProcedures } from './features/system/system.procedures'
import { loadPinyin } from './features/accounts/account-pinyin'
import { createQuotationPapers } from './features/quotations/quotation-papers'
import { quotationsProcedures } from './features/quotations/quotations.procedures'
import { createQuotationsService } from './features/quotations/quotations.service'
import { createSystemService } from './features/system/system.service'
import { auditSource } from './features/timeline/audit-source'
import { createNotesService } from './features/timeline/notes.service'
import { timelineProcedures } from './features/timeline/timeline.procedures'
import { createTimelineService } from './features/timeline/timeline.service'
import { viewsProcedures } from './features/views/views.procedures'
import { createViewsService } from './features/views/views.service'
import { milestoneTimeline } from './features/waybills/milestone-timeline.repository'
import { exportWaybills } from './features/waybills/waybill-export'
import { waybillsProcedures } from './features/waybills/waybills.procedures'
import { createWaybillsService } from './features/waybills/waybills.service'
import { filesProcedures } from './files/files.procedures'
import { createImplementer } from './implementer'
import { jobsProcedures } from './jobs/jobs.procedures'
import type { Kernel } from './kernel'

/** Puts services and procedures together: the one place where features meet. */
export function createRouter(kernel: Kernel, recovered: BookInfo['recovered']) {
  const os = createImplementer(kernel.log)
  const accounts = createAccountsService(kernel)
  const people = createPeopleService(kernel)
  const pricing = createPricingService(kernel)
  const waybills = createWaybillsService(kernel, accounts)
  const imports = createImportsService(kernel, { sheetsOfBatch: pricing.sheetsOfBatch })
  const insight = createInsightService(kernel, (today) => contractFacts(kernel.db, today))
  const needs = createNeedsService(kernel, accounts)
  const plans = createPlansService(kernel, insight, accounts, people, needs)
  const credit = createCreditService(kernel, accounts)
  const contracts = createContractsService(kernel, accounts)
  const fulfilment = createFulfilmentService(kernel, contracts)
  const calendar = createCalendarService(kernel, {
    accounts,
    computedTiers: insight.latestTiers,
    sources: [contractSource(kernel.db, () => kernel.book.today())],
  })
  const names = historyNames(kernel.db)
  const attachments = createAttachmentsService(kernel)
  const owners = new AttachmentOwners([
    { entity: 'account', read: 'accounts.read', write: 'accounts.write', nameOf: names.accountTitle },
    { entity: 'contract', read: 'contracts.read', write: 'contracts.write', nameOf: contracts.titleOf },
  ])
  const belongings = accountBelongings(kernel.db)
  const history = createHistoryService(kernel, {
    account: names.accountHead,
    related: ({ id, uid }) => [...belongings.uidsOf(id), ...attachments.uidsOf('account', uid)],
    imported: (id) => importedChanges(kernel.db, id),
    nameOf: names,
    ownName: names.ownField,
  })
  const notes = createNotesService(kernel)
  // Records whose events a source of their own tells, so that they are not told twice.
  const toldElsewhere = new Set(['plan', 'contract', 'price_sheet', 'timeline_note'])
  const timeline = createTimelineService(names.accountHead, [
    notes.source,
    auditSource(kernel.db, history.facts, {
      name: 'change',
      kind: 'change',
      uidsOf: ({ id, uid }) => [uid, ...belongings.uidsOf(id, (table) => !toldElsewhere.has(table))],
      link: () => null,
    }),
    auditSource(kernel.db, history.facts, {
      name: 'plan',
      kind: 'plan',
      uidsOf: ({ id }) => belongings.uidsOf(id, (table) => table === 'plan'),
      link: ({ id }) => `/plans/${id}`,
    }),
    auditSource(kernel.db, history.facts, {
      name: 'contract',
      kind: 'contract',
      uidsOf: ({ id }) => belongings.uidsOf(id, (table) => table === 'contract'),
      link: ({ id }) => `/accounts/${id}?tab=prices`,
    }),
    importTimeline(kernel.db),
    priceTimeline(kernel.db, () => kernel.book.today()),
    attachmentTimeline(kernel.db),
    milestoneTimeline(kernel.db, () => kernel.book.today()),
  ])
  const demo = createDemoService(kernel)
  const system = createSystemService(kernel, {
    latestMonth: waybills.latestMonth,
    verifyRollups: waybills.verifyRollups,
    verifyAttachments: attachments.verify,
    shownChange: (entity, change, seesPersonal) => shownChange(history.facts, entity, change, seesPersonal),
    backUpAttachments: (bookCopy) => backUpAttachments(attachments, bookCopy),
    recovered,
  })
  const quotations = createQuotationsService(kernel, {
    accounts,
    pricing,
    sheet: pricing.stored,
    prepare: loadPinyin,
  })
  const lines = createQuoteLinesService(kernel, (id) => accounts.detail(id).name)
  const review = createSheetReviewService(kernel, pricing, {
    past: waybills.past,
    auditOf: (entity, entityUid) => system.audit({ entity, entityUid, page: 1, pageSize: 200 }, true).rows,
  })
  const profit = {
    profit: createProfitService(kernel, insight, accounts),
    costs: createAccountCostsService(kernel, accounts),
    rebates: createRebatesService(kernel),
  }
  return os.router({
    system: systemProcedures(os, system),
    jobs: jobsProcedures(os, kernel.jobs, demo.load),
    files: filesProcedures(os, kernel),
    accounts: accountsProcedures(os, accounts, {
      overview: insight.accountOverview,
      group: insight.accountGroup,
      firstContact: (contact) => people.firstContact(contact),
      export: (input) =>
        exportAccounts(kernel, accounts, {
          ...input,
          monthTiers: insight.monthTiers(input.query.filter.month ?? null),
        }),
      bulk: createAccountsBulk(kernel, accounts),
    }),
    choices: choicesProcedures(os, createChoicesService(kernel, accounts.choiceUses)),
    customFields: customFieldsProcedures(os, createCustomFieldsService(kernel)),
    duplicates: duplicatesProcedures(os, createDuplicatesService(kernel, accounts)),
    imports: importsProcedures(os, imports),
    pricing: pricingProcedures(os, pricing, review, createSheetEditorService(kernel), lines),
    quotations: quotationsProcedures(os, quotations, createQuotationPapers(kernel, quotations)),
    contracts: contractsProcedures(os, contracts, fulfilment, createContractPapers(kernel, contracts, fulfilment)),
    waybills: waybillsProcedures(os, waybills, (query, locale) => exportWaybills(kernel, waybills, query, locale)),
    profit: profitProcedures(os, kernel, profit),
    views: viewsProcedures(os, createViewsService(kernel)),
    simulation: simulationProcedures(os, kernel, createSimulationService(kernel, accounts)),
    insight: insightProcedures(os, insight, { prices: review.waiting }),
    plans: plansProcedures(os, plans),
    people: peopleProcedures(os, people, {
      erase: (id, name) => erasePerson(kernel, people, id, name),
      export: (query, locale, seesAll) => exportPeople(kernel, people, query, { locale, seesAll }),
    }),
    calendar: calendarProcedures(os, calendar),
    attachments: attachmentsProcedures(os, createAttachmentAccess(kernel, attachments, owners), attachments),
    history: historyProcedures(os, kernel, history),
    timeline: timelineProcedures(os, { kernel, service: timeline, notes, customer: (id) => accounts.detail(id).name }),
    needs: needsProcedures(os, needs, createNeedsExports(kernel, needs)),
    credit: creditProcedures(os, credit, (id, locale) =>
      exportCredit(kernel, credit, { id, name: needs.accountName(id) }, locale),
    ),
  })
}
