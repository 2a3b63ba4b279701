import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PlanContent, PlanDetail } from '#shared/contract/plans'
import { useApi, useChanged } from '../../components/backend'
import { useDraft } from '../../components/form-draft'
import { useNotifyError } from '../../components/notify'
import { refusalOf } from '../../components/refusal'
import { useLocale } from '../../i18n'
import { faultsOf, withoutEmptyRows } from './check-plan'
import { mergePlans, same, take, type Part } from './merge-plan'

/** What an unsaved plan is kept as: also what it was based on, so that it can be brought together with newer content. */
interface PlanDraft {
  base: PlanContent
  content: PlanContent
}

/** Someone else's save that met ours. */
export interface Meeting {
  theirs: PlanContent
  taken: Part[]
  clashes: Part[]
}

interface State {
  version: number
  /** Newest version the book has shown; it may be older than ours just after a save. */
  seen: number
  /** As it is in the book. */
  base: PlanContent
  /** As it is on the page. */
  content: PlanContent
  meeting: Meeting | null
  restored: boolean
  /** Someone tried to save with something wrong: from now on it is marked. */
  checked: boolean
}

export type Edit = (change: (content: PlanContent) => Partial<PlanContent>) => void

function begin(detail: PlanDetail, draft: PlanDraft | null): State {
  const { version } = detail
  const state = { version, seen: version, base: detail.content, restored: false, checked: false, meeting: null }
  if (!draft) return { ...state, content: detail.content }
  const { content, taken, clashes } = mergePlans(draft.base, { ...detail.content, ...draft.content }, detail.content)
  const meeting = clashes.length > 0 ? { theirs: detail.content, taken, clashes } : null
  return { ...state, content, meeting, restored: !same(content, detail.content) }
}

/**
 * A plan being written: each change is kept as a draft at once, saving is the user's own step. A save that meets
 * someone else's newer one brings both together and lets the user look before saving again.
 */
export function usePlan(detail: PlanDetail) {
  const { accountId, period } = detail
  const api = useApi()
  const locale = useLocale()
  const changed = useChanged()
  const failed = useNotifyError()
  const draft = useDraft<PlanDraft>(`plan.${accountId}.${period}`, '')
  const [state, setState] = useState<State>(() => begin(detail, readDraft(draft.stored())))
  const [saving, setSaving] = useState(false)
  const { version, base, content } = state
  const dirty = useMemo(() => !same(content, base), [content, base])
  const faults = useMemo(() => faultsOf(content), [content])

  // What is in the book moves on without us only while nothing here is unsaved.
  if (state.seen !== detail.version) {
    const follow = detail.version > version && !dirty
    setState(follow ? begin(detail, null) : { ...state, seen: detail.version })
  }

  const started = useRef(false)
  useEffect(() => {
    if (!started.current) {
      started.current = true
      return
    }
    if (same(content, base)) draft.drop()
    else draft.keep({ base, content })
  }, [draft, base, content])

  const edit: Edit = useCallback((change) => {
    setState((old) => ({ ...old, content: { ...old.content, ...change(old.content) } }))
  }, [])

  /** True if the plan is in the book now. */
  const save = async (): Promise<boolean> => {
    const tidy = withoutEmptyRows(content)
    if (faultsOf(tidy).size > 0) {
      setState((old) => ({ ...old, content: tidy, checked: true }))
      return false
    }
    setSaving(true)
    try {
      const saved = await api.plans.save({ accountId, period, version, content: tidy })
      draft.drop()
      // What was typed while saving stays on the page, unsaved.
      setState((old) => ({
        ...begin({ ...detail, version: saved.version, content: tidy }, null),
        content: same(old.content, content) ? tidy : old.content,
      }))
      await changed()
      return true
    } catch (error) {
      if (refusalOf(error).code === 'changed-meanwhile') await meet(tidy)
      else failed(error)
      return false
    } finally {
      setSaving(false)
    }
  }

  const meet = async (mine: PlanContent) => {
    try {
      const newest = await api.plans.get({ accountId, period, locale })
      const { content: both, taken, clashes } = mergePlans(base, mine, newest.content)
      setState((old) => ({
        ...old,
        version: newest.version,
        base: newest.content,
        content: both,
        meeting: { theirs: newest.content, taken, clashes },
      }))
    } catch (error) {
      failed(error)
    }
  }

  return {
    content,
    dirty,
    saving,
    restored: state.restored,
    meeting: state.meeting,
    /** Marked once someone tried to save; figures that cannot be read are marked by their field at once. */
    faults: state.checked ? faults : noFaults,
    faultCount: state.checked ? faults.size : 0,
    edit,
    save,
    discard: () => {
      draft.drop()
      setState((old) => ({ ...old, content: old.base, meeting: null, restored: false, checked: false }))
    },
    takeTheirs: (part: Part) =>
      setState((old) => {
        if (!old.meeting) return old
        const next = { ...old.content }
        take(next, old.meeting.theirs, part)
        return {
          ...old,
          content: next,
          meeting: { ...old.meeting, clashes: old.meeting.clashes.filter((clash) => clash !== part) },
        }
      }),
    closeMeeting: () => setState((old) => ({ ...old, meeting: null })),
    closeRestored: () => setState((old) => ({ ...old, restored: false })),
  }
}

export type PlanEditing = ReturnType<typeof usePlan>

const noFaults: ReturnType<typeof faultsOf> = new Map()

/** A draft of an older program may have another shape: then it is none. */
function readDraft(stored: Partial<PlanDraft> | null): PlanDraft | null {
  if (!stored || typeof stored.base !== 'object' || typeof stored.content !== 'object') return null
  return { base: stored.base, content: stored.content }
}
