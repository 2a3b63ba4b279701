import { Form, Input } from 'antd'
import { useWords } from '../../i18n'
import { accountChecks } from './checks'

/** The first contact that may come with a new customer; further ones, and all else about them, are kept on their own tab. */
export function FirstContactFields() {
  const t = useWords()
  const checks = accountChecks(t)
  return (
    <fieldset className="field-group">
      <legend>{t('accounts:form.firstContact')}</legend>
      <div className="grid-2 form-grid">
        <Form.Item
          name={['firstContact', 'name']}
          label={t('accounts:form.contactName')}
          dependencies={[['firstContact', 'phone']]}
          rules={[
            checks.atMost(40),
            ({ getFieldValue }) => ({
              validator: async (_rule, name: unknown) => {
                const reached = getFieldValue(['firstContact', 'phone']) as unknown
                if (
                  typeof reached === 'string' &&
                  reached.trim() !== '' &&
                  (typeof name !== 'string' || name.trim() === '')
                )
                  throw new Error(t('components:input.required', { field: t('accounts:form.contactName') }))
              },
            }),
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name={['firstContact', 'title']} label={t('accounts:form.title')} rules={[checks.atMost(40)]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name={['firstContact', 'phone']}
          label={t('accounts:form.phone')}
          rules={[checks.phone, checks.atMost(60)]}
        >
          <Input autoComplete="off" className="figure" />
        </Form.Item>
        <Form.Item
          name={['firstContact', 'email']}
          label={t('accounts:form.email')}
          rules={[checks.email, checks.atMost(80)]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      </div>
    </fieldset>
  )
}
