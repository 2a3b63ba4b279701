import type { Implementer } from '../../implementer'
import type { AttachmentAccess } from './attachment-access'
import type { AttachmentsService } from './attachments.service'

export function attachmentsProcedures(os: Implementer, access: AttachmentAccess, service: AttachmentsService) {
  const { attachments } = os
  return attachments.router({
    list: attachments.list.handler(({ input, context }) => access.list(context.session, input)),
    add: attachments.add.handler(({ input: { files, ...owner }, context }) =>
      access.add(context.session, owner, files),
    ),
    update: attachments.update.handler(({ input, context }) =>
      access.update(context.session, input.uid, input.version, input.text),
    ),
    remove: attachments.remove.handler(async ({ input, context }) => {
      await access.remove(context.session, input.uids)
      return {}
    }),
    restore: attachments.restore.handler(async ({ input, context }) => {
      await access.restore(context.session, input.uids)
      return {}
    }),
    open: attachments.open.handler(({ input, context }) => access.open(context.session, input.uid, input.warned)),
    save: attachments.save.handler(({ input, context }) => access.save(context.session, input.uid)),
    saveAll: attachments.saveAll.handler(({ input, context }) => access.saveAll(context.session, input)),
    usage: attachments.usage.handler(() => service.usage()),
    clearRemoved: attachments.clearRemoved.handler(() => service.clearRemoved()),
  })
}
