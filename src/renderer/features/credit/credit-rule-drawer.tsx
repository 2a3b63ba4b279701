import { Alert, Button, Form, Select, type FormInstance } from 'antd'
import { creditGrades, type CreditRule, figureKeys, type FigureKey } from '#shared/contract/credit'
import { defaultCreditRule, ruleFaults } from '#shared/domain/credit/credit-rule'
import { figureForms } from '#shared/domain/credit/five-figures'
import { useApi, useChanged } from '../../components/backend'
import { figureRule, MoneyInput, NumberInput } from '../../components/figure-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { wordOptions } from '../../components/word-options'
import { useWords } from '../../i18n'
import './credit.css'

interface CreditRuleDrawerProps {
  rule: CreditRule
  open: boolean
  onClose: () => void
}

/** Every number of the rule can be changed; what contradicts itself is said while typing and refused by the core. */
export function CreditRuleDrawer({ rule, open, onClose }: CreditRuleDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const submit = async (value: CreditRule) => {
    await api.credit.setRule(value)
    onClose()
    done(t('credit:rule.saved'))
    await changed()
  }
  return (
    <FormDrawer<CreditRule>
      open={open}
      title={t('credit:rule.title')}
      width={680}
      initial={rule}
      draftKey="credit.rule"
      draftBase={JSON.stringify(rule)}
      onSubmit={submit}
      onClose={onClose}
    >
      {(form) => <RuleFields form={form} />}
    </FormDrawer>
  )
}

function RuleFields({ form }: { form: FormInstance<CreditRule> }) {
  const t = useWords()
  const values = Form.useWatch((all) => all as CreditRule | undefined, { form, preserve: true })
  const whole = (min: number, max: number) => [{ required: true, message: '' }, figureRule(t, { min, max })]
  const faults = values?.bounds ? ruleFaults(values) : []
  return (
    <>
      <table className="plain-table credit-rule">
        <thead>
          <tr>
            <th scope="col">{t('credit:figure')}</th>
            <th scope="col">{t('credit:rule.good')}</th>
            <th scope="col">{t('credit:rule.fair')}</th>
            <th scope="col">{t('credit:rule.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {figureKeys.map((key) => (
            <tr key={key}>
              <td>
                {t(`credit:figure.${key}`)} {figureForms[key].upward ? '≥' : '≤'}
              </td>
              {(['good', 'fair'] as const).map((bound) => (
                <td key={bound}>
                  <BoundItem figure={key} bound={bound} />
                </td>
              ))}
              <td>
                <Form.Item name={['weights', key]} rules={whole(0, 100)}>
                  <NumberInput label={`${t(`credit:figure.${key}`)} ${t('credit:rule.weight')}`} />
                </Form.Item>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="grid-3 form-grid">
        {(['good', 'fair', 'weak'] as const).map((grade) => (
          <Form.Item
            key={grade}
            name={['points', grade]}
            label={t(`credit:rule.points.${grade}`)}
            rules={whole(0, 100)}
          >
            <NumberInput />
          </Form.Item>
        ))}
      </div>
      <table className="plain-table credit-rule">
        <thead>
          <tr>
            <th scope="col">{t('credit:rule.grade')}</th>
            <th scope="col">{t('credit:rule.least')}</th>
            <th scope="col">{t('credit:rule.term')}</th>
            <th scope="col">{t('credit:rule.factor')}</th>
          </tr>
        </thead>
        <tbody>
          {creditGrades.map((grade) => (
            <tr key={grade}>
              <td>{t('credit:rule.gradeName', { grade })}</td>
              <td>
                {grade === 'D' ? null : (
                  <Form.Item name={['leastScores', grade]} rules={whole(0, 100)}>
                    <NumberInput label={`${grade} ${t('credit:rule.least')}`} />
                  </Form.Item>
                )}
              </td>
              <td>
                <Form.Item name={['termDays', grade]} rules={whole(0, 365)}>
                  <NumberInput unit={t('components:unit.days')} label={`${grade} ${t('credit:rule.term')}`} />
                </Form.Item>
              </td>
              <td>
                <Form.Item
                  name={['factorPpm', grade]}
                  rules={[{ required: true, message: '' }, figureRule(t, { scale: 6, min: 0, max: 10_000_000 })]}
                >
                  <NumberInput scale={6} label={`${grade} ${t('credit:rule.factor')}`} />
                </Form.Item>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="grid-3 form-grid">
        <Form.Item name="yearDays" label={t('credit:rule.yearDays')}>
          <Select options={[360, 365].map((value) => ({ value, label: t('credit:unit.days', { value }) }))} />
        </Form.Item>
        <Form.Item name="fewestFigures" label={t('credit:rule.fewest')} rules={whole(1, 5)}>
          <NumberInput />
        </Form.Item>
        <Form.Item name="bestWithLoss" label={t('credit:rule.loss')}>
          <Select options={wordOptions(creditGrades)} />
        </Form.Item>
        <Form.Item name="billMonths" label={t('credit:rule.billMonths')} rules={whole(1, 36)}>
          <NumberInput />
        </Form.Item>
        <Form.Item
          name="roundFen"
          label={t('credit:rule.round')}
          rules={[{ required: true, message: '' }, figureRule(t, { scale: 2, min: 1, max: 1_000_000_000 })]}
        >
          <MoneyInput />
        </Form.Item>
      </div>
      {faults.map((fault) => (
        <Alert
          key={fault.code === 'bounds' ? fault.key : fault.code}
          className="form-note"
          type="error"
          showIcon
          role="alert"
          title={
            fault.code === 'bounds'
              ? t('credit:rule.fault.bounds', { figure: t(`credit:figure.${fault.key}`) })
              : t(`credit:rule.fault.${fault.code}`)
          }
        />
      ))}
      <Button onClick={() => form.setFieldsValue(defaultCreditRule)}>{t('credit:rule.reset')}</Button>
    </>
  )
}

/** A threshold in the unit of its figure: times, percent or days. */
function BoundItem({ figure, bound }: { figure: FigureKey; bound: 'good' | 'fair' }) {
  const t = useWords()
  const { days } = figureForms[figure]
  const [scale, unit] = days ? [1, t('components:unit.days')] : figure === 'currentRatio' ? [2, ''] : [4, '%']
  return (
    <Form.Item
      name={['bounds', figure, bound]}
      rules={[{ required: true, message: '' }, figureRule(t, { scale, max: 1_000_000_000 })]}
    >
      <NumberInput
        scale={scale}
        {...(unit !== '' && { unit })}
        label={`${t(`credit:figure.${figure}`)} ${t(`credit:rule.${bound}`)}`}
      />
    </Form.Item>
  )
}
