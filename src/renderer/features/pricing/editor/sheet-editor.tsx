import { Alert, Badge, Button, Tabs, Tag } from 'antd'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { SavedDraft } from '#shared/contract/price-editor'
import type { TableProblem } from '#shared/domain/price-editing/check-tables'
import '../../../styles/price-editor.css'
import { useApi, useChanged } from '../../../components/backend'
import { useNotifyDone, useNotifyError } from '../../../components/notify'
import { PageHeader } from '../../../components/page-header'
import { useWords } from '../../../i18n'
import { type EditorForm, type EditorPart, type Spot, spotOf, tablesOf } from './editor-form'
import { type GridPanelProps, PricesPanel, SmallPanel, ZonesPanel } from './grid-panels'
import { InfoPanel } from './info-panel'
import { ProblemList } from './problem-list'
import { RoundingLive } from './rounding-live'
import { useChecked } from './use-checked'
import { useEditorKeys } from './use-editor-keys'
import { useSheetDraft } from './use-sheet-draft'

interface SheetEditorProps {
  title: string
  /** Under which what is not saved is kept. */
  draftKey: string
  /** The draft in the book; null: there is none before the first save. */
  source: Pick<SavedDraft, 'id' | 'version' | 'token' | 'problems'> | null
  /** The sheet it was copied from. */
  from: number | null
  initial: EditorForm
}

const parts: readonly EditorPart[] = ['info', 'prices', 'zones', 'surcharges', 'tiers']

/** The editor of a price sheet: five parts, one history, one list of problems. */
export function SheetEditor({ title, draftKey, source, from, initial }: SheetEditorProps) {
  const t = useWords()
  const [stored, setStored] = useState(source)
  const draft = useSheetDraft(draftKey, initial, stored?.token ?? '')
  const { history, dirty } = draft
  const { value: form, change, undo, redo } = history
  const checked = useChecked(form)
  const [part, setPart] = useState<EditorPart>('prices')
  const [goTo, setGoTo] = useState<{ part: EditorPart; place: { row: number; column: number } } | null>(null)
  const problems = useMemo(
    // What the book said at the last save, as long as it is about what still stands there.
    () => [
      ...checked.problems,
      ...(dirty ? [] : (stored?.problems ?? []))
        .map(bookProblem)
        .filter(({ code }) => !checked.problems.some((problem) => problem.code === code)),
    ],
    [checked.problems, stored?.problems, dirty],
  )
  const save = useSave({ draft, stored, setStored, from })
  const changeForm = useCallback((next: (old: EditorForm) => EditorForm) => change(next), [change])
  const go = (spot: Spot) => {
    setPart(spot.part)
    setGoTo({ part: spot.part, place: { row: spot.row, column: spot.column } })
  }
  useEditorKeys({ save: save.run, undo, redo })
  const panel: GridPanelProps = {
    form,
    problems,
    unassigned: checked.unassigned,
    goTo: goTo?.part === part ? goTo.place : null,
    onChange: changeForm,
    onUndo: undo,
    onRedo: redo,
  }
  const panels: Readonly<Record<EditorPart, () => ReactNode>> = {
    info: () => (
      <InfoPanel form={form} problems={problems} onChange={(next, run) => change(next, run === '' ? null : run)} />
    ),
    prices: () => <PricesPanel {...panel} />,
    zones: () => <ZonesPanel {...panel} />,
    surcharges: () => <SmallPanel part="surcharges" {...panel} />,
    tiers: () => <SmallPanel part="tiers" {...panel} />,
  }
  return (
    <div className="page">
      <PageHeader
        title={title}
        extra={
          <>
            {stored ? (
              <span className="text-secondary">{t('pricing:version.number', { version: stored.version })}</span>
            ) : null}
            {dirty ? <Tag color="warning">{t('pricingEditor:unsaved')}</Tag> : null}
          </>
        }
        help={t('pricingEditor:help')}
        actions={
          <>
            <Link to={stored ? `/pricing/${stored.id}` : from ? `/pricing/${from}` : '/pricing'}>
              {t(stored || from ? 'pricingEditor:back' : 'pricing:sheet.back')}
            </Link>
            <Button disabled={!history.canUndo} onClick={undo}>
              {t('pricingEditor:undo')}
            </Button>
            <Button disabled={!history.canRedo} onClick={redo}>
              {t('pricingEditor:redo')}
            </Button>
            {/* Always there: a button that comes with the first change would push its neighbours away under a click. */}
            <Button disabled={!dirty} onClick={draft.discard}>
              {t('pricingEditor:discard')}
            </Button>
            <Button type="primary" loading={save.running} disabled={!dirty && stored !== null} onClick={save.run}>
              {t('pricingEditor:save')}
            </Button>
          </>
        }
      />
      {draft.restored && dirty ? (
        <Alert
          type={draft.conflict ? 'warning' : 'info'}
          showIcon
          title={t(draft.conflict ? 'pricingEditor:conflictRestored' : 'pricingEditor:restored')}
        />
      ) : null}
      <div className="editor-layout">
        <section className="panel editor-main">
          <Tabs
            size="small"
            activeKey={part}
            onChange={(key) => {
              setPart(key as EditorPart)
              setGoTo(null)
            }}
            items={parts.map((key) => ({
              key,
              label: <TabLabel text={t(`pricingEditor:tab.${key}`)} problems={problems} part={key} />,
              children: key === part ? panels[key]() : null,
            }))}
          />
        </section>
        <div className="stack editor-side">
          <ProblemList form={form} problems={problems} checking={checked.form !== form} onGo={go} />
          <RoundingLive info={form.info} />
        </div>
      </div>
    </div>
  )
}

