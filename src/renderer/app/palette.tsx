import { Input, Modal, type InputRef } from 'antd'
import { SearchOutlined } from '../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { shortcutText, useAllActions } from '../components/actions'
import { useApi } from '../components/backend'
import { useMay } from '../components/book'
import { matchText } from '../components/match-text'
import { TierBadge } from '../components/tier-badge'
import { useWords } from '../i18n'
import { labelMatches, loadPinyin } from './pinyin'

interface Entry {
  key: string
  group: 'accounts' | 'actions'
  label: string
  mark: React.ReactNode
  run: () => void
}

/** Ctrl+K: customers by name, pinyin, initials, code, contact or telephone; pages and commands by label or pinyin. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords()
  const input = useRef<InputRef>(null)
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="visually-hidden">{t('shell:palette.title')}</span>}
      className="palette"
      width={640}
      style={{ top: 80 }}
      destroyOnHidden
      afterOpenChange={(shown) => shown && input.current?.focus()}
    >
      {open ? <PaletteBody input={input} onClose={onClose} /> : null}
    </Modal>
  )
}

function PaletteBody({ input, onClose }: { input: React.RefObject<InputRef | null>; onClose: () => void }) {
  const t = useWords()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const entries = useEntries(text)
  const current = Math.min(active, entries.length - 1)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const run = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
    if (event.key === 'ArrowDown') setActive(Math.min(entries.length - 1, current + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, current - 1))
    else if (event.key === 'Enter') run(entries[current])
    else return
    event.preventDefault()
  }
  return (
    <>
      <Input
        ref={input}
        autoFocus
        variant="borderless"
        prefix={<SearchOutlined />}
        placeholder={t('shell:palette.placeholder')}
        aria-label={t('shell:palette.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={entries[current] ? `palette-${current}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" ref={list} role="listbox" className="palette-list" aria-label={t('shell:palette.title')}>
        {entries.map((entry, index) => (
          <li
            key={entry.key}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === current}
            onClick={() => run(entry)}
            onMouseMove={() => setActive(index)}
          >
            <span className="text-secondary palette-group">
              {index === 0 || entries[index - 1]?.group !== entry.group ? t(`shell:palette.${entry.group}`) : ''}
            </span>
            <span className="ellipsis">{entry.label}</span>
            {entry.mark}
          </li>
        ))}
      </ul>
      <p className="text-secondary palette-foot" role="status">
        {entries.length === 0 ? t('shell:palette.none') : t('shell:palette.keys')}
      </p>
    </>
  )
}

function useEntries(text: string): readonly Entry[] {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const actions = useAllActions()
  const query = text.trim()
  const pinyin = useQuery({ queryKey: ['palette', 'pinyin'], queryFn: loadPinyin, staleTime: Number.POSITIVE_INFINITY })
  const accounts = useQuery({
    queryKey: ['accounts', 'search', query],
    queryFn: ({ signal }) => api.accounts.search({ text: query, limit: 8 }, { signal }),
    enabled: query !== '' && may('accounts.read'),
    placeholderData: keepPreviousData,
  })
  const match = pinyin.data ?? null
  return useMemo(() => {
    const found = query === '' ? [] : (accounts.data ?? [])
    return [
      ...found.map((account): Entry => ({
        key: `account.${account.id}`,
        group: 'accounts',
        label: `${account.name}　${account.code}`,
        mark: (
          <>
            <span className="text-secondary palette-found">{matchText(t, account)}</span>
            <TierBadge tier={account.tier} />
          </>
        ),
        run: () => void navigate(`/accounts/${account.id}`),
      })),
      ...actions
        .filter(
          (action) => action.id !== 'palette' && action.enabled !== false && labelMatches(action.label, query, match),
        )
        .map((action): Entry => ({
          key: action.id,
          group: 'actions',
          label: action.label,
          mark: action.shortcut ? <kbd>{shortcutText(action.shortcut)}</kbd> : null,
          run: action.run,
        })),
    ]
  }, [accounts.data, actions, match, navigate, query, t])
}
