import { AutoComplete, Form, Input, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { AccountPicker, type PickedAccount } from '../../components/account-picker'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { DayInput } from '../../components/day-input'
import { useWords } from '../../i18n'
import { TagsField } from '../needs/tags-field'
import type { ContractForm } from './contract-form'

/** Sheets offered for choosing; further ones are found by typing. */
const offeredSheets = 200

interface BasicFieldsProps {
  accountFixed: boolean
  managers: readonly string[]
}

/** Number, customer, title, term, products and the sheets that price them. */
export function BasicFields({ accountFixed, managers }: BasicFieldsProps) {
  const t = useWords()
  const form = Form.useFormInstance<ContractForm>()
  const needed = (field: string) => ({ required: true, message: t('components:input.required', { field }) })
  const atMost = (count: number) => ({ max: count, message: t('accounts:form.tooLong', { count }) })
  /** The customer signs under its name, unless another was written. */
  const named = (account: PickedAccount | undefined) => {
    if (!account) return
    const parties = form.getFieldValue('parties') as ContractForm['parties']
    const next = parties.map((party) =>
      party.side === 'customer' && party.name === '' ? { ...party, name: account.name } : party,
    )
    form.setFieldValue('parties', next)
  }
  return (
    <fieldset>
      <legend>{t('contracts:form.basics')}</legend>
      <div className="grid-2 form-grid">
        <Form.Item
          name="accountId"
          label={t('contracts:field.accountId')}
          rules={[needed(t('contracts:field.accountId'))]}
        >
          <NamedPicker disabled={accountFixed} onNamed={named} />
        </Form.Item>
        <Form.Item
          name="title"
          label={t('contracts:field.title')}
          rules={[{ ...needed(t('contracts:field.title')), whitespace: true }, atMost(120)]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <div className="grid-3 form-grid">
        <Form.Item
          name="number"
          label={t('contracts:field.number')}
          extra={t('contracts:form.numberHint')}
          rules={[atMost(40)]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="signedOn" label={t('contracts:field.signedOn')} extra={t('contracts:form.signedHint')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="manager" label={t('contracts:field.manager')} rules={[atMost(40)]}>
          <AutoComplete
            options={managers.map((value) => ({ value }))}
            showSearch={{ filterOption: (text, option) => option?.value.includes(text) ?? false }}
          />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={t('contracts:field.validFrom')}
          rules={[needed(t('contracts:field.validFrom'))]}
        >
          <DayInput />
        </Form.Item>
        <Form.Item
          name="validTo"
          label={t('contracts:field.validTo')}
          extra={t('contracts:form.openHint')}
          dependencies={['validFrom']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, to: unknown) => {
                const from: unknown = getFieldValue('validFrom')
                return typeof from === 'string' && typeof to === 'string' && to < from
                  ? Promise.reject(new Error(t('contracts:form.order')))
                  : Promise.resolve()
              },
            }),
          ]}
        >
          <DayInput />
        </Form.Item>
        <Form.Item name="products" label={t('contracts:field.products')}>
          <TagsField placeholder={t('contracts:form.products')} />
        </Form.Item>
      </div>
      <Form.Item name="sheets" label={t('contracts:field.sheets')}>
        <SheetsField />
      </Form.Item>
    </fieldset>
  )
}

interface NamedPickerProps {
  id?: string
  value?: number | null
  onChange?: (id: number | null) => void
  disabled: boolean
  onNamed: (account: PickedAccount | undefined) => void
}

function NamedPicker({ onChange, onNamed, ...rest }: NamedPickerProps) {
  return (
    <AccountPicker
      {...rest}
      width="100%"
      onChange={(id, account) => {
        onChange?.(id ?? null)
        onNamed(account)
      }}
    />
  )
}

interface SheetsFieldProps {
  id?: string
  value?: ContractForm['sheets']
  onChange?: (sheets: ContractForm['sheets']) => void
}

/** Several price sheets; their names are kept, so that the contract says what it meant whatever becomes of them. */
function SheetsField({ id, value = [], onChange }: SheetsFieldProps) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const sheets = useQuery({
    queryKey: ['pricing', 'list', 'of-contract'],
    queryFn: ({ signal }) =>
      api.pricing.list(
        { filter: { usage: 'sale' }, search: '', descending: false, page: 1, pageSize: offeredSheets },
        { signal },
      ),
    enabled: may('pricing.read'),
  })
  const offered = (sheets.data?.rows ?? [])
    .filter(({ status }) => status !== 'competitor')
    .map((sheet) => ({ value: sheet.id, label: sheet.name, from: sheet.validFrom }))
  const chosen = value.filter((one) => !offered.some((sheet) => sheet.value === one.value))
  return (
    <Select
      id={id}
      mode="multiple"
      labelInValue
      value={value}
      onChange={(next: ContractForm['sheets']) =>
        onChange?.(next.map(({ value: sheet, label }) => ({ value: sheet, label })))
      }
      options={[...chosen.map((sheet) => ({ ...sheet, from: '' })), ...offered]}
      optionRender={({ data }) => (
        <span className="row row-spread">
          <span className="ellipsis">{data.label}</span>
          <span className="text-secondary figure">{data.from}</span>
        </span>
      )}
      showSearch={{ optionFilterProp: 'label' }}
      loading={sheets.isFetching}
      placeholder={t('contracts:form.sheets')}
    />
  )
}
