import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { SheetRow } from '#shared/contract/pricing'
import { formatCount } from '../../../components/figures'
import { useWords } from '../../../i18n'
import { useApprove } from './use-approve'
import { useReturn } from './use-return'

/** Approve or return what is selected in the list; A and R do the same while rows are selected. */
export function ReviewSelection({ sheets, onDone }: { sheets: readonly SheetRow[]; onDone: () => void }) {
  const t = useWords()
  const approve = useApprove()
  const sendBack = useReturn()
  const open = sheets.filter(({ status }) => status === 'draft' || status === 'submitted' || status === 'returned')
  const waiting = sheets.filter(({ status }) => status === 'submitted')
  const doApprove = () => approve(open, onDone)
  const doReturn = () => sendBack(waiting, onDone)
  useKeys({ a: open.length > 0 ? doApprove : null, r: waiting.length > 0 ? doReturn : null })
  if (open.length === 0) return <span className="text-secondary">{t('pricing:list.onlyDrafts')}</span>
  return (
    <>
      <Button type="primary" onClick={doApprove}>
        {t('pricing:review.approveCount', { count: formatCount(open.length) })} <kbd>A</kbd>
      </Button>
      {waiting.length > 0 ? (
        <Button danger onClick={doReturn}>
          {t('pricing:review.returnCount', { count: formatCount(waiting.length) })} <kbd>R</kbd>
        </Button>
      ) : null}
    </>
  )
}

/** Single keys that act while no field has the focus and no window is open. */
function useKeys(keys: Readonly<Record<string, (() => void) | null>>): void {
  const newest = useRef(keys)
  useEffect(() => {
    newest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (target instanceof HTMLInputElement && target.type !== 'checkbox') return
      if (target instanceof HTMLTextAreaElement || document.querySelector('.ant-modal-wrap') !== null) return
      const act = newest.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
