import type { QuotationDetail } from '#shared/contract/quotations'
import { maskPhone } from '#shared/domain/people/mask'
import type { Implementer } from '../../implementer'
import type { CoreContext } from '../../kernel'
import type { QuotationPapers } from './quotation-papers'
import type { QuotationsService } from './quotations.service'

/** Telephone numbers in full only for who may see personal data. */
function shown(detail: QuotationDetail, { session }: CoreContext): QuotationDetail {
  if (session.permissions.has('personal.read')) return detail
  return { ...detail, head: { ...detail.head, phone: maskPhone(detail.head.phone) } }
}

export function quotationsProcedures(os: Implementer, service: QuotationsService, papers: QuotationPapers) {
  const { quotations } = os
  return quotations.router({
    list: quotations.list.handler(({ input }) => service.list(input)),
    get: quotations.get.handler(({ input, context }) => shown(service.get(input.id, input.locale), context)),
    choices: quotations.choices.handler(() => service.choices()),
    create: quotations.create.handler(async ({ input, context }) =>
      shown(await service.create(input.head, input.content, input.locale), context),
    ),
    save: quotations.save.handler(async ({ input, context }) =>
      shown(await service.save(input, input.head, input.content), context),
    ),
    partOfSheet: quotations.partOfSheet.handler(({ input }) => service.partOfSheet(input.sheetId)),
    send: quotations.send.handler(async ({ input, context }) => shown(await service.send(input), context)),
    revise: quotations.revise.handler(async ({ input, context }) => shown(await service.revise(input), context)),
    copy: quotations.copy.handler(async ({ input, context }) =>
      shown(await service.copy(input.id, input.locale), context),
    ),
    lose: quotations.lose.handler(async ({ input, context }) =>
      shown(await service.lose(input, input.reason), context),
    ),
    reopen: quotations.reopen.handler(async ({ input, context }) => shown(await service.reopen(input), context)),
    win: quotations.win.handler(async ({ input, context }) => shown(await service.win(input, input), context)),
    remove: quotations.remove.handler(async ({ input }) => {
      await service.remove(input.id)
      return {}
    }),
    restore: quotations.restore.handler(async ({ input }) => {
      await service.restore(input.id)
      return {}
    }),
    print: quotations.print.handler(({ input, context }) =>
      papers.print(shown(service.get(input.id, input.locale), context), input.locale),
    ),
    workbook: quotations.workbook.handler(({ input, context }) =>
      papers.workbook(shown(service.get(input.id, input.locale), context), input.locale),
    ),
    export: quotations.export.handler(({ input }) => papers.exportList(input, input.locale)),
  })
}
