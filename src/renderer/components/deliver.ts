import { App } from 'antd'
import { useCallback } from 'react'
import type { MadeFile } from '#shared/contract/base'
import { useWords } from '../i18n'
import { useBackend } from './backend'
import { useNotifyError } from './notify'

/**
 * For exports and prints: makes the file, then saves it where the user says or downloads it, and says so.
 * `const deliver = useDeliver(); await deliver(() => api.accounts.export(input))`. Never throws: failures are shown.
 * True if the user has the file now.
 */
export function useDeliver(): (make: () => Promise<MadeFile>) => Promise<boolean> {
  const backend = useBackend()
  const { message } = App.useApp()
  const t = useWords()
  const failed = useNotifyError()
  return useCallback(
    async (make) => {
      const closeProgress = message.loading(t('components:file.making'), 0)
      try {
        const made = await make()
        closeProgress()
        const answer = await backend.api.files.deliver({ ticket: made.ticket })
        if (answer.download !== null) {
          await backend.download(answer.download, made.name)
          void message.success(t('components:file.downloaded', { name: made.name }))
          return true
        }
        if (answer.saved) void message.success(t('components:file.saved', { path: answer.path ?? made.name }))
        return answer.saved
      } catch (error) {
        closeProgress()
        failed(error)
        return false
      }
    },
    [backend, message, t, failed],
  )
}
