import { App, Input } from 'antd'
import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { errorText } from '../../../components/error-state'
import { useWords } from '../../../i18n'

interface Question {
  title: string
  text?: ReactNode
  label: string
  hint?: string
  /** What to say under the field where nothing was entered; absent: it may stay empty. */
  needed?: string
  ok: string
  danger?: boolean
  /** Throws what the core refused: it is said under the field, and the question stays open. */
  onOk: (text: string) => Promise<void>
}

/** Asks for one text in a small window: a reason, a note. Ctrl+Enter answers; Enter is a new line. */
export function useAskText(): (question: Question) => void {
  const { modal } = App.useApp()
  const t = useWords()
  return useCallback(
    (question: Question) => {
      let typed = ''
      let say: (wrong: string) => void = () => undefined
      let busy = false
      /** True once the question is answered; what is wrong is said under the field. */
      const answer = async (): Promise<boolean> => {
        const text = typed.trim()
        if (text === '' && question.needed !== undefined) {
          say(question.needed)
          return false
        }
        if (busy) return false
        busy = true
        try {
          await question.onOk(text)
          return true
        } catch (error) {
          say(errorText(t, error))
          return false
        } finally {
          busy = false
        }
      }
      const finish = async (close: () => void) => {
        if (await answer()) close()
      }
      const shown = modal.confirm({
        title: question.title,
        icon: null,
        okText: question.ok,
        okButtonProps: { danger: question.danger ?? false },
        cancelText: t('shell:cancel'),
        content: (
          <TextField
            question={question}
            onText={(text) => {
              typed = text
            }}
            onReady={(tell) => {
              say = tell
            }}
            onEnter={() => void finish(() => shown.destroy())}
          />
        ),
        // With an argument the window leaves its closing to us: a wrong answer keeps it open.
        onOk: (close: () => void) => void finish(close),
      })
    },
    [modal, t],
  )
}

interface TextFieldProps {
  question: Question
  onText: (text: string) => void
  /** Gets the way to say what is wrong under the field. */
  onReady: (say: (wrong: string) => void) => void
  onEnter: () => void
}

function TextField({ question, onText, onReady, onEnter }: TextFieldProps) {
  const id = useId()
  const [wrong, setWrong] = useState('')
  const ready = useRef(onReady)
  useEffect(() => ready.current(setWrong), [])
  return (
    <div className="stack">
      {question.text}
      <div className="field">
        <label htmlFor={id} className={question.needed === undefined ? undefined : 'field-required'}>
          {question.label}
        </label>
        <Input.TextArea
          id={id}
          autoFocus
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          placeholder={question.hint}
          status={wrong === '' ? '' : 'error'}
          onChange={(event) => {
            onText(event.target.value)
            if (event.target.value.trim() !== '') setWrong('')
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) onEnter()
          }}
        />
        {wrong === '' ? null : (
          <span className="field-message" role="alert">
            {wrong}
          </span>
        )}
      </div>
    </div>
  )
}
