import type { MadeFile } from '#shared/contract/base'
import type { Implementer } from '../../implementer'
import type { Session } from '../../kernel'
import type { PeopleQuery } from './people.repository'
import type { PeopleService } from './people.service'

/** What else can be asked about people: work that needs the whole kernel. */
export interface PeopleExtras {
  erase(id: number, name: string): Promise<{ job: string; left: { place: string; count: number }[] }>
  export(query: PeopleQuery, locale: 'zh-CN' | 'en', seesAll: boolean): Promise<MadeFile>
}

const seesAll = (session: Session) => session.permissions.has('personal.read')

export function peopleProcedures(os: Implementer, service: PeopleService, extras: PeopleExtras) {
  const { people } = os
  return people.router({
    list: people.list.handler(({ input, context }) => service.list(input, seesAll(context.session))),
    ofAccount: people.ofAccount.handler(({ input }) => service.ofAccount(input.accountId)),
    get: people.get.handler(({ input }) => service.get(input.id)),
    reveal: people.reveal.handler(({ input }) => service.reveal(input.id)),
    create: people.create.handler(({ input, context }) =>
      service.create(input.accountId, input.person, seesAll(context.session)),
    ),
    update: people.update.handler(({ input, context }) =>
      service.update(input.id, input.version, input.person, seesAll(context.session)),
    ),
    remove: people.remove.handler(async ({ input }) => ({ removed: await service.remove(input.ids) })),
    restore: people.restore.handler(async ({ input }) => {
      await service.restore(input.ids)
      return {}
    }),
    setReportsTo: people.setReportsTo.handler(({ input }) => service.setReportsTo(input.id, input.reportsTo)),
    arrange: people.arrange.handler(async ({ input }) => {
      await service.arrange(input.accountId, input.places)
      return {}
    }),
    erase: people.erase.handler(({ input }) => extras.erase(input.id, input.name)),
    export: people.export.handler(({ input, context }) => extras.export(input, input.locale, seesAll(context.session))),
  })
}
