import type { SheetRow } from '#shared/contract/pricing'
import { useApi, useChanged } from '../../../components/backend'
import { formatCount } from '../../../components/figures'
import { useNotifyDone } from '../../../components/notify'
import { useWords } from '../../../i18n'
import { useAskText } from './ask-text'

/** Returns submitted sheets with the reason that whoever handed them in will read. */
export function useReturn() {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const askText = useAskText()
  return (sheets: readonly Pick<SheetRow, 'id'>[], onDone?: () => void) => {
    const count = formatCount(sheets.length)
    askText({
      title: t('pricing:review.returnTitle', { count }),
      label: t('pricing:review.reason'),
      hint: t('pricing:review.reasonHint'),
      needed: t('pricing:review.reasonNeeded'),
      ok: t('pricing:review.return'),
      danger: true,
      onOk: async (reason) => {
        await api.pricing.sendBack({ ids: sheets.map(({ id }) => id), reason })
        await changed()
        onDone?.()
        done(t('pricing:review.returned', { count }))
      },
    })
  }
}
