import { Button } from 'antd'
import { useState } from 'react'
import type { UnmatchedGroup } from '#shared/contract/waybills'
import { AccountPicker } from '../../components/account-picker'
import { useApi, useChanged } from '../../components/backend'
import { useMay } from '../../components/book'
import { formatCount } from '../../components/figures'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { useWords } from '../../i18n'

/** Candidates shown as buttons; the rest is found with the picker. */
const SHOWN = 2

/** Which customer is meant: a candidate, any other, or a new one. One click assigns, learns the alias and rates. */
export function AssignCell({ group }: { group: UnmatchedGroup }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const changed = useChanged()
  const failed = useNotifyError()
  const notifyDone = useNotifyDone()
  const [busy, setBusy] = useState(false)
  const { code, name } = group
  const written = name === '' ? code : name
  const run = (work: () => Promise<string>) => {
    setBusy(true)
    work()
      .then((text) => {
        notifyDone(text)
        return changed()
      }, failed)
      .finally(() => setBusy(false))
  }
  const assign = (accountId: number, account: string) =>
    run(async () => {
      const { matched } = await api.waybills.assign({ code, name, accountId })
      return t('waybills:unmatched.assigned', { written, count: formatCount(matched), account })
    })
  const create = () =>
    run(async () => {
      const { matched } = await api.waybills.createAccount({ code, name })
      return t('waybills:unmatched.created', { account: written, count: formatCount(matched) })
    })
  if (!may('waybills.write')) return null
  return (
    <span className="row assign" aria-busy={busy}>
      {group.candidates.slice(0, SHOWN).map((candidate) => (
        <Button
          key={candidate.id}
          size="small"
          type="primary"
          ghost
          className="assign-candidate"
          disabled={busy}
          title={`${candidate.code} ${candidate.name}`}
          onClick={() => assign(candidate.id, candidate.name)}
        >
          <span className="ellipsis">{candidate.name}</span>
          <span className="text-secondary">
            {t(`waybills:unmatched.${candidate.reason}`)}
            {candidate.reason === 'ambiguous' ? ` ${candidate.code}` : ''}
          </span>
        </Button>
      ))}
      <AccountPicker
        label={t('waybills:unmatched.pick')}
        onChange={(id, account) => {
          if (id !== undefined) assign(id, account?.name ?? '')
        }}
        disabled={busy}
        size="small"
        width={140}
      />
      <Button
        size="small"
        disabled={busy}
        title={t('waybills:unmatched.createHint', { name: written })}
        onClick={create}
      >
        {t('waybills:unmatched.create')}
      </Button>
    </span>
  )
}
