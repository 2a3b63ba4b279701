import { Button, Input, Select } from 'antd'
import { SearchOutlined } from '../icons'
import { useEffect, useState } from 'react'
import { useWords } from '../../i18n'
import { EmptyState } from '../empty-state'
import type { ListState } from './use-list'

/** Search field of a list: its text stands in the address. */
export function ListSearch<F extends object>({ list, placeholder }: { list: ListState<F>; placeholder?: string }) {
  return <SearchField applied={list.input.search} onSearch={list.setSearch} placeholder={placeholder} />
}

interface SearchFieldProps {
  /** What is searched for now. */
  applied: string
  onSearch: (text: string) => void
  placeholder?: string | undefined
}

/** A search field: asks once the typing pauses, at once on Enter, and not while an IME is composing. */
export function SearchField({ applied, onSearch, placeholder }: SearchFieldProps) {
  const t = useWords()
  const [text, setText] = useState(applied)
  const [composing, setComposing] = useState(false)
  // The address changed by itself (back, cleared filters): the field follows it.
  const [followed, setFollowed] = useState(applied)
  if (followed !== applied) {
    setFollowed(applied)
    setText(applied)
  }
  useEffect(() => {
    if (composing || text.trim() === applied) return
    const timer = setTimeout(() => onSearch(text.trim()), 250)
    return () => clearTimeout(timer)
  }, [text, applied, composing, onSearch])
  return (
    <Input
      className="list-search"
      allowClear
      prefix={<SearchOutlined />}
      placeholder={placeholder ?? t('components:list.search')}
      aria-label={placeholder ?? t('components:list.search')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onPressEnter={(event) => !event.nativeEvent.isComposing && onSearch(text.trim())}
    />
  )
}

interface ListSelectProps<T extends string | number> {
  label: string
  value: T | undefined
  onChange: (value: T | undefined) => void
  options: readonly { value: T; label: string }[]
  width?: number
}

/** One filter of a list: its label stands in the field until something is chosen. */
export function ListSelect<T extends string | number>({
  label,
  value,
  onChange,
  options,
  width = 128,
}: ListSelectProps<T>) {
  return (
    <Select<T>
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      onChange={(next: T | undefined) => onChange(next ?? undefined)}
      options={[...options]}
      allowClear
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
      style={{ width }}
    />
  )
}

/** Shown while a filter is set. */
export function ClearFilters<F extends object>({ list }: { list: ListState<F> }) {
  const t = useWords()
  if (!list.narrowed) return null
  return (
    <Button type="link" onClick={list.clear}>
      {t('components:list.clearFilters')}
    </Button>
  )
}

/** The usual `noMatch` of a table. */
export function NoMatch<F extends object>({ list }: { list: ListState<F> }) {
  const t = useWords()
  return (
    <EmptyState
      title={t('components:list.noMatch')}
      text={t('components:list.noMatchHint')}
      action={<Button onClick={list.clear}>{t('components:list.clearFilters')}</Button>}
    />
  )
}
