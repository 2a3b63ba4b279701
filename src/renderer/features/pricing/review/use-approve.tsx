import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import type { SheetRow } from '#shared/contract/pricing'
import { useApi, useChanged } from '../../../components/backend'
import { errorText } from '../../../components/error-state'
import { formatCount } from '../../../components/figures'
import { refusalOf } from '../../../components/refusal'
import { useWords } from '../../../i18n'
import { useAskText } from './ask-text'
import { FallingPrices } from './falling-prices'

type Approved = Pick<SheetRow, 'id' | 'name' | 'version' | 'validFrom'>

/**
 * Puts sheets in force: asks first, because an approved version can neither be edited nor taken back; asks for a reason
 * where the core wants one (below the approver's own floor); afterwards says which older versions it closed and when.
 */
export function useApprove() {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const navigate = useNavigate()
  const askText = useAskText()
  const { modal } = App.useApp()

  const tell = (sheets: readonly Approved[], closed: readonly { id: number; name: string; validTo: string }[]) => {
    const [first] = sheets
    const shown = modal.success({
      title:
        sheets.length === 1 && first
          ? t('pricing:approve.done', { name: first.name })
          : t('pricing:approve.doneMany', { count: formatCount(sheets.length) }),
      content: (
        <div className="stack">
          {closed.map((sheet) => (
            <div key={sheet.id}>{t('pricing:approve.closed', { name: sheet.name, validTo: sheet.validTo })}</div>
          ))}
          <div className="text-secondary">{t('pricing:approve.rerate')}</div>
          <div>
            <Button
              size="small"
              onClick={() => {
                shown.destroy()
                void navigate('/waybills')
              }}
            >
              {t('pricing:approve.goWaybills')}
            </Button>
          </div>
        </div>
      ),
      okText: t('shell:close'),
    })
  }

  return (sheets: readonly Approved[], onDone?: () => void) => {
    const [first] = sheets
    if (!first) return
    const run = async (reason: string) => {
      const { closed } = await api.pricing.approve({ ids: sheets.map(({ id }) => id), reason })
      await changed()
      onDone?.()
      tell(sheets, closed)
    }
    const withReason = () =>
      askText({
        title: t('pricing:review.approveReason'),
        text: <span>{t('pricing:review.approveReasonText')}</span>,
        label: t('pricing:review.why'),
        needed: t('pricing:review.reasonNeeded'),
        ok: t('pricing:sheet.approve'),
        onOk: run,
      })
    modal.confirm({
      title:
        sheets.length === 1
          ? t('pricing:approve.title', { name: first.name, version: first.version })
          : t('pricing:approve.titleMany', { count: formatCount(sheets.length) }),
      content: (
        <div className="stack">
          <div>
            {sheets.length === 1 ? t('pricing:approve.text', { from: first.validFrom }) : t('pricing:approve.textMany')}
          </div>
          <FallingPrices ids={sheets.map(({ id }) => id)} />
        </div>
      ),
      okText: t('pricing:sheet.approve'),
      cancelText: t('shell:cancel'),
      onOk: async () => {
        try {
          await run('')
        } catch (error) {
          if (refusalOf(error).code === 'below-floor') withReason()
          else {
            modal.error({ title: t('components:error.title'), content: errorText(t, error), okText: t('shell:close') })
          }
        }
      },
    })
  }
}
