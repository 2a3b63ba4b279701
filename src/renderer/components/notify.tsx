import { App, Button } from 'antd'
import { useCallback } from 'react'
import { useWords } from '../i18n'
import { errorText } from './error-state'
import { isAborted } from './refusal'

/** `const failed = useNotifyError()`; `.catch(failed)` shows what happened and what to do. */
export function useNotifyError(): (error: unknown) => void {
  const { notification } = App.useApp()
  const t = useWords()
  return useCallback(
    (error: unknown) => {
      if (isAborted(error)) return
      notification.error({
        title: t('components:error.title'),
        description: errorText(t, error),
        placement: 'bottomRight',
        duration: 10,
      })
    },
    [notification, t],
  )
}

/** `notifyDone('…')`: one short line that something is done. */
export function useNotifyDone(): (text: string) => void {
  const { message } = App.useApp()
  return useCallback((text: string) => void message.success(text), [message])
}

let counter = 0

/**
 * Instead of "are you sure": says what was done and offers 撤销 for ten seconds.
 * `notifyUndo('已删除 2 个客户', () => api.accounts.restore({ ids }))`; a failing undo is shown as an error.
 */
export function useNotifyUndo(): (text: string, undo: () => Promise<unknown>) => void {
  const { notification, message } = App.useApp()
  const t = useWords()
  const failed = useNotifyError()
  return useCallback(
    (text, undo) => {
      const key = `undo-${(counter += 1)}`
      const onUndo = () => {
        notification.destroy(key)
        undo().then(() => void message.success(t('components:notify.undone')), failed)
      }
      notification.success({
        key,
        title: text,
        placement: 'bottomRight',
        duration: 10,
        actions: (
          <Button size="small" onClick={onUndo}>
            {t('shell:undo')}
          </Button>
        ),
      })
    },
    [notification, message, t, failed],
  )
}
