import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { DownOutlined } from '../icons'
import { useWords } from '../../i18n'
import type { Editing } from './grid-state'

interface GridFieldProps {
  text: string
  editing: Editing | null
  label: string
  invalid: boolean
  readOnly: boolean
  choices: readonly string[] | undefined
  onPick: (() => void) | undefined
  /** True while the grid has the focus: the field takes it wherever the cursor goes. */
  focused: boolean
  onType: (text: string) => void
  onEdit: () => void
  /** Takes a choice and ends the writing. */
  onChoose: (text: string) => void
}

/**
 * The one field of a grid, always in the cell under the cursor and with its text selected, so that the first key
 * replaces it: an input method finds a field that already has the focus and loses no letter of a pinyin.
 */
export function GridField(props: GridFieldProps) {
  const { text, editing, label, invalid, readOnly, choices, onPick, focused, onType, onEdit, onChoose } = props
  const t = useWords()
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const [marked, setMarked] = useState(-1)
  const writing = editing !== null
  const mode = editing?.mode
  useLayoutEffect(() => {
    const field = input.current
    if (!field || !focused) return
    field.focus({ preventScroll: true })
    field.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (!writing) field.select()
    else if (mode === 'edit') field.setSelectionRange(field.value.length, field.value.length)
    setMarked(-1)
  }, [focused, writing, mode])
  // What stands in the cell changed under the cursor (undo, fill): the next key shall replace that too.
  useLayoutEffect(() => {
    if (focused && !writing) input.current?.select()
  }, [text, focused, writing])
  const offered = useMemo(() => offeredOf(choices, editing), [choices, editing])
  const open = writing && offered.length > 0
  const chosen = open ? (offered[marked] ?? null) : null
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1
      setMarked((old) => (old + by + offered.length) % offered.length)
    } else if (event.key === 'Enter' && chosen !== null) onChoose(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const opens = choices !== undefined || onPick !== undefined
  return (
    <>
      <input
        ref={input}
        className="grid-field"
        aria-label={label}
        aria-invalid={invalid || undefined}
        value={editing?.text ?? text}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        data-writing={writing || undefined}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        {...(choices
          ? {
              role: 'combobox',
              'aria-expanded': open,
              'aria-autocomplete': 'list' as const,
              'aria-controls': open ? list : undefined,
              'aria-activedescendant': chosen === null ? undefined : `${list}-${marked}`,
            }
          : {})}
      />
      {opens && !writing && !readOnly ? (
        <button
          type="button"
          className="grid-open"
          tabIndex={-1}
          aria-label={t('grid:choose')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => (onPick ? onPick() : onEdit())}
        >
          <DownOutlined />
        </button>
      ) : null}
      {open ? <ChoiceList id={list} label={label} choices={offered} marked={marked} onChoose={onChoose} /> : null}
    </>
  )
}

/** All choices while the cell's own text stands, those that contain what was typed otherwise. */
function offeredOf(choices: readonly string[] | undefined, editing: Editing | null): readonly string[] {
  if (!choices || !editing) return []
  const typed = editing.text.trim()
  if (editing.mode === 'edit' && (typed === '' || choices.includes(typed))) return choices
  return choices.filter((choice) => choice.includes(typed) && choice !== typed)
}

interface ChoiceListProps {
  id: string
  label: string
  choices: readonly string[]
  marked: number
  onChoose: (text: string) => void
}

/** Stands above everything else: the scrolling box of the grid would cut it off. */
function ChoiceList({ id, label, choices, marked, onChoose }: ChoiceListProps) {
  return (
    <ul className="grid-choices" role="listbox" id={id} aria-label={label} ref={placeUnderCell}>
      {choices.map((choice, index) => (
        <li
          key={choice}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === marked}
          onMouseDown={(event) => {
            event.preventDefault()
            event.stopPropagation()
            onChoose(choice)
          }}
        >
          {choice}
        </li>
      ))}
    </ul>
  )
}

function placeUnderCell(list: HTMLElement | null): void {
  const cell = list?.closest('td')?.getBoundingClientRect()
  if (!list || !cell) return
  list.style.left = `${cell.left}px`
  list.style.top = `${cell.bottom + 2}px`
  list.style.minWidth = `${cell.width}px`
}
