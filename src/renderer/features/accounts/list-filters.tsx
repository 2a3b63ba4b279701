import { Button, Input, Popover, Select } from 'antd'
import { FilterOutlined } from '../../components/icons'
import type { AccountFilter, Lifecycle } from '#shared/contract/accounts'
import type { Tier } from '#shared/contract/base'
import type { CustomField } from '#shared/contract/custom-fields'
import { spanEnds, writtenSpan } from '#shared/domain/custom-field/custom-filter'
import { useBook } from '../../components/book'
import { DayInput } from '../../components/day-input'
import { ClearFilters, ListSearch, ListSelect } from '../../components/list/filters'
import type { FilterKinds, ListState } from '../../components/list/use-list'
import { usePreference } from '../../components/preferences'
import { useWords, type Words } from '../../i18n'
import { type AccountWords, useAccountChoices } from './use-choices'

/** Filters as they stand in the address: one key each, the branch's own fields as `f.<uid>`. */
export type AccountListFilter = Record<string, string>

const tiers: readonly Tier[] = ['platinum', 'gold', 'iron', 'lead']
const lifecycles: readonly Lifecycle[] = ['prospect', 'developing', 'active', 'paused', 'lost', 'won-back']

/** Whose customers: keys that exclude one another. */
const whose = ['person', 'manager', 'member'] as const
const plainKeys = ['tier', 'industry', 'lifecycle', ...whose, 'stage', 'source', 'tag', 'province'] as const
const customPrefix = 'f.'

export function filterKindsOf(fields: readonly CustomField[]): FilterKinds<AccountListFilter> {
  const keys = [...plainKeys, ...fields.map(({ uid }) => `${customPrefix}${uid}`)]
  return Object.fromEntries(keys.map((key) => [key, 'text' as const]))
}

/** The filter as the core takes it. */
export function accountFilterOf(filter: Partial<AccountListFilter>, month: string): AccountFilter {
  const custom: Record<string, string> = {}
  const plain: Record<string, string> = {}
  for (const [key, value] of Object.entries(filter)) {
    if (value === undefined) continue
    if (key.startsWith(customPrefix)) custom[key.slice(customPrefix.length)] = value
    else plain[key] = value
  }
  return { ...plain, ...(Object.keys(custom).length > 0 && { custom }), month }
}

interface FilterChoice {
  key: (typeof plainKeys)[number]
  label: string
  width: number
  options: { value: string; label: string }[]
}

const named = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }))

/** One line per filter that stands in the bar. */
function barFilters(t: Words, words: AccountWords): FilterChoice[] {
  return [
    {
      key: 'tier',
      label: t('accounts:tier'),
      width: 104,
      options: tiers.map((tier) => ({ value: tier, label: t(`components:tier.${tier}`) })),
    },
    { key: 'industry', label: t('fields:account.industry'), width: 104, options: named(words.industries) },
    {
      key: 'lifecycle',
      label: t('accounts:lifecycle'),
      width: 92,
      options: lifecycles.map((one) => ({ value: one, label: t(`accounts:lifecycle.${one}`) })),
    },
  ]
}

/** One line per filter behind “more”. */
function moreFilters(t: Words, words: AccountWords): FilterChoice[] {
  return [
    { key: 'stage', label: t('archive:form.stage'), width: 200, options: named(words.stages) },
    { key: 'source', label: t('archive:form.source'), width: 200, options: named(words.sources) },
    { key: 'tag', label: t('archive:form.tags'), width: 200, options: named(words.tags) },
    { key: 'province', label: t('fields:account.province'), width: 200, options: named(words.provinces) },
  ]
}

interface FiltersProps {
  list: ListState<AccountListFilter>
  fields: readonly CustomField[]
}

export function AccountFilters({ list, fields }: FiltersProps) {
  const t = useWords()
  const words = useAccountChoices()
  return (
    <>
      <ListSearch list={list} placeholder={t('accounts:searchHint')} />
      {barFilters(t, words).map((choice) => (
        <ChoiceFilter key={choice.key} list={list} choice={choice} />
      ))}
      <WhoseFilter list={list} words={words} />
      <MoreFilters list={list} fields={fields} words={words} />
      <ClearFilters list={list} />
    </>
  )
}

function ChoiceFilter({ list, choice }: { list: FiltersProps['list']; choice: FilterChoice }) {
  return (
    <ListSelect
      label={choice.label}
      value={list.filter[choice.key]}
      onChange={(value) => list.setFilter(choice.key, value)}
      options={choice.options}
      width={choice.width}
    />
  )
}

const isName = (value: unknown): value is string => typeof value === 'string'

/** Who the user is among the names of the archive; his login name until he says so. */
function useMe(words: AccountWords): [string | null, (name: string) => void] {
  const { userName } = useBook()
  const [chosen, choose] = usePreference<string>('accounts.me', '', isName)
  const known = [...words.managers, ...words.members].includes(userName) ? userName : null
  return [chosen === '' ? known : chosen, choose]
}

