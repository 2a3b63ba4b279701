import { Button, Form, Input, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '../../components/icons'
import { partySides } from '#shared/contract/contracts'
import { useWords } from '../../i18n'

const most = 10

/** 签约方: who signs, under the names as written in the contract. */
export function PartyFields() {
  const t = useWords()
  const name = t('contracts:form.partyName')
  return (
    <fieldset>
      <legend>{t('contracts:field.parties')}</legend>
      <Form.List name="parties">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: row }) => (
              <div key={key} className="party-row">
                <Form.Item name={[row, 'side']}>
                  <Select
                    aria-label={t('contracts:form.side')}
                    options={partySides.map((value) => ({ value, label: t(`contracts:side.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[row, 'name']}
                  rules={[
                    { required: true, whitespace: true, message: t('components:input.required', { field: name }) },
                    { max: 120, message: t('accounts:form.tooLong', { count: 120 }) },
                  ]}
                >
                  <Input autoComplete="off" aria-label={name} placeholder={name} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('contracts:form.removeParty')}
                  onClick={() => remove(row)}
                />
              </div>
            ))}
            {rows.length < most ? (
              <Button icon={<PlusOutlined />} onClick={() => add({ side: 'other', name: '' })}>
                {t('contracts:form.addParty')}
              </Button>
            ) : null}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
