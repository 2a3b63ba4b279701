import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import type { SheetRow } from '#shared/contract/pricing'
import { useApi, useChanged } from '../../components/backend'
import { errorText } from '../../components/error-state'
import { formatCount } from '../../components/figures'
import { useWords } from '../../i18n'

interface ApproveButtonProps {
  sheets: readonly Pick<SheetRow, 'id' | 'name' | 'version' | 'validFrom'>[]
  onDone?: () => void
}

/**
 * 生效: asks first, because an approved version can neither be edited nor taken back; afterwards says which older
 * versions it closed and when.
 */
export function ApproveButton({ sheets, onDone }: ApproveButtonProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const navigate = useNavigate()
  const { modal } = App.useApp()
  const [first] = sheets
  const one = sheets.length === 1 && first !== undefined ? first : null

  const tell = (closed: readonly { id: number; name: string; validTo: string }[]) => {
    const shown = modal.success({
      title: one
        ? t('pricing:approve.done', { name: one.name })
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
  const approve = () =>
    modal.confirm({
      title: one
        ? t('pricing:approve.title', { name: one.name, version: one.version })
        : t('pricing:approve.titleMany', { count: formatCount(sheets.length) }),
      content: one ? t('pricing:approve.text', { from: one.validFrom }) : t('pricing:approve.textMany'),
      okText: t('pricing:sheet.approve'),
      cancelText: t('shell:cancel'),
      onOk: async () => {
        try {
          const { closed } = await api.pricing.approve({ ids: sheets.map((sheet) => sheet.id) })
          await changed()
          onDone?.()
          tell(closed)
        } catch (error) {
          modal.error({ title: t('components:error.title'), content: errorText(t, error), okText: t('shell:close') })
        }
      },
    })
  return (
    <Button type="primary" onClick={approve}>
      {one ? t('pricing:sheet.approve') : t('pricing:list.approveCount', { count: formatCount(sheets.length) })}
    </Button>
  )
}
