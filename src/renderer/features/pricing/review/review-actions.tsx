import { Button } from 'antd'
import { useApi, useChanged } from '../../../components/backend'
import { useMay } from '../../../components/book'
import { useNotifyDone, useNotifyError } from '../../../components/notify'
import { useWords } from '../../../i18n'
import { ApproveButton } from '../approve-button'
import type { SheetDetail } from '../sheet-page'
import { useAskText } from './ask-text'
import { useReturn } from './use-return'

/** The next steps of a sheet on its way to approval, for whoever may take them. */
export function ReviewActions({ sheet }: { sheet: SheetDetail }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const changed = useChanged()
  const done = useNotifyDone()
  const failed = useNotifyError()
  const askText = useAskText()
  const sendBack = useReturn()
  const { id, name, version, status } = sheet
  const withdraw = async () => {
    await api.pricing.withdraw({ id })
    await changed()
    done(t('pricing:review.withdrawn', { name }))
  }
  const submit = () =>
    askText({
      title: t('pricing:review.submitTitle', { name, version }),
      text: <span className="text-secondary">{t('pricing:review.submitText')}</span>,
      label: t('pricing:review.note'),
      ok: t('pricing:review.submit'),
      onOk: async (note) => {
        await api.pricing.submit({ id, note })
        await changed()
        done(t('pricing:review.submitted', { name }))
      },
    })
  const open = status === 'draft' || status === 'returned'
  const waiting = status === 'submitted'
  return (
    <>
      {waiting && may('pricing.write') ? (
        <Button onClick={() => withdraw().catch(failed)}>{t('pricing:review.withdraw')}</Button>
      ) : null}
      {waiting && may('pricing.approve') ? (
        <Button danger onClick={() => sendBack([sheet])}>
          {t('pricing:review.return')}
        </Button>
      ) : null}
      {open && may('pricing.write') ? (
        <Button type={may('pricing.approve') ? 'default' : 'primary'} onClick={submit}>
          {t('pricing:review.submit')}
        </Button>
      ) : null}
      {(open || waiting) && may('pricing.approve') ? <ApproveButton sheets={[sheet]} /> : null}
    </>
  )
}
