import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import type { BulkField, BulkPlan, BulkTarget } from '#shared/contract/account-bulk'
import { isWordKey } from '#shared/i18n/index'
import { useApi } from '../../components/backend'
import { ErrorState } from '../../components/error-state'
import { Field } from '../../components/field'
import { formatCount } from '../../components/figures'
import { useWords } from '../../i18n'
import { BulkFields, editOf, emptyDraft, type BulkDraft } from './bulk-fields'
import { useBulkChange } from './use-bulk-change'
import { useCustomFields } from './use-archive'

interface BulkDrawerProps {
  open: boolean
  target: BulkTarget
  count: number
  onClose: () => void
  /** The change is written. */
  onDone: () => void
}

/** 批量修改: one field of the customers selected; looked at first, then written, and taken back from the notification. */
export function BulkDrawer({ open, target, count, onClose, onDone }: BulkDrawerProps) {
  const t = useWords()
  return (
    <Drawer
      open={open}
      title={t('archive:bulk.title', { count: formatCount(count) })}
      size={480}
      onClose={onClose}
      destroyOnHidden
      mask={{ closable: false }}
    >
      {open ? <BulkForm target={target} onClose={onClose} onDone={onDone} /> : null}
    </Drawer>
  )
}

const plainFields: readonly Exclude<BulkField, 'custom'>[] = [
  'manager',
  'industry',
  'stage',
  'source',
  'lifecycle',
  'tags',
  'creditDays',
]

function BulkForm({ target, onClose, onDone }: Omit<BulkDrawerProps, 'open' | 'count'>) {
  const t = useWords()
  const api = useApi()
  const custom = useCustomFields() ?? []
  const change = useBulkChange()
  const [draft, setDraft] = useState<BulkDraft>(emptyDraft)
  const [plan, setPlan] = useState<BulkPlan | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const edit = editOf(draft)
  const fieldName =
    draft.field === 'custom'
      ? (custom.find(({ uid }) => uid === draft.uid)?.name ?? '')
      : t(`archive:bulk.field.${draft.field}`)

  const put = (next: BulkDraft) => {
    setDraft(next)
    // What was previewed is another change now.
    setPlan(null)
    setFailure(null)
  }
  const run = (work: () => Promise<void>) => {
    setBusy(true)
    setFailure(null)
    work()
      .catch((error: unknown) => {
        setPlan(null)
        setFailure(error)
      })
      .finally(() => setBusy(false))
  }
  const preview = () => edit && run(async () => setPlan(await api.accounts.bulkPreview({ target, edit })))
  const apply = (expected: number) =>
    edit &&
    run(async () => {
      await change({ target, edit, expected }, fieldName)
      onDone()
      onClose()
    })

  return (
    <div className="form-drawer stack">
      <Field label={t('archive:bulk.field')}>
        {(id) => (
          <Select<string>
            id={id}
            value={draft.field === 'custom' ? `custom:${draft.uid}` : draft.field}
            onChange={(key) => put(chosen(key))}
            options={[
              ...plainFields.map((field) => ({ value: field as string, label: t(`archive:bulk.field.${field}`) })),
              ...custom.map(({ uid, name }) => ({ value: `custom:${uid}`, label: name })),
            ]}
          />
        )}
      </Field>
      <BulkFields draft={draft} custom={custom} onChange={(part) => put({ ...draft, ...part })} />
      {plan ? <PlanView plan={plan} /> : <p className="text-secondary">{t('archive:bulk.previewHint')}</p>}
      {failure ? <ErrorState error={failure} /> : null}
      <div className="row form-buttons">
        <Button onClick={onClose}>{t('shell:cancel')}</Button>
        {plan ? (
          <Button type="primary" loading={busy} disabled={plan.changing === 0} onClick={() => apply(plan.changing)}>
            {busy ? t('archive:bulk.working') : t('archive:bulk.apply', { count: formatCount(plan.changing) })}
          </Button>
        ) : (
          <Button type="primary" loading={busy} disabled={edit === null} onClick={preview}>
            {t('archive:bulk.preview')}
          </Button>
        )}
      </div>
    </div>
  )
}

function chosen(key: string): BulkDraft {
  if (key.startsWith('custom:')) return { ...emptyDraft, field: 'custom', uid: key.slice('custom:'.length) }
  return { ...emptyDraft, field: plainFields.find((field) => field === key) ?? emptyDraft.field }
}

const listedRefusals = 50

function PlanView({ plan: { changing, same, refused } }: { plan: BulkPlan }) {
  const t = useWords()
  const why = ({ code, params }: BulkPlan['refused'][number]['reason']) => {
    const key = `errors:${code}`
    return isWordKey(key) ? t(key, params) : code
  }
  return (
    <section className="panel stack" role="status">
      <strong>{t('archive:bulk.changing', { count: formatCount(changing) })}</strong>
      {same > 0 ? <span>{t('archive:bulk.same', { count: formatCount(same) })}</span> : null}
      {refused.length > 0 ? (
        <>
          <span className="text-danger">{t('archive:bulk.refused', { count: formatCount(refused.length) })}</span>
          <ul className="plain-list bulk-refused">
            {refused.slice(0, listedRefusals).map(({ id, code, name, reason }) => (
              <li key={id}>
                {code} {name}
                <span className="text-secondary"> {why(reason)}</span>
              </li>
            ))}
          </ul>
          {refused.length > listedRefusals ? (
            <span>{t('archive:bulk.refusedMore', { count: formatCount(refused.length - listedRefusals) })}</span>
          ) : null}
        </>
      ) : null}
    </section>
  )
}
