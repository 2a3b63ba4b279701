import { Button, Form, Input, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '../../components/icons'
import { orderedDays, windowFaults } from '#shared/domain/needs/pickup-windows'
import { useWords } from '../../i18n'
import '../../styles/field.css'
import { newWindow, readTime, type WindowForm, windowsOf } from './site-form'

const days = [1, 2, 3, 4, 5, 6, 7] as const

/** The pick-up windows of a site, one row each; what is wrong with them stands below while typing. */
export function WindowFields() {
  const t = useWords()
  const time = (required: boolean) => ({
    validator: (_rule: unknown, text = '') =>
      (text.trim() === '' && !required) || readTime(text) !== null
        ? Promise.resolve()
        : Promise.reject(new Error(t('needs:window.badTime'))),
  })
  const form = Form.useFormInstance()
  const typed = Form.useWatch<WindowForm[] | undefined>('windows', { form, preserve: true }) ?? []
  // A list is not told when one of its rows changes, so its fault is looked for here, and blocks saving below.
  const fault = faultOf(typed)
  const together = {
    validator: (_rule: unknown, windows: WindowForm[] = []) =>
      faultOf(windows) ? Promise.reject(new Error(t('needs:site.windows'))) : Promise.resolve(),
  }
  const field = (name: 'from' | 'to' | 'lastOrder') => t(`needs:window.${name}`)
  return (
    <fieldset className="field-group">
      <legend>{t('needs:site.windows')}</legend>
      <Form.List name="windows" rules={[together]}>
        {(rows, { add, remove }) => (
          <>
            {rows.length === 0 ? null : (
              <div className="window-row window-head" aria-hidden="true">
                {(['weekdays', 'from', 'to', 'lastOrder'] as const).map((part) => (
                  <span key={part}>{t(`needs:window.${part}`)}</span>
                ))}
              </div>
            )}
            {rows.map(({ key, name }) => (
              <div key={key} className="window-row">
                <Form.Item name={[name, 'weekdays']} normalize={orderedDays}>
                  <Select<number[]>
                    mode="multiple"
                    maxTagCount="responsive"
                    aria-label={t('needs:window.weekdays')}
                    placeholder={t('needs:window.weekdays')}
                    options={days.map((value) => ({ value, label: t(`needs:weekday.${value}`) }))}
                  />
                </Form.Item>
                {(['from', 'to', 'lastOrder'] as const).map((part) => (
                  <Form.Item key={part} name={[name, part]} rules={[time(part !== 'lastOrder')]}>
                    <Input autoComplete="off" aria-label={field(part)} title={t('needs:window.time')} />
                  </Form.Item>
                ))}
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('needs:window.remove', { number: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {fault ? (
              <p className="field-message" role="alert">
                {t(`errors:${fault.code}`, fault.params)}
              </p>
            ) : null}
            <Button icon={<PlusOutlined />} onClick={() => add(newWindow)}>
              {t('needs:window.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function faultOf(windows: readonly WindowForm[]) {
  return windowFaults(windowsOf(windows.filter(Boolean)) ?? [])[0]
}
