import { DatePicker, Form, Input, Segmented } from 'antd'
import dayjs from 'dayjs'
import type { AccountCostInput, AccountCostRow } from '#shared/contract/profit'
import { AccountPicker } from '../../components/account-picker'
import { useApi, useChanged } from '../../components/backend'
import { figureRule, MoneyInput } from '../../components/figure-input'
import { FormDrawer } from '../../components/form-drawer'
import { useMonth } from '../../components/month'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'

interface CostForm extends Omit<AccountCostInput, 'accountId' | 'fen'> {
  accountId: number | null
  fen: number | null
}

interface CostDrawerProps {
  /** Null: a new one. */
  cost: AccountCostRow | null
  /** The customer it is for, where it is entered on his page. */
  accountId?: number
  onClose: () => void
}

/** 登记成本: a dedicated service or a claim of one customer in one month. */
export function CostDrawer({ cost, accountId, onClose }: CostDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const [month] = useMonth()
  const initial: CostForm = cost ?? {
    accountId: accountId ?? null,
    month,
    kind: 'service',
    item: '',
    fen: null,
    waybillNumber: '',
    note: '',
  }
  const required = (field: string) => ({ required: true, message: t('components:input.required', { field }) })
  return (
    <FormDrawer<CostForm>
      open
      title={t(cost ? 'profit:costs.edit' : 'profit:costs.add')}
      width={440}
      initial={initial}
      draftKey={cost ? `profit.cost.${cost.id}` : `profit.cost.new.${accountId ?? ''}`}
      draftBase={cost ? String(cost.version) : ''}
      onSubmit={async (form) => {
        const { accountId: account, month: at, kind, item, fen, waybillNumber, note } = form
        const input = { accountId: account ?? 0, month: at, kind, item, fen: fen ?? 0, waybillNumber, note }
        await (cost
          ? api.profit.changeCost({ id: cost.id, version: cost.version, cost: input })
          : api.profit.addCost(input))
        await changed()
        done(t('profit:costs.saved'))
        onClose()
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item name="accountId" label={t('profit:col.account')} rules={[required(t('profit:col.account'))]}>
            <AccountPicker width="100%" disabled={accountId !== undefined} />
          </Form.Item>
          <Form.Item
            name="month"
            label={t('profit:col.month')}
            rules={[required(t('profit:col.month'))]}
            getValueProps={(value: string) => ({ value: dayjs(`${value}-01`) })}
            normalize={(value: dayjs.Dayjs | null) => value?.format('YYYY-MM') ?? month}
          >
            <DatePicker picker="month" allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="kind" label={t('profit:col.kind')}>
            <Segmented
              options={(['service', 'claim'] as const).map((value) => ({ value, label: t(`profit:kind.${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="item"
            label={t('profit:col.item')}
            rules={[
              { ...required(t('profit:col.item')), whitespace: true },
              { max: 40, message: t('accounts:form.tooLong', { count: 40 }) },
            ]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="fen"
            label={t('profit:col.amount')}
            rules={[
              required(t('profit:col.amount')),
              figureRule(t, { scale: 2 }),
              {
                validator: (_rule: unknown, value: number | null) =>
                  value === 0 ? Promise.reject(new Error(t('profit:costs.nonzero'))) : Promise.resolve(),
              },
            ]}
          >
            <MoneyInput />
          </Form.Item>
          <Form.Item
            name="waybillNumber"
            label={t('profit:col.waybill')}
            rules={[{ max: 60, message: t('accounts:form.tooLong', { count: 60 }) }]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="note"
            label={t('profit:col.note')}
            rules={[{ max: 200, message: t('accounts:form.tooLong', { count: 200 }) }]}
          >
            <Input.TextArea rows={2} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
