import { useCallback } from 'react'
import type { Message } from '#shared/contract/base'
import { formatFenGrouped } from '#shared/domain/money'
import { isWordKey, type Namespace } from '#shared/i18n/index'
import { useWords } from '../i18n'
import { formatCount, formatKilogramsGrouped, formatShare } from './figures'

/** How a parameter is written, by the ending of its name: `lossFen` is an amount, `declineShare` a share of one. */
const formats: readonly { ending: string; write: (value: number) => string }[] = [
  { ending: 'Fen', write: formatFenGrouped },
  { ending: 'Grams', write: formatKilogramsGrouped },
  { ending: 'Share', write: formatShare },
  { ending: 'Ppm', write: (value) => formatShare(value / 1_000_000) },
]

/** A message's parameters as people read them. */
export function writeParams(params: Message['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value !== 'number') return [name, value]
      const format = formats.find(({ ending }) => name === ending.toLowerCase() || name.endsWith(ending))
      return [name, format ? format.write(value) : formatCount(value)]
    }),
  )
}

/** The words of a task or an alert: `useMessageText()({ code, params })`; other catalogues by their name. */
export function useMessageText(namespace: Namespace = 'alerts'): (message: Message) => string {
  const t = useWords()
  return useCallback(
    ({ code, params }) => {
      const key = `${namespace}:${code}`
      return isWordKey(key) ? t(key, writeParams(params)) : code
    },
    [t, namespace],
  )
}
