import { Form, Input, Select, type FormInstance } from 'antd'
import { type AccountDetail, type Lifecycle, lifecyclesWithReason } from '#shared/contract/accounts'
import { DayInput, todayHere } from '../../components/day-input'
import { useWords } from '../../i18n'
import { accountChecks } from './checks'
import type { AccountForm } from './form-values'

const lifecycles: readonly Lifecycle[] = ['prospect', 'developing', 'active', 'paused', 'lost', 'won-back']

interface LifecycleFieldsProps {
  form: FormInstance<AccountForm>
  /** Null: a new customer. */
  account: AccountDetail | null
}

/** State with its first day and reason. Another state begins today and has no reason yet; going back puts both back. */
export function LifecycleFields({ form, account }: LifecycleFieldsProps) {
  const t = useWords()
  const checks = accountChecks(t)
  const follow = (lifecycle: Lifecycle) => {
    const same = account?.lifecycle === lifecycle
    form.setFieldsValue({
      lifecycleSince: same ? account.lifecycleSince : todayHere(),
      lifecycleReason: same ? account.lifecycleReason : '',
    })
  }
  const before = account?.lifecycle ?? null
  return (
    <>
      <Form.Item name="lifecycle" label={t('accounts:lifecycle')}>
        <Select<Lifecycle>
          onChange={follow}
          options={lifecycles.map((one) => ({ value: one, label: t(`accounts:lifecycle.${one}`) }))}
        />
      </Form.Item>
      <Form.Item name="lifecycleSince" label={t('archive:lifecycle.since')}>
        <DayInput latest={todayHere()} />
      </Form.Item>
      <Form.Item
        name="lifecycleReason"
        label={t('archive:lifecycle.reason')}
        dependencies={['lifecycle']}
        extra={t('archive:lifecycle.reasonHint')}
        rules={[
          checks.atMost(200),
          ({ getFieldValue }) => ({
            validator: async (_rule, reason: unknown) => {
              const lifecycle = getFieldValue('lifecycle') as Lifecycle
              const asked = before !== null && lifecycle !== before && lifecyclesWithReason.has(lifecycle)
              if (asked && (typeof reason !== 'string' || reason.trim() === '')) {
                throw new Error(t('archive:lifecycle.reasonNeeded'))
              }
            },
          }),
        ]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </>
  )
}
