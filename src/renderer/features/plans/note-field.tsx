import { Input } from 'antd'
import type { PlanContent } from '#shared/contract/plans'
import { Field } from '../../components/field'
import { useWords } from '../../i18n'
import type { PlanEditing } from './use-plan'

/** Parts of a plan that are free text. */
type NotePart = {
  [P in keyof PlanContent]: PlanContent[P] extends string ? P : never
}[keyof PlanContent]

/** The contract takes this many characters. */
const MOST = 2000

interface NoteFieldProps {
  part: NotePart
  label: string
  hint?: string
  editing: PlanEditing
  rows?: number
}

/** A text of a plan; grows with what is written. */
export function NoteField({ part, label, hint, editing, rows = 3 }: NoteFieldProps) {
  const t = useWords()
  const text = editing.content[part]
  return (
    <Field label={label} note={text.length >= MOST ? t('plans:fault.long', { count: MOST }) : undefined}>
      {(id) => (
        <Input.TextArea
          id={id}
          value={text}
          placeholder={hint}
          maxLength={MOST}
          autoSize={{ minRows: rows, maxRows: 14 }}
          onChange={(event) => {
            const { value } = event.target
            editing.edit(() => ({ [part]: value }))
          }}
        />
      )}
    </Field>
  )
}
