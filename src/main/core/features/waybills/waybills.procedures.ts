import type { MadeFile } from '#shared/contract/base'
import type { Implementer } from '../../implementer'
import type { WaybillQuery } from './waybills.repository'
import type { WaybillsService } from './waybills.service'

export function waybillsProcedures(
  os: Implementer,
  service: WaybillsService,
  exportList: (query: WaybillQuery, locale: 'zh-CN' | 'en') => Promise<MadeFile>,
) {
  const { waybills } = os
  return waybills.router({
    list: waybills.list.handler(({ input }) => service.list(input)),
    explain: waybills.explain.handler(({ input }) => service.explain(input.id, input.locale)),
    choices: waybills.choices.handler(() => service.choices()),
    unmatched: waybills.unmatched.handler(({ input }) => service.unmatched(input)),
    assign: waybills.assign.handler(({ input }) => service.assign(input.code, input.name, input.accountId)),
    createAccount: waybills.createAccount.handler(({ input }) => service.createAccount(input.code, input.name)),
    rate: waybills.rate.handler(({ input }) => ({ job: service.rate(input) })),
    export: waybills.export.handler(({ input }) => exportList(input, input.locale)),
  })
}
