import type { MadeFile } from '#shared/contract/base'
import type { SiteRow } from '#shared/contract/sites'
import { maskWithin } from '#shared/domain/people/mask'
import type { Locale } from '#shared/i18n/index'
import type { Implementer } from '../../implementer'
import type { Session } from '../../kernel'
import type { NeedsService } from './needs.service'

export interface NeedsExports {
  sites(accountId: number, locale: Locale, personal: boolean): Promise<MadeFile>
  wallet(accountId: number, locale: Locale): Promise<MadeFile>
  whiteSpace(accountId: number, locale: Locale): Promise<MadeFile>
}

const mayPersonal = (session: Session) => session.permissions.has('personal.read')

/** Telephone numbers written into a site's contact are masked like a contact's own. */
export function maskedSite(site: SiteRow): SiteRow {
  return { ...site, contact: maskWithin(site.contact), contactName: maskWithin(site.contactName) }
}

export function needsProcedures(os: Implementer, service: NeedsService, exports: NeedsExports) {
  const { needs } = os
  const { sites, wallets, competitors, competitions, whiteSpace } = service
  const seen = (session: Session, site: SiteRow) => (mayPersonal(session) ? site : maskedSite(site))
  const done = async (work: Promise<unknown>) => {
    await work
    return {}
  }
  return needs.router({
    sites: needs.sites.handler(({ input, context }) =>
      sites.list(input.accountId).map((site) => seen(context.session, site)),
    ),
    createSite: needs.createSite.handler(async ({ input, context }) => {
      service.accountName(input.accountId)
      return seen(context.session, await sites.create(input.accountId, input.site))
    }),
    updateSite: needs.updateSite.handler(async ({ input, context }) =>
      seen(context.session, await sites.update(input.id, input.version, input.site)),
    ),
    removeSite: needs.removeSite.handler(({ input }) => done(sites.remove(input.id))),
    restoreSite: needs.restoreSite.handler(({ input }) => done(sites.restore(input.id))),
    contacts: needs.contacts.handler(({ input }) => sites.contacts(input.accountId)),
    exportSites: needs.exportSites.handler(({ input, context }) =>
      exports.sites(input.accountId, input.locale, mayPersonal(context.session)),
    ),
    get: needs.get.handler(({ input }) => service.get(input.accountId)),
    save: needs.save.handler(({ input }) => service.save(input.accountId, input.version, input.content)),
    wallet: needs.wallet.handler(({ input }) => service.wallet(input.accountId)),
    saveWallet: needs.saveWallet.handler(({ input }) => {
      service.accountName(input.accountId)
      return wallets.save(input.accountId, input.id, input.version, input.wallet)
    }),
    removeWallet: needs.removeWallet.handler(({ input }) => done(wallets.remove(input.id))),
    restoreWallet: needs.restoreWallet.handler(({ input }) => done(wallets.restore(input.id))),
    saveCompetition: needs.saveCompetition.handler(({ input }) => {
      service.accountName(input.accountId)
      return competitions.save(input.accountId, input.version, input.competition)
    }),
    removeCompetition: needs.removeCompetition.handler(({ input }) => done(competitions.remove(input.id))),
    restoreCompetition: needs.restoreCompetition.handler(({ input }) => done(competitions.restore(input.id))),
    exportWallet: needs.exportWallet.handler(({ input }) => exports.wallet(input.accountId, input.locale)),
    competitors: needs.competitors.handler(() => competitors.list()),
    saveCompetitor: needs.saveCompetitor.handler(({ input }) => competitors.save(input)),
    removeCompetitor: needs.removeCompetitor.handler(({ input }) => done(competitors.remove(input.id))),
    restoreCompetitor: needs.restoreCompetitor.handler(({ input }) => done(competitors.restore(input.id))),
    whiteSpace: needs.whiteSpace.handler(({ input }) => whiteSpace.get(input.accountId)),
    setAxes: needs.setAxes.handler(({ input }) => whiteSpace.setAxes(input.accountId, input.version, input.axes)),
    setCells: needs.setCells.handler(({ input }) => whiteSpace.setCells(input.accountId, input.version, input.cells)),
    exportWhiteSpace: needs.exportWhiteSpace.handler(({ input }) => exports.whiteSpace(input.accountId, input.locale)),
  })
}
