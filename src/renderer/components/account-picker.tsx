import { Select } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../i18n'
import { useApi } from './backend'
import { matchText } from './match-text'
import { usePaused } from './use-paused'

export interface PickedAccount {
  id: number
  code: string
  name: string
}

interface PickerOption {
  value: number
  label: string
  code: string
  /** What the typed text was found in, where neither name nor code shows it. */
  found: string
}

interface AccountPickerProps {
  id?: string
  /** Id of the account; its name is asked for where only the id is known, e.g. from the page's address. */
  value?: number | null
  onChange?: (id: number | undefined, account?: PickedAccount) => void
  /** For fields without a visible label; stands in the empty field as well. */
  label?: string
  width?: number | string
  size?: 'small' | 'middle'
  disabled?: boolean
  autoFocus?: boolean
  allowClear?: boolean
  /** A customer that is not offered: nobody is his own group. */
  except?: number | null
}

/** Ids count from 1. */
const NOTHING = 0

/** A field that finds one customer by name, code, pinyin or initials. */
export function AccountPicker(props: AccountPickerProps) {
  const { id, value = null, onChange, label, width = 180, size, disabled, autoFocus, allowClear = true } = props
  const t = useWords()
  const api = useApi()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const text = usePaused(typed)
  const found = useQuery({
    queryKey: ['accounts', 'search', text],
    queryFn: ({ signal }) => api.accounts.search({ text, limit: 20 }, { signal }),
    enabled: open,
    placeholderData: keepPreviousData,
  })
  const chosen = useQuery({
    queryKey: ['accounts', 'get', value],
    queryFn: ({ signal }) => api.accounts.get({ id: value ?? 0 }, { signal }),
    enabled: value !== null && value !== undefined,
  })
  const accounts = (found.data ?? []).filter((account) => account.id !== props.except)
  const current = chosen.data && chosen.data.id === value ? chosen.data : undefined
  const options = accounts.map((account) => ({
    value: account.id,
    label: account.name,
    code: account.code,
    found: matchText(t, account),
  }))
  if (current && !options.some((option) => option.value === current.id)) {
    options.unshift({ value: current.id, label: current.name, code: current.code, found: '' })
  }
  // Said as an option that chooses nothing: a list box without an option to stand on is announced as broken.
  const nothing = {
    value: NOTHING,
    label: t(found.isFetching ? 'shell:loading' : 'components:account.none'),
    code: '',
    found: '',
  }
  return (
    <Select<number, PickerOption>
      id={id}
      // Until its name is known the field stays empty rather than show a number.
      value={options.some((option) => option.value === value) ? value : null}
      onChange={(next) => {
        if (next === NOTHING) return
        const account = accounts.find((one) => one.id === next)
        onChange?.(next ?? undefined, account)
      }}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      onOpenChange={(next) => {
        setOpen(next)
        if (!next) setTyped('')
      }}
      options={options.length > 0 ? options : [nothing]}
      optionRender={({ data }) => (
        <span className="row row-spread">
          <span className="ellipsis">{data.label}</span>
          <span className="text-secondary">{[data.found, data.code].filter(Boolean).join(' · ')}</span>
        </span>
      )}
      loading={found.isFetching}
      placeholder={label ?? t('components:account.placeholder')}
      aria-label={label}
      allowClear={allowClear}
      disabled={disabled}
      autoFocus={autoFocus}
      popupMatchSelectWidth={false}
      size={size}
      style={{ width }}
    />
  )
}
