import { Form, Input } from 'antd'
import type { WalletInput, WalletRow } from '#shared/contract/needs'
import { useApi, useChanged } from '../../components/backend'
import { figureRule, MoneyInput } from '../../components/figure-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'
import { DayInput, todayHere } from '../../components/day-input'

interface WalletForm extends Omit<WalletInput, 'totalFen'> {
  totalFen: number | null
}

interface WalletDrawerProps {
  accountId: number
  open: boolean
  /** Null: a new one. */
  wallet: WalletRow | null
  onClose: () => void
}

export function WalletDrawer({ accountId, open, wallet, onClose }: WalletDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const required = (field: string) => ({ required: true, message: t('components:input.required', { field }) })
  const submit = async (form: WalletForm) => {
    const { period, totalFen, statedOn, source, note } = form
    const input = { period: period.trim(), totalFen: totalFen ?? 0, statedOn, source, note }
    await api.needs.saveWallet({ accountId, id: wallet?.id ?? null, version: wallet?.version ?? 0, wallet: input })
    onClose()
    done(t('needs:wallet.saved', { period: input.period }))
    await changed()
  }
  return (
    <FormDrawer<WalletForm>
      open={open}
      title={t(wallet ? 'needs:wallet.edit' : 'needs:wallet.new')}
      width={480}
      initial={wallet ?? { period: '', totalFen: null, statedOn: todayHere(), source: '', note: '' }}
      draftKey={wallet ? `wallet.${wallet.id}` : `wallet.new.${accountId}`}
      draftBase={wallet ? String(wallet.version) : ''}
      onSubmit={submit}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item
            name="period"
            label={t('needs:wallet.period')}
            extra={t('needs:wallet.periodHint')}
            rules={[
              required(t('needs:wallet.period')),
              { pattern: /^\s*\d{4}(-(0[1-9]|1[0-2]))?\s*$/, message: t('needs:wallet.badPeriod') },
            ]}
          >
            <Input autoFocus autoComplete="off" className="figure" />
          </Form.Item>
          <Form.Item
            name="totalFen"
            label={t('needs:wallet.total')}
            rules={[required(t('needs:wallet.total')), figureRule(t, { scale: 2, min: 0 })]}
          >
            <MoneyInput />
          </Form.Item>
          <Form.Item name="statedOn" label={t('needs:wallet.statedOn')} rules={[required(t('needs:wallet.statedOn'))]}>
            <DayInput />
          </Form.Item>
          <Form.Item
            name="source"
            label={t('needs:wallet.source')}
            rules={[{ max: 60, message: t('accounts:form.tooLong', { count: 60 }) }]}
          >
            <Input autoComplete="off" placeholder={t('needs:wallet.sourceHint')} />
          </Form.Item>
          <Form.Item
            name="note"
            label={t('needs:wallet.note')}
            rules={[{ max: 200, message: t('accounts:form.tooLong', { count: 200 }) }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
