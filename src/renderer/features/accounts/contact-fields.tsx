import { Button, Form, Input, Radio, type FormInstance } from 'antd'
import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import { useWords } from '../../i18n'
import { accountChecks } from './checks'
import type { AccountForm } from './form-values'

const newContact = { name: '', title: '', phone: '', email: '', note: '', primary: false }

/** The contacts of a customer, one row each; one of them is the main one. */
export function ContactFields({ form }: { form: FormInstance<AccountForm> }) {
  const t = useWords()
  const checks = accountChecks(t)
  const contacts = Form.useWatch('contacts', { form, preserve: true }) ?? []
  const main = contacts.findIndex((contact) => contact?.primary)
  const setMain = (index: number) =>
    form.setFieldValue(
      'contacts',
      contacts.map((contact, at) => ({ ...contact, primary: at === index })),
    )
  return (
    <fieldset className="contact-fields">
      <legend>{t('accounts:form.contacts')}</legend>
      <Form.List name="contacts">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="contact-row">
                <Radio
                  checked={main === name}
                  onChange={() => setMain(name)}
                  aria-label={t('accounts:contact.primary')}
                  title={t('accounts:contact.primary')}
                />
                <Form.Item
                  name={[name, 'name']}
                  rules={[checks.required(t('accounts:form.contactName')), checks.atMost(40)]}
                >
                  <Input placeholder={t('accounts:form.contactName')} aria-label={t('accounts:form.contactName')} />
                </Form.Item>
                <Form.Item name={[name, 'title']} rules={[checks.atMost(40)]}>
                  <Input placeholder={t('accounts:form.title')} aria-label={t('accounts:form.title')} />
                </Form.Item>
                <Form.Item name={[name, 'phone']} rules={[checks.phone, checks.atMost(40)]}>
                  <Input placeholder={t('accounts:form.phone')} aria-label={t('accounts:form.phone')} />
                </Form.Item>
                <Form.Item name={[name, 'email']} rules={[checks.email, checks.atMost(80)]}>
                  <Input placeholder={t('accounts:form.email')} aria-label={t('accounts:form.email')} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('accounts:contact.remove')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ ...newContact, primary: rows.length === 0 })}>
              {t('accounts:contact.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