function bookProblem({ severity, code, params, key }: SavedDraft['problems'][number]): TableProblem {
  return { severity, code, params, where: { part: 'info', key } }
}

function TabLabel({ text, problems, part }: { text: string; problems: readonly TableProblem[]; part: EditorPart }) {
  const own = problems.filter((problem) => spotOf(problem).part === part)
  const errors = own.filter(({ severity }) => severity === 'error').length
  return (
    <span>
      {text}{' '}
      {errors > 0 ? (
        <Badge size="small" count={errors} />
      ) : own.length > 0 ? (
        <span className="text-warning">{own.length}</span>
      ) : null}
    </span>
  )
}

interface Saving {
  draft: ReturnType<typeof useSheetDraft>
  stored: SheetEditorProps['source']
  setStored: (stored: SavedDraft) => void
  from: number | null
}

/** Writes the draft into the book; the first save of a new sheet goes on to its own page. */
function useSave({ draft, stored, setStored, from }: Saving) {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  const changed = useChanged()
  const notifyDone = useNotifyDone()
  const failed = useNotifyError()
  const [running, setRunning] = useState(false)
  const { history, markSaved } = draft
  const form = history.value
  // The first save opens the new draft's own page once nothing is left to be kept for this one.
  const [made, setMade] = useState<number | null>(null)
  useEffect(() => {
    if (made !== null) void navigate(`/pricing/${made}/edit`, { replace: true })
  }, [made, navigate])
  const run = () => {
    if (running) return
    setRunning(true)
    const tables = tablesOf(form)
    const call = stored
      ? api.pricing.saveDraft({ id: stored.id, token: stored.token, tables })
      : api.pricing.createDraft({ tables, from })
    call
      .then(async (saved) => {
        setStored(saved)
        markSaved(form)
        notifyDone(
          saved.errors > 0 ? t('pricingEditor:savedFaulty', { count: saved.errors }) : t('pricingEditor:saved'),
        )
        await changed()
        if (!stored) setMade(saved.id)
      })
      .catch(failed)
      .finally(() => setRunning(false))
  }
  return { run, running }
}
