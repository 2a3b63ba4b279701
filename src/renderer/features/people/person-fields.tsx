import { Alert, Checkbox, Form, Input, Select } from 'antd'
import type { Rule } from 'antd/es/form'
import type { PersonRow } from '#shared/contract/people'
import { parsePhone } from '#shared/domain/import/parse-identifier'
import { channels, decisionRoles, stances } from '#shared/domain/people/person'
import { DayInput } from '../../components/day-input'
import { useWords, type Words } from '../../i18n'
import { BirthdayField, type BirthdayDraft } from './birthday-field'
import { birthdayFits } from './person-form'

const marks = [1, 2, 3, 4, 5] as const
const mask = /\*{3}/

/** Checks run while typing; a value that is shown masked and was not touched always passes. */
function personChecks(t: Words) {
  const check = (fits: (text: string) => boolean, message: string): Rule => ({
    validator: async (_rule, value: unknown) => {
      const text = typeof value === 'string' ? value.trim() : ''
      if (text !== '' && !mask.test(text) && !fits(text)) throw new Error(message)
    },
  })
  return {
    phone: check((text) => parsePhone(text).ok, t('people:form.badPhone')),
    email: check((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), t('people:form.badEmail')),
    wechat: check(
      (text) => (/^\d{7,}$/.test(text) ? parsePhone(text).ok : /^\S{2,40}$/u.test(text)),
      t('people:form.badWechat'),
    ),
    atMost: (count: number): Rule => ({ max: count, message: t('people:form.tooLong', { count }) }),
    birthday: {
      validator: async (_rule: unknown, value: BirthdayDraft | null) => {
        if (!birthdayFits(value)) throw new Error(t('people:birthday.invalid'))
      },
    } satisfies Rule,
  }
}

interface PersonFieldsProps {
  /** Whom the contact may report to. */
  superiors: readonly Pick<PersonRow, 'id' | 'name' | 'title'>[]
  /** False: personal values of the contact are shown masked. */
  full: boolean
}

/** The fields of a contact, labels above, two in a row. */
export function PersonFields({ superiors, full }: PersonFieldsProps) {
  const t = useWords()
  const checks = personChecks(t)
  const word = <T extends string>(keys: readonly T[], label: (key: T) => string) =>
    keys.map((value) => ({ value, label: label(value) }))
  const markOptions = marks.map((mark) => ({ value: mark, label: t(`people:mark.${mark}`) }))
  return (
    <>
      {full ? null : <Alert className="form-note" type="info" showIcon title={t('people:form.masked')} />}
      <div className="grid-2 form-grid">
        <Form.Item
          name="name"
          label={t('fields:contact.name')}
          rules={[
            {
              required: true,
              whitespace: true,
              message: t('components:input.required', { field: t('fields:contact.name') }),
            },
            checks.atMost(40),
          ]}
        >
          <Input autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="title" label={t('fields:contact.title')} rules={[checks.atMost(40)]}>
          <Input autoComplete="off" placeholder={t('people:form.titlePlaceholder')} />
        </Form.Item>
        <Form.Item name="department" label={t('fields:contact.department')} rules={[checks.atMost(40)]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="reportsTo" label={t('fields:contact.reportsTo')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('people:form.reportsNone')}
            options={superiors.map(({ id, name, title }) => ({ value: id, label: [name, title].join(' ').trim() }))}
          />
        </Form.Item>
        <Form.Item name="phone" label={t('fields:contact.phone')} rules={[checks.phone, checks.atMost(60)]}>
          <Input autoComplete="off" className="figure" placeholder={t('people:form.phoneHint')} />
        </Form.Item>
        <Form.Item name="wechat" label={t('fields:contact.wechat')} rules={[checks.wechat, checks.atMost(40)]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={t('fields:contact.email')} rules={[checks.email, checks.atMost(80)]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="channel" label={t('fields:contact.channel')}>
          <Select allowClear options={word(channels, (one) => t(`people:channel.${one}`))} />
        </Form.Item>
        <Form.Item name="role" label={t('fields:contact.role')}>
          <Select allowClear options={word(decisionRoles, (one) => t(`people:role.${one}`))} />
        </Form.Item>
        <Form.Item name="stance" label={t('fields:contact.stance')}>
          <Select allowClear options={word(stances, (one) => t(`people:stance.${one}`))} />
        </Form.Item>
        <Form.Item name="influence" label={t('fields:contact.influence')}>
          <Select allowClear options={markOptions} />
        </Form.Item>
        <Form.Item name="relationship" label={t('fields:contact.relationship')}>
          <Select allowClear options={markOptions} />
        </Form.Item>
        <Form.Item name="lastContactOn" label={t('fields:contact.lastContactOn')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="primary" valuePropName="checked" label=" " colon={false}>
          <Checkbox>{t('fields:contact.primary')}</Checkbox>
        </Form.Item>
      </div>
      <Form.Item
        name="birthday"
        label={t('fields:contact.birthday')}
        rules={[checks.birthday]}
        extra={full ? undefined : t('people:birthday.hidden')}
      >
        <BirthdayField />
      </Form.Item>
      <Form.Item name="note" label={t('fields:contact.note')} rules={[checks.atMost(500)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  )
}
