import { AutoComplete, Form, Input, Select, type FormInstance } from 'antd'
import type { AccountDetail } from '#shared/contract/accounts'
import type { Tier } from '#shared/contract/base'
import { AccountPicker } from '../../components/account-picker'
import { figureRule, MoneyInput, NumberInput } from '../../components/figure-input'
import { useWords } from '../../i18n'
import { accountChecks } from './checks'
import { CustomInputs } from './custom-inputs'
import { FirstContactFields } from './first-contact'
import type { AccountForm } from './form-values'
import { KnownAccounts } from './known-accounts'
import { LifecycleFields } from './lifecycle-fields'
import { TeamFields } from './team-fields'
import { useOffered } from './use-archive'
import { RegionField } from '../../components/region-field'
import { useAccountChoices } from './use-choices'

const tiers: readonly Tier[] = ['platinum', 'gold', 'iron', 'lead']
const maxCreditDays = 365

/** The fields of a customer, labels above, two in a row. */
export function AccountFields({ form, account }: { form: FormInstance<AccountForm>; account: AccountDetail | null }) {
  const t = useWords()
  const { industries, sources, tags, managers } = useAccountChoices()
  const offered = useOffered()
  const stages = offered('stage')
  const stage = account?.stage ?? ''
  const checks = accountChecks(t)
  const named = (...names: (readonly string[])[]) => [...new Set(names.flat())].map((name) => ({ value: name }))
  const contains = (text: string, option: { value: string } | undefined) => option?.value.includes(text) ?? false
  return (
    <>
      <Form.Item
        name="name"
        label={t('fields:account.name')}
        rules={[checks.required(t('fields:account.name')), checks.atMost(80)]}
      >
        <Input placeholder={t('accounts:form.namePlaceholder')} autoComplete="off" autoFocus />
      </Form.Item>
      <KnownAccounts form={form} own={account?.id ?? null} field="name" />
      <div className="grid-2 form-grid">
        <Form.Item name="shortName" label={t('fields:account.shortName')} rules={[checks.atMost(40)]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="code" label={t('fields:account.code')} rules={[checks.atMost(32)]}>
          <Input placeholder={t('accounts:form.codePlaceholder')} autoComplete="off" />
        </Form.Item>
        <Form.Item name="industry" label={t('fields:account.industry')} rules={[checks.atMost(20)]}>
          <AutoComplete
            options={named(offered('industry'), industries)}
            showSearch={{ filterOption: contains }}
            allowClear
          />
        </Form.Item>
        <Form.Item name="manager" label={t('fields:account.manager')} rules={[checks.atMost(40)]}>
          <AutoComplete options={named(managers)} showSearch={{ filterOption: contains }} allowClear />
        </Form.Item>
        <Form.Item name="stage" label={t('archive:form.stage')} normalize={(next?: string) => next ?? ''}>
          <Select
            allowClear
            options={named(stages, stage === '' ? [] : [stage]).map(({ value }) => ({ value, label: value }))}
          />
        </Form.Item>
        <Form.Item
          name="source"
          label={t('archive:form.source')}
          rules={[checks.atMost(20)]}
          normalize={(next?: string) => next ?? ''}
        >
          <AutoComplete
            options={named(offered('source'), sources)}
            placeholder={t('archive:form.sourceHint')}
            showSearch={{ filterOption: contains }}
            allowClear
          />
        </Form.Item>
        <LifecycleFields form={form} account={account} />
        <Form.Item
          name="tier"
          label={t('fields:account.tier')}
          extra={t('accounts:form.tierHint')}
          normalize={(tier?: Tier) => tier ?? null}
        >
          <Select allowClear options={tiers.map((tier) => ({ value: tier, label: t(`components:tier.${tier}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="tags" label={t('archive:form.tags')}>
        <TagsField offered={named(offered('tag'), tags)} />
      </Form.Item>
      <Form.Item name="monthAccounts" label={t('fields:account.monthAccounts')}>
        <TagsField />
      </Form.Item>
      <Form.Item name="aliases" label={t('fields:account.aliases')} extra={t('accounts:form.aliasHint')}>
        <TagsField />
      </Form.Item>
      <div className="grid-2 form-grid">
        <Form.Item name="uscc" label={t('fields:account.uscc')} rules={[checks.uscc]}>
          <Input autoComplete="off" className="figure" />
        </Form.Item>
        <Form.Item name="groupId" label={t('accounts:form.group')} normalize={(id?: number) => id ?? null}>
          <AccountPicker width="100%" except={account?.id ?? null} />
        </Form.Item>
        <Form.Item
          name="creditDays"
          label={t('fields:account.paymentDays')}
          rules={[figureRule(t, { min: 0, max: maxCreditDays })]}
        >
          <NumberInput unit={t('components:unit.days')} />
        </Form.Item>
        <Form.Item
          name="creditLimitFen"
          label={t('fields:account.creditLimit')}
          rules={[figureRule(t, { scale: 2, min: 0 })]}
        >
          <MoneyInput />
        </Form.Item>
        <Form.Item name="region" label={t('accounts:form.region')}>
          <RegionField />
        </Form.Item>
        <Form.Item name="address" label={t('fields:account.address')} rules={[checks.atMost(120)]}>
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <KnownAccounts form={form} own={account?.id ?? null} field="uscc" />
      <TeamFields />
      <CustomInputs />
      {account === null ? <FirstContactFields /> : null}
      <Form.Item name="note" label={t('fields:account.remark')} rules={[checks.atMost(500)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  )
}

interface TagsFieldProps {
  id?: string
  value?: string[]
  onChange?: (texts: string[]) => void
  /** What the list offers; absent: only typed ones. */
  offered?: { value: string }[]
}

/** Several texts as tags; a pasted list is cut at commas, 顿号 and line breaks. */
function TagsField({ offered, ...props }: TagsFieldProps) {
  const t = useWords()
  return (
    <Select<string[]>
      {...props}
      mode="tags"
      {...(offered ? { options: offered } : { open: false, suffixIcon: null })}
      tokenSeparators={[',', '，', '、', ';', '；', '\n', '\t']}
      placeholder={t('accounts:form.tagsPlaceholder')}
      onChange={(texts) => props.onChange?.([...new Set(texts.map((text) => text.trim()).filter(Boolean))])}
    />
  )
}
