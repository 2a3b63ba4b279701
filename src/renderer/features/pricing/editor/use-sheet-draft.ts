import { useCallback, useEffect, useState } from 'react'
import { useDraft } from '../../../components/form-draft'
import { useHistory } from '../../../components/history'
import type { EditorForm } from './editor-form'

interface Kept {
  /** The state of the draft in the book that was edited. */
  token: string
  form: EditorForm
}

/** Drafts of another build have another shape and are not offered. */
const SHAPE = '1'

/**
 * A sheet being written, with unlimited undo over the whole of it. What is not saved is kept on this computer and is
 * there again after leaving the page or a restart; `restored` says so, `conflict` that the book went on meanwhile.
 */
export function useSheetDraft(key: string, initial: EditorForm, token: string) {
  const draft = useDraft<Kept>(`price-sheet.${key}`, SHAPE)
  const [kept] = useState(() => {
    const stored = draft.stored()
    return stored?.form && typeof stored.token === 'string' ? { form: stored.form, token: stored.token } : null
  })
  const history = useHistory<EditorForm>(initial, kept?.form ?? null)
  const [saved, setSaved] = useState(initial)
  const [restored, setRestored] = useState(kept !== null)
  const { value, restart } = history
  const dirty = value !== saved
  useEffect(() => {
    if (dirty) draft.keep({ token, form: value })
  }, [dirty, draft, token, value])
  const markSaved = useCallback(
    (form: EditorForm) => {
      setSaved(form)
      setRestored(false)
      draft.drop()
    },
    [draft],
  )
  const discard = useCallback(() => {
    restart(saved)
    setRestored(false)
    draft.drop()
  }, [restart, saved, draft])
  return { history, dirty, restored, conflict: restored && kept !== null && kept.token !== token, markSaved, discard }
}
