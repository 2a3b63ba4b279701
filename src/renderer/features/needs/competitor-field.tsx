import { Select } from 'antd'
import { useState } from 'react'
import type { Competitor } from '#shared/contract/needs'
import { useApi, useChanged } from '../../components/backend'
import { useNotifyError } from '../../components/notify'
import { useWords } from '../../i18n'

interface CompetitorFieldProps {
  id?: string
  value?: number | null
  onChange?: (id: number | null) => void
  competitors: readonly Competitor[]
}

/** Key of the choice that enters a new name into the branch's list. */
const fresh = 0

/** One of the branch's competitors; a name that is not on the list yet can be entered right here. */
export function CompetitorField({ id, value, onChange, competitors }: CompetitorFieldProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const failed = useNotifyError()
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const known = competitors.some((one) => one.name === name)
  const options = competitors.map((one) => ({ value: one.id, label: one.name }))
  const choose = async (chosen: number | undefined) => {
    setTyped('')
    if (chosen !== fresh) {
      onChange?.(chosen ?? null)
      return
    }
    const made = await api.needs.saveCompetitor({ id: null, version: 0, name, note: '' })
    onChange?.(made.id)
    await changed()
  }
  return (
    <Select<number>
      id={id}
      value={value ?? undefined}
      showSearch={{
        searchValue: typed,
        onSearch: setTyped,
        filterOption: (text, option) =>
          option?.value === fresh || (typeof option?.label === 'string' && option.label.includes(text.trim())),
      }}
      options={
        name === '' || known ? options : [...options, { value: fresh, label: t('needs:competition.newName', { name }) }]
      }
      onChange={(chosen) => void choose(chosen).catch(failed)}
    />
  )
}
