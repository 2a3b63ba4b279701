import { Button, Dropdown, Form, Input, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '../../components/icons'
import { type PromiseInput, promiseKinds } from '#shared/contract/contracts'
import { figureRule, NumberInput } from '../../components/figure-input'
import { useWords, type Words } from '../../i18n'
import { type PromiseForm, readClock } from './contract-form'

const most = 20

/** What a promise of a kind starts with; the free one is all the user's. */
function newPromise(kind: PromiseInput['kind'], t: Words): PromiseForm {
  return {
    key: crypto.randomUUID(),
    kind,
    name: kind === 'other' ? '' : t(`contracts:promise.kind.${kind}`),
    measure: t(`contracts:promise.${kind}.measure`),
    direction: kind === 'claim' ? 'most' : 'least',
    target: null,
    unit: t(`contracts:promise.${kind}.unit`),
    from: kind === 'pickup' ? '16:00' : '',
    to: kind === 'pickup' ? '18:00' : '',
  }
}

/** 服务承诺: 签收及时率, 提货窗口, 理赔时效 and free ones, each with its measure and target. */
export function PromiseFields() {
  const t = useWords()
  const form = Form.useFormInstance()
  // A promise's kind has no field of its own.
  const typed = Form.useWatch<PromiseForm[] | undefined>('promises', { form, preserve: true }) ?? []
  const needed = (field: string) => ({ required: true, message: t('components:input.required', { field }) })
  const atMost = (count: number) => ({ max: count, message: t('accounts:form.tooLong', { count }) })
  const time = {
    validator: (_rule: unknown, text: string = '') =>
      readClock(text) === null ? Promise.reject(new Error(t('contracts:form.time'))) : Promise.resolve(),
  }
  return (
    <fieldset>
      <legend>{t('contracts:form.service')}</legend>
      <Form.List name="promises">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: row }) => (
              <div key={key} className="promise-row">
                <div className="promise-line">
                  <Form.Item
                    name={[row, 'name']}
                    rules={[{ ...needed(t('contracts:promise.name')), whitespace: true }, atMost(40)]}
                  >
                    <Input
                      autoComplete="off"
                      aria-label={t('contracts:promise.name')}
                      placeholder={t('contracts:promise.name')}
                    />
                  </Form.Item>
                  <Form.Item name={[row, 'direction']}>
                    <Select
                      aria-label={t('contracts:promise.direction')}
                      options={(['least', 'most'] as const).map((value) => ({
                        value,
                        label: t(`contracts:form.${value}`),
                      }))}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[row, 'target']}
                    rules={[needed(t('contracts:promise.target')), figureRule(t, { scale: 3, min: 0 })]}
                  >
                    <NumberInput
                      scale={3}
                      label={t('contracts:promise.target')}
                      placeholder={t('contracts:promise.target')}
                    />
                  </Form.Item>
                  <Form.Item name={[row, 'unit']} rules={[atMost(12)]}>
                    <Input
                      autoComplete="off"
                      aria-label={t('contracts:promise.unit')}
                      placeholder={t('contracts:promise.unit')}
                    />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('contracts:form.removePromise')}
                    onClick={() => remove(row)}
                  />
                </div>
                <div className="promise-line promise-more">
                  <Form.Item name={[row, 'measure']} rules={[atMost(200)]}>
                    <Input
                      autoComplete="off"
                      aria-label={t('contracts:promise.measure')}
                      placeholder={t('contracts:promise.measure')}
                    />
                  </Form.Item>
                  {typed[row]?.kind === 'pickup'
                    ? (['from', 'to'] as const).map((part) => (
                        <Form.Item key={part} name={[row, part]} rules={[time]}>
                          <Input
                            autoComplete="off"
                            prefix={t(`contracts:promise.${part}`)}
                            aria-label={t(`contracts:promise.${part}`)}
                          />
                        </Form.Item>
                      ))
                    : null}
                </div>
              </div>
            ))}
            {rows.length < most ? (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: promiseKinds.map((kind) => ({
                    key: kind,
                    label: t(`contracts:promise.kind.${kind}`),
                    onClick: () => add(newPromise(kind, t)),
                  })),
                }}
              >
                <Button icon={<PlusOutlined />}>{t('contracts:form.addPromise')}</Button>
              </Dropdown>
            ) : null}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
