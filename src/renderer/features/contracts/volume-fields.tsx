import { Checkbox, Form, Input, Select } from 'antd'
import { minimumUnits } from '#shared/domain/contracts/fulfilment'
import { figureRule, MoneyInput, NumberInput, WeightInput } from '../../components/figure-input'
import { useWords } from '../../i18n'
import type { ContractForm } from './contract-form'

/** Decimals of the figure in each unit: it is kept as pieces, grams or fen. */
const scales = { pieces: 0, grams: 3, fen: 2 } as const

/** Minimum volume, renewal and what else is to be said. */
export function VolumeFields() {
  const t = useWords()
  const form = Form.useFormInstance<ContractForm>()
  const unit = Form.useWatch('minimumUnit', form) ?? 'none'
  const required = (field: string) => ({ required: true, message: t('components:input.required', { field }) })
  return (
    <>
      <fieldset>
        <legend>{t('contracts:form.volume')}</legend>
        <div className="grid-3 form-grid">
          <Form.Item name="minimumUnit" label={t('contracts:form.unit')}>
            <Select
              options={[
                { value: 'none', label: t('contracts:minimum.none') },
                ...minimumUnits.map((value) => ({ value, label: t(`contracts:minimum.unit.${value}`) })),
              ]}
              // The same integer is another quantity in another unit.
              onChange={() => form.setFieldValue('minimumAmount', null)}
            />
          </Form.Item>
          {unit === 'none' ? null : (
            <>
              <Form.Item
                name="minimumAmount"
                label={t('contracts:form.amount')}
                rules={[required(t('contracts:form.amount')), figureRule(t, { scale: scales[unit], min: 1 })]}
              >
                {unit === 'fen' ? (
                  <MoneyInput />
                ) : unit === 'grams' ? (
                  <WeightInput />
                ) : (
                  <NumberInput unit={t('contracts:minimum.unit.pieces')} />
                )}
              </Form.Item>
              <Form.Item name="minimumPeriod" label={t('contracts:form.period')}>
                <Select
                  options={(['month', 'year'] as const).map((value) => ({
                    value,
                    label: t(`contracts:minimum.period.${value}`),
                  }))}
                />
              </Form.Item>
            </>
          )}
        </div>
        <Form.Item name="coversGroup" valuePropName="checked">
          <Checkbox>{t('contracts:form.coversGroup')}</Checkbox>
        </Form.Item>
      </fieldset>
      <fieldset>
        <legend>{t('contracts:form.renewal')}</legend>
        <div className="grid-3 form-grid">
          <Form.Item
            name="renewMonths"
            label={t('contracts:field.renewMonths')}
            rules={[figureRule(t, { min: 1, max: 60 })]}
          >
            <NumberInput unit={t('contracts:form.months')} />
          </Form.Item>
          <Form.Item
            name="noticeDays"
            label={t('contracts:field.noticeDays')}
            rules={[figureRule(t, { min: 0, max: 365 })]}
          >
            <NumberInput unit={t('contracts:form.days')} />
          </Form.Item>
        </div>
      </fieldset>
      <Form.Item
        name="note"
        label={t('contracts:field.note')}
        rules={[{ max: 4000, message: t('accounts:form.tooLong', { count: 4000 }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </>
  )
}
