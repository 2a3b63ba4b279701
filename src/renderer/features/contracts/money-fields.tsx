import { Form } from 'antd'
import { DayInput } from '../../components/day-input'
import { figureRule, MoneyInput, NumberInput } from '../../components/figure-input'
import { useWords } from '../../i18n'

/** Credit, billing day and deposit. */
export function MoneyFields() {
  const t = useWords()
  return (
    <fieldset>
      <legend>{t('contracts:form.money')}</legend>
      <div className="grid-3 form-grid">
        <Form.Item
          name="creditDays"
          label={t('contracts:field.creditDays')}
          rules={[figureRule(t, { min: 0, max: 365 })]}
        >
          <NumberInput unit={t('contracts:form.days')} />
        </Form.Item>
        <Form.Item
          name="creditLimitFen"
          label={t('contracts:field.creditLimitFen')}
          rules={[figureRule(t, { scale: 2, min: 0 })]}
        >
          <MoneyInput />
        </Form.Item>
        <Form.Item
          name="billingDay"
          label={t('contracts:field.billingDay')}
          rules={[figureRule(t, { min: 1, max: 31 })]}
        >
          <NumberInput unit={t('contracts:form.day')} />
        </Form.Item>
        <Form.Item
          name="depositFen"
          label={t('contracts:field.depositFen')}
          rules={[figureRule(t, { scale: 2, min: 0 })]}
        >
          <MoneyInput />
        </Form.Item>
        <Form.Item name="depositDueOn" label={t('contracts:field.depositDueOn')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="depositReceivedOn" label={t('contracts:field.depositReceivedOn')}>
          <DayInput />
        </Form.Item>
      </div>
    </fieldset>
  )
}
