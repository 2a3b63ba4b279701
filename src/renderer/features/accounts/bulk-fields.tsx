import { AutoComplete, Input, Select } from 'antd'
import type { BulkEdit, BulkField } from '#shared/contract/account-bulk'
import { type Lifecycle, lifecyclesWithReason } from '#shared/contract/accounts'
import type { CustomField } from '#shared/contract/custom-fields'
import { DayInput, todayHere } from '../../components/day-input'
import { Field } from '../../components/field'
import { NumberInput } from '../../components/figure-input'
import { wordOptions } from '../../components/word-options'
import { useWords } from '../../i18n'
import { CustomInput } from './custom-inputs'
import { useOffered } from './use-archive'
import { useAccountChoices } from './use-choices'

/** What stands in the form; each field reads its own part of it. */
export interface BulkDraft {
  field: BulkField
  /** The custom field's uid where `field` is `custom`. */
  uid: string
  text: string
  days: number | null
  lifecycle: Lifecycle | null
  since: string | null
  add: string[]
  remove: string[]
}

export const emptyDraft: BulkDraft = {
  field: 'manager',
  uid: '',
  text: '',
  days: null,
  lifecycle: null,
  since: null,
  add: [],
  remove: [],
}

/** The edit a draft stands for; null: something is still missing. */
export function editOf({ field, uid, text, days, lifecycle, since, add, remove }: BulkDraft): BulkEdit | null {
  const value = text.trim()
  if (field === 'tags') return add.length + remove.length > 0 ? { field, add, remove } : null
  if (field === 'creditDays') {
    const fits = days === null || (days >= 0 && days <= 365)
    return fits ? { field, value: days } : null
  }
  if (field === 'custom') return { field, uid, value }
  if (field !== 'lifecycle') return { field, value }
  if (lifecycle === null || (lifecyclesWithReason.has(lifecycle) && value === '')) return null
  return { field, value: lifecycle, since, reason: value }
}

export interface BulkFieldsProps {
  draft: BulkDraft
  onChange: (change: Partial<BulkDraft>) => void
  custom: readonly CustomField[]
}

const lifecycles: readonly Lifecycle[] = ['prospect', 'developing', 'active', 'paused', 'lost', 'won-back']

/** The new value, by the kind of the field. */
export function BulkFields(props: BulkFieldsProps) {
  const { draft, custom } = props
  const t = useWords()
  const { field } = draft
  if (field === 'tags') return <TagFields {...props} />
  if (field === 'lifecycle') return <LifecycleFields {...props} />
  if (field === 'creditDays') {
    return (
      <Field label={t('archive:bulk.value')} note={t('archive:bulk.emptyHint')}>
        {(id) => (
          <NumberInput
            id={id}
            value={draft.days}
            unit={t('components:unit.days')}
            onChange={(days) => props.onChange({ days })}
          />
        )}
      </Field>
    )
  }
  const own = field === 'custom' ? custom.find(({ uid }) => uid === draft.uid) : undefined
  const note = own?.required ? undefined : t('archive:bulk.emptyHint')
  return (
    <Field label={t('archive:bulk.value')} note={note}>
      {(id) =>
        own ? (
          <CustomInput
            id={id}
            field={own}
            value={draft.text}
            onChange={(text) => props.onChange({ text: text ?? '' })}
          />
        ) : (
          <WordInput {...props} id={id} />
        )
      }
    </Field>
  )
}

/** A word of a list; only the stage takes nothing else. */
function WordInput({ id, draft, onChange }: BulkFieldsProps & { id: string }) {
  const words = useAccountChoices()
  const offered = useOffered()
  const { field, text } = draft
  const change = (next?: string) => onChange({ text: next ?? '' })
  if (field === 'stage') {
    return (
      <Select<string>
        id={id}
        value={text === '' ? null : text}
        onChange={change}
        options={wordOptions(offered('stage'))}
        allowClear
      />
    )
  }
  const known =
    field === 'manager'
      ? words.managers
      : [
          ...new Set([
            ...offered(field === 'industry' ? 'industry' : 'source'),
            ...words[field === 'industry' ? 'industries' : 'sources'],
          ]),
        ]
  return (
    <AutoComplete
      id={id}
      value={text}
      onChange={change}
      options={wordOptions(known)}
      showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
      maxLength={field === 'manager' ? 40 : 20}
      allowClear
    />
  )
}

function LifecycleFields({ draft, onChange }: BulkFieldsProps) {
  const t = useWords()
  const asked = draft.lifecycle !== null && lifecyclesWithReason.has(draft.lifecycle)
  return (
    <>
      <Field label={t('archive:bulk.value')} required>
        {(id) => (
          <Select<Lifecycle>
            id={id}
            value={draft.lifecycle}
            onChange={(lifecycle) => onChange({ lifecycle })}
            options={lifecycles.map((one) => ({ value: one, label: t(`accounts:lifecycle.${one}`) }))}
          />
        )}
      </Field>
      <Field label={t('archive:lifecycle.since')}>
        {(id) => (
          <DayInput
            id={id}
            value={draft.since ?? todayHere()}
            latest={todayHere()}
            onChange={(since) => onChange({ since })}
          />
        )}
      </Field>
      <Field label={t('archive:lifecycle.reason')} required={asked} note={t('archive:lifecycle.reasonHint')}>
        {(id) => (
          <Input
            id={id}
            value={draft.text}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

function TagFields({ draft, onChange }: BulkFieldsProps) {
  const t = useWords()
  const words = useAccountChoices()
  const offered = useOffered()
  const known = [...new Set([...offered('tag'), ...words.tags])]
  return (
    <>
      <Field label={t('archive:bulk.tagsAdd')}>
        {(id) => (
          <Select<string[]>
            id={id}
            mode="tags"
            value={draft.add}
            onChange={(add) => onChange({ add })}
            options={wordOptions(known.filter((tag) => !draft.remove.includes(tag)))}
          />
        )}
      </Field>
      <Field label={t('archive:bulk.tagsRemove')} note={t('archive:bulk.tagsHint')}>
        {(id) => (
          <Select<string[]>
            id={id}
            mode="multiple"
            value={draft.remove}
            onChange={(remove) => onChange({ remove })}
            options={wordOptions(known.filter((tag) => !draft.add.includes(tag)))}
          />
        )}
      </Field>
    </>
  )
}
