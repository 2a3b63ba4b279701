import { type NeedsContent, needsContent, type NeedsDetail, type WalletView } from '#shared/contract/needs'
import { fieldChanges } from '../../db/field-changes'
import type { AccountsService } from '../accounts/accounts.service'
import { createCompetitionService } from './competition.service'
import { createCompetitorsService } from './competitors.service'
import { createContentRecord } from './content-record'
import { type KnownSpend, knownSpend } from './known-spend'
import { needsFactsOf } from './needs-facts'
import type { NeedsKernel } from './needs-kernel'
import { deleteRowsOf } from './discard.repository'
import { createSitesService } from './sites.service'
import { createWalletService } from './wallet.service'
import { createWhiteSpaceService } from './white-space.service'

export type NeedsService = ReturnType<typeof createNeedsService>

/** Sites, needs, share of wallet and white space of customers. */
export function createNeedsService(kernel: NeedsKernel, accounts: Pick<AccountsService, 'detail'>) {
  const { db } = kernel
  const sites = createSitesService(kernel)
  const wallets = createWalletService(kernel)
  const competitors = createCompetitorsService(kernel)
  const competitions = createCompetitionService(kernel)
  const accountName = (id: number) => accounts.detail(id).name
  const record = createContentRecord<NeedsContent>(kernel, {
    table: 'needs',
    entity: 'needs',
    form: needsContent,
    empty: needsContent.parse({}),
    // Expectations are fields of their own in the history: `expectations.speed`.
    changes: (before, after) => fieldChanges(flat(before), flat(after)),
  })
  const whiteSpace = createWhiteSpaceService(kernel, {
    accountName,
    sites: (accountId) => sites.list(accountId),
    needs: (accountId) => record.read(accountId).content,
    competitors: () => competitors.live(),
  })

  const wallet = (accountId: number): WalletView => ({
    wallets: wallets.list(accountId),
    competitions: competitions.list(accountId),
    competitors: competitors.all(),
  })

  return {
    sites,
    wallets,
    competitors,
    competitions,
    whiteSpace,
    putNeeds: record.put,
    accountName,
    get(accountId: number): NeedsDetail {
      return { ...record.read(accountId), facts: needsFactsOf(db, accountId) }
    },
    save: (accountId: number, version: number, content: NeedsContent) =>
      record.save(accountId, version, accountName(accountId), () => content),
    wallet,
    knownSpend: (accountId: number): KnownSpend => knownSpend(wallet(accountId)),
    /** Deletes all that is held of these accounts; for taking back what was written by mistake. */
    deleteRows: (accountIds: readonly number[]) => deleteRowsOf(db, accountIds),
  }
}

function flat({ expectations, ...content }: NeedsContent): Record<string, unknown> {
  const each = Object.entries(expectations).map(([key, value]) => [`expectations.${key}`, value])
  return { ...content, ...(Object.fromEntries(each) as Record<string, unknown>) }
}
