import type { MadeFile } from '#shared/contract/base'
import type { Locale } from '#shared/i18n/index'
import type { Implementer } from '../../implementer'
import type { CreditService } from './credit.service'

export function creditProcedures(
  os: Implementer,
  service: CreditService,
  exportFigures: (accountId: number, locale: Locale) => Promise<MadeFile>,
) {
  const { credit } = os
  const done = async (work: Promise<void>) => {
    await work
    return {}
  }
  return credit.router({
    get: credit.get.handler(({ input }) => service.health(input.accountId)),
    saveYear: credit.saveYear.handler(({ input }) => service.saveYear(input.accountId, input.version, input.year)),
    removeYear: credit.removeYear.handler(({ input }) => done(service.removeYear(input.id))),
    restoreYear: credit.restoreYear.handler(({ input }) => done(service.restoreYear(input.id))),
    takeOver: credit.takeOver.handler(({ input }) => service.takeOver(input.accountId, input.version, input.yearId)),
    export: credit.export.handler(({ input }) => exportFigures(input.accountId, input.locale)),
    rule: credit.rule.handler(() => service.rule()),
    setRule: credit.setRule.handler(({ input }) => service.setRule(input)),
  })
}