function WhoseFilter({ list, words }: { list: FiltersProps['list']; words: AccountWords }) {
  const t = useWords()
  const [me] = useMe(words)
  const key = whose.find((one) => list.filter[one] !== undefined)
  const of = (kind: (typeof whose)[number], names: readonly string[]) =>
    names.map((name) => ({ value: `${kind}:${name}`, label: name }))
  const mine =
    me === null
      ? { value: 'person:', label: t('archive:filter.mineUnset'), disabled: true }
      : { value: `person:${me}`, label: t('archive:filter.mine', { name: me }) }
  return (
    <Select<string>
      aria-label={t('archive:filter.who')}
      placeholder={t('archive:filter.who')}
      value={key ? `${key}:${list.filter[key] ?? ''}` : null}
      onChange={(next?: string) => {
        const [, kind, name] = /^(\w+):(.*)$/s.exec(next ?? '') ?? []
        list.setFilters(Object.fromEntries(whose.map((one) => [one, one === kind ? name : undefined])))
      }}
      options={[
        mine,
        { label: t('archive:filter.managers'), options: of('manager', words.managers) },
        { label: t('archive:filter.members'), options: of('member', words.members) },
      ]}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      popupMatchSelectWidth={false}
      style={{ width: 120 }}
    />
  )
}

function MoreFilters({ list, fields, words }: FiltersProps & { words: AccountWords }) {
  const t = useWords()
  const [me, setMe] = useMe(words)
  const choices = moreFilters(t, words)
  const keys = [...choices.map(({ key }) => key as string), ...fields.map(({ uid }) => `${customPrefix}${uid}`)]
  const count = keys.filter((key) => list.filter[key] !== undefined).length
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <div className="more-filters">
          {choices.map((choice) => (
            <FilterRow key={choice.key} label={choice.label}>
              <ChoiceFilter list={list} choice={choice} />
            </FilterRow>
          ))}
          {fields.map((field) => (
            <FilterRow key={field.uid} label={field.name}>
              <CustomFilterInput field={field} list={list} />
            </FilterRow>
          ))}
          <FilterRow label={t('archive:filter.me')}>
            <Select<string>
              aria-label={t('archive:filter.me')}
              value={me}
              onChange={(name?: string) => setMe(name ?? '')}
              options={named([...new Set([...words.managers, ...words.members])])}
              showSearch
              allowClear
              style={{ width: 200 }}
            />
          </FilterRow>
          <span className="text-secondary span-row">{t('archive:filter.meHint')}</span>
        </div>
      }
    >
      <Button icon={<FilterOutlined />} type={count > 0 ? 'primary' : 'default'} ghost={count > 0}>
        {count > 0 ? t('archive:filter.moreCount', { count }) : t('archive:filter.more')}
      </Button>
    </Popover>
  )
}

function FilterRow({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <span>{label}</span>
      {children}
    </>
  )
}

/** A field's filter by its type: one of its options, a part of a text, a span of days or numbers. */
function CustomFilterInput({ field, list }: { field: CustomField; list: FiltersProps['list'] }) {
  const t = useWords()
  const key = `${customPrefix}${field.uid}`
  const written = list.filter[key] ?? ''
  const set = (text: string) => list.setFilter(key, text === '' ? undefined : text)
  if (field.type === 'choice') {
    return (
      <ListSelect
        label={field.name}
        value={list.filter[key]}
        onChange={(value) => set(value ?? '')}
        options={named(field.options.map(({ name }) => name))}
        width={200}
      />
    )
  }
  if (field.type === 'text') {
    return <TypedFilter label={`${field.name} ${t('archive:filter.contains')}`} value={written} onChange={set} />
  }
  const { from, to } = spanEnds(written)
  if (field.type === 'date') {
    return (
      <span className="row">
        <DayInput label={t('archive:filter.from')} value={from} onChange={(day) => set(writtenSpan(day ?? '', to))} />
        <DayInput label={t('archive:filter.to')} value={to} onChange={(day) => set(writtenSpan(from, day ?? ''))} />
      </span>
    )
  }
  return (
    <span className="row">
      <TypedFilter
        label={`${field.name} ${t('archive:filter.from')}`}
        value={from}
        onChange={(text) => set(writtenSpan(text, to))}
      />
      <TypedFilter
        label={`${field.name} ${t('archive:filter.to')}`}
        value={to}
        onChange={(text) => set(writtenSpan(from, text))}
      />
    </span>
  )
}

/** A typed filter asks once it is left or Enter is pressed. */
function TypedFilter({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  return (
    <Input
      key={value}
      defaultValue={value}
      aria-label={label}
      placeholder={label}
      allowClear
      onBlur={(event) => event.target.value.trim() !== value && onChange(event.target.value.trim())}
      onPressEnter={(event) => !event.nativeEvent.isComposing && onChange(event.currentTarget.value.trim())}
      onClear={() => onChange('')}
    />
  )
}
