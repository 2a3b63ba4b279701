import { App } from 'antd'
import { useCallback } from 'react'
import type { AttachmentOwner, AttachmentRow } from '#shared/contract/attachments'
import type { ChosenFile } from '#shared/contract/files'
import { useBackend, useChanged } from '../../components/backend'
import { useDeliver } from '../../components/deliver'
import { errorText } from '../../components/error-state'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { useUndoable } from '../../components/use-undoable'
import { useWords } from '../../i18n'

/** What can be done with the attachments of one record; failures are shown. */
export function useAttachments(owner: AttachmentOwner) {
  const backend = useBackend()
  const { api } = backend
  const t = useWords()
  const { modal, notification } = App.useApp()
  const changed = useChanged()
  const deliver = useDeliver()
  const done = useNotifyDone()
  const failed = useNotifyError()
  const undoable = useUndoable()
  const { entity, entityUid } = owner

  const refused = useCallback(
    (name: string, why: unknown) => {
      const text = typeof why === 'string' ? why : errorText(t, why)
      notification.warning({
        title: t('attachments:refused', { name, why: text }),
        placement: 'bottomRight',
        duration: 12,
      })
    },
    [notification, t],
  )

  const add = async (files: readonly ChosenFile[]) => {
    const answer = await api.attachments.add({ entity, entityUid, files: files.map(({ ticket }) => ({ ticket })) })
    await changed()
    for (const { name, code, params } of answer.refused) refused(name, t(`errors:${code}`, params))
    if (answer.added.length > 0) done(t('attachments:added', { count: answer.added.length }))
  }

  const openNow = async (row: AttachmentRow, warned: boolean) => {
    try {
      const { download } = await api.attachments.open({ uid: row.uid, warned })
      if (download) await deliver(() => Promise.resolve(download))
    } catch (error) {
      failed(error)
      await changed()
    }
  }
  const open = (row: AttachmentRow) => {
    if (!row.warns) return void openNow(row, false)
    modal.confirm({
      title: t('attachments:warn.title', { name: row.fileName }),
      content: t('attachments:warn.text'),
      okText: t('attachments:warn.open'),
      okButtonProps: { danger: true },
      cancelText: t('shell:cancel'),
      onOk: () => openNow(row, true),
    })
  }

  const remove = ({ uid, title, fileName }: AttachmentRow) =>
    undoable(
      t('attachments:removed', { name: title || fileName }),
      () => api.attachments.remove({ uids: [uid] }),
      () => api.attachments.restore({ uids: [uid] }),
    )

  const saveAll = async () => {
    let skipped: string[] = []
    const saved = await deliver(async () => {
      const made = await api.attachments.saveAll({ entity, entityUid })
      skipped = made.skipped
      return made
    })
    if (saved && skipped.length > 0) {
      const names = skipped.join('、')
      notification.warning({
        title: t('attachments:skipped', { count: skipped.length, names }),
        placement: 'bottomRight',
      })
    }
  }

  return {
    add,
    refused,
    open,
    remove,
    save: (row: AttachmentRow) => deliver(() => api.attachments.save({ uid: row.uid })),
    saveAll,
  }
}

export type AttachmentActions = ReturnType<typeof useAttachments>
