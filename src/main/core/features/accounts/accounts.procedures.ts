import type { AccountGroup, AccountOverview } from '#shared/contract/accounts'
import type { MadeFile } from '#shared/contract/base'
import type { FirstContact } from '#shared/contract/people'
import type { Implementer } from '../../implementer'
import type { CoreContext } from '../../kernel'
import type { AccountsBulk } from './accounts-bulk'
import type { AccountExport } from './account-export'
import type { AccountsService, AlongWithAccount } from './accounts.service'

/** What other features add to the customer's procedures. */
export interface AccountExtras {
  overview(id: number, month: string): AccountOverview
  group(id: number, month: string): AccountGroup
  firstContact(contact: FirstContact): Promise<AlongWithAccount>
  export(input: Omit<AccountExport, 'monthTiers'>): Promise<MadeFile>
  bulk: AccountsBulk
}

export function accountsProcedures(os: Implementer, service: AccountsService, extras: AccountExtras) {
  const { accounts } = os
  return accounts.router({
    list: accounts.list.handler(({ input, context }) => service.list({ ...input, personal: seesPersonal(context) })),
    get: accounts.get.handler(({ input }) => service.detail(input.id)),
    group: accounts.group.handler(({ input }) => extras.group(input.id, input.month)),
    overview: accounts.overview.handler(({ input }) => extras.overview(input.id, input.month)),
    create: accounts.create.handler(async ({ input: { firstContact, ...account } }) =>
      service.create(account, firstContact ? await extras.firstContact(firstContact) : undefined),
    ),
    update: accounts.update.handler(({ input }) => service.update(input.id, input.version, input.account)),
    remove: accounts.remove.handler(async ({ input }) => ({ removed: await service.remove(input.ids) })),
    restore: accounts.restore.handler(async ({ input }) => {
      await service.restore(input.ids)
      return {}
    }),
    choices: accounts.choices.handler(() => service.choices()),
    search: accounts.search.handler(async ({ input, context }) => {
      await service.readNames()
      return service.search(input.text, input.limit, seesPersonal(context))
    }),
    export: accounts.export.handler(({ input: { locale, columns, ...query }, context }) =>
      extras.export({ query: { ...query, personal: seesPersonal(context) }, locale, columns }),
    ),
    bulkPreview: accounts.bulkPreview.handler(({ input }) => extras.bulk.preview(input)),
    bulkChange: accounts.bulkChange.handler(({ input }) => extras.bulk.change(input)),
    bulkUndo: accounts.bulkUndo.handler(({ input }) => extras.bulk.undo(input.bulk)),
  })
}

function seesPersonal({ session }: CoreContext): boolean {
  return session.permissions.has('personal.read')
}
