import { Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Tier } from '#shared/contract/base'
import { AccountPicker } from '../../../components/account-picker'
import { useApi } from '../../../components/backend'
import { Field } from '../../../components/field'
import { useWords } from '../../../i18n'
import { type EditorForm, infoOf, withInfo } from './editor-form'

type Whom = 'general' | 'customer' | 'tier'

/** The words of 级别 as a sheet has them. */
const tierWords: Readonly<Record<Tier, string>> = { platinum: '铂金', gold: '黄金', iron: '铁质', lead: '铅质' }
const tiers: readonly Tier[] = ['platinum', 'gold', 'iron', 'lead']

interface WhomFieldsProps {
  form: EditorForm
  messageOf: (key: string) => string | null
  onChange: (form: EditorForm, run: string) => void
}

/** Whom the sheet is for: everybody, one customer or group, or a tier. Never two of them. */
export function WhomFields({ form, messageOf, onChange }: WhomFieldsProps) {
  const t = useWords()
  const customer = infoOf(form, '客户')
  const tier = infoOf(form, '级别')
  const [asked, setAsked] = useState<Whom>('general')
  const whom: Whom = customer !== '' ? 'customer' : tier !== '' ? 'tier' : asked
  const accountId = useAccountOf(customer)
  const put = (next: { 客户?: string; 级别?: string }) =>
    onChange(withInfo(withInfo(form, '客户', next.客户 ?? ''), '级别', next.级别 ?? ''), 'info.whom')
  return (
    <>
      <Field label={t('pricingEditor:info.whom')}>
        {(id) => (
          <Select<Whom>
            id={id}
            value={whom}
            onChange={(next) => {
              setAsked(next)
              put({})
            }}
            options={(['general', 'customer', 'tier'] as const).map((value) => ({
              value,
              label: t(`pricingEditor:info.${value}`),
            }))}
          />
        )}
      </Field>
      {whom === 'customer' ? (
        <Field
          label={t('pricingEditor:info.customer')}
          required
          message={
            messageOf('客户') ??
            (customer !== '' && accountId === null ? t('pricing:problem.unknown-account', { text: customer }) : null)
          }
        >
          {(id) => (
            <AccountPicker
              id={id}
              value={accountId ?? null}
              width="100%"
              onChange={(_id, account) => put({ 客户: account ? account.code || account.name : '' })}
            />
          )}
        </Field>
      ) : null}
      {whom === 'tier' ? (
        <Field label={t('pricingEditor:info.tier')} required message={messageOf('级别')}>
          {(id) => (
            <Select<string>
              id={id}
              value={tier === '' ? null : tier}
              onChange={(next) => put({ 级别: next })}
              options={tiers.map((value) => ({ value: tierWords[value], label: t(`components:tier.${value}`) }))}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}

/** The account a code or name means; null: none, undefined: not known yet. */
function useAccountOf(text: string): number | null | undefined {
  const api = useApi()
  const found = useQuery({
    queryKey: ['accounts', 'search', 'exact', text],
    queryFn: ({ signal }) => api.accounts.search({ text, limit: 20 }, { signal }),
    enabled: text !== '',
  })
  if (text === '' || !found.data) return undefined
  return found.data.find(({ code, name }) => code === text || name === text)?.id ?? null
}
