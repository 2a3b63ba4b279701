import { Button, Checkbox, Form, Input, Select, type FormInstance } from 'antd'
import { DeleteOutlined, PlusOutlined } from '../../components/icons'
import { type CustomField, type CustomFieldInput, customFieldType, maxDecimals } from '#shared/contract/custom-fields'
import { useApi, useChanged } from '../../components/backend'
import { figureRule, NumberInput } from '../../components/figure-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'

const emptyField: CustomFieldInput = {
  name: '',
  type: 'text',
  unit: '',
  decimals: 0,
  options: [],
  required: false,
  inList: false,
}

interface CustomFieldDrawerProps {
  open: boolean
  /** Null: a new field. */
  field: CustomField | null
  onClose: () => void
}

/** Form of one custom field; an option keeps the name it had, so that renaming it renames it at the customers. */
export function CustomFieldDrawer({ open, field, onClose }: CustomFieldDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const submit = async (form: CustomFieldInput) => {
    const input = { ...form, decimals: form.decimals ?? 0, unit: form.unit ?? '' }
    const saved = field
      ? await api.customFields.update({ uid: field.uid, version: field.version, field: input })
      : await api.customFields.create(input)
    onClose()
    done(t('archive:fields.saved', { name: saved.name }))
    await changed()
  }
  return (
    <FormDrawer<CustomFieldInput>
      open={open}
      title={t(field ? 'archive:fields.edit' : 'archive:fields.new')}
      width={520}
      initial={field ? formOf(field) : emptyField}
      draftKey={field ? `custom-field.${field.uid}` : 'custom-field.new'}
      draftBase={field ? String(field.version) : ''}
      onSubmit={submit}
      onClose={onClose}
    >
      {(form) => <FieldForm form={form} />}
    </FormDrawer>
  )
}

function formOf({ name, type, unit, decimals, options, required, inList }: CustomField): CustomFieldInput {
  const kept = options.map((option) => ({ ...option, was: option.name }))
  return { name, type, unit, decimals, options: kept, required, inList }
}

function FieldForm({ form }: { form: FormInstance<CustomFieldInput> }) {
  const t = useWords()
  const type = Form.useWatch('type', { form, preserve: true })
  return (
    <>
      <Form.Item
        name="name"
        label={t('archive:fields.name')}
        extra={t('archive:fields.nameHint')}
        rules={[
          {
            required: true,
            whitespace: true,
            message: t('components:input.required', { field: t('archive:fields.name') }),
          },
          { max: 20, message: t('accounts:form.tooLong', { count: 20 }) },
        ]}
      >
        <Input autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="type" label={t('archive:fields.type')} extra={t('archive:fields.keep')}>
        <Select
          options={customFieldType.options.map((one) => ({ value: one, label: t(`archive:fields.type.${one}`) }))}
        />
      </Form.Item>
      {type === 'number' ? (
        <div className="grid-2 form-grid">
          <Form.Item name="unit" label={t('archive:fields.unit')}>
            <Input autoComplete="off" maxLength={10} />
          </Form.Item>
          <Form.Item
            name="decimals"
            label={t('archive:fields.decimals')}
            rules={[figureRule(t, { min: 0, max: maxDecimals })]}
          >
            <NumberInput />
          </Form.Item>
        </div>
      ) : null}
      {type === 'choice' ? <OptionFields /> : null}
      <Form.Item name="required" valuePropName="checked">
        <Checkbox>{t('archive:fields.required')}</Checkbox>
      </Form.Item>
      <Form.Item name="inList" valuePropName="checked">
        <Checkbox>{t('archive:fields.inList')}</Checkbox>
      </Form.Item>
    </>
  )
}

function OptionFields() {
  const t = useWords()
  return (
    <fieldset className="field-group">
      <legend>{t('archive:fields.options')}</legend>
      <Form.List name="options">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="option-row">
                <Form.Item
                  name={[name, 'name']}
                  rules={[
                    {
                      required: true,
                      whitespace: true,
                      message: t('components:input.required', { field: t('archive:fields.option') }),
                    },
                  ]}
                >
                  <Input
                    maxLength={40}
                    placeholder={t('archive:fields.option')}
                    aria-label={t('archive:fields.option')}
                  />
                </Form.Item>
                <Form.Item name={[name, 'retired']} valuePropName="checked">
                  <Checkbox>{t('archive:fields.optionRetired')}</Checkbox>
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('archive:fields.removeOption')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ name: '', was: '', retired: false })}>
              {t('archive:fields.addOption')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
