import { Button, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { QuotationContent, QuotationDetail, QuotationPart } from '#shared/contract/quotations'
import { useApi, useChanged } from '../../components/backend'
import { useMay } from '../../components/book'
import { Field } from '../../components/field'
import { useDraft } from '../../components/form-draft'
import { useHistory } from '../../components/history'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { PageHeader } from '../../components/page-header'
import { useLocale, useWords } from '../../i18n'
import { useEditorKeys } from '../pricing/editor/use-editor-keys'
import { SheetPicker } from '../pricing/quote/sheet-picker'
import { EstimateEditor } from './estimate-editor'
import { HeadEditor } from './head-editor'
import { PartEditor } from './part-editor'
import { QuotationActions } from './quotation-actions'
import { contentToSend, faultsOf, type QuotationForm, typedPart, withoutMissing, withoutPart } from './quotation-draft'
import { QuotationStanding, QuotationVersions } from './quotation-standing'
import { QuotationStatus } from './quotation-words'

/** A quotation being written, or as it was sent; unlimited undo over the whole of it, kept until it is saved. */
export function QuotationEditor({ stored, initial }: { stored: QuotationDetail | null; initial: QuotationForm }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const locale = useLocale()
  const navigate = useNavigate()
  const changed = useChanged()
  const done = useNotifyDone()
  const failed = useNotifyError()
  const draft = useDraft<QuotationForm>(`quotation.${stored?.id ?? 'new'}`, String(stored?.version ?? 0))
  const [kept] = useState(() => {
    const found = draft.stored()
    return found?.head && found.content ? { head: found.head, content: found.content } : null
  })
  const form = useHistory<QuotationForm>(initial, kept)
  const [busy, setBusy] = useState(false)
  /** What is missing is said once it was asked to be saved. */
  const [told, setTold] = useState(false)
  const { value } = form
  const readOnly = !may('pricing.write') || (stored !== null && stored.state !== 'draft')
  const dirty = useMemo(() => JSON.stringify(value) !== JSON.stringify(initial), [value, initial])
  const faults = faultsOf(value)
  useEffect(() => {
    if (dirty && !readOnly) draft.keep(value)
  }, [dirty, readOnly, draft, value])
  const setContent = (content: QuotationContent) => form.change((old) => ({ ...old, content }))
  const setPart = (index: number, part: QuotationPart) =>
    form.change(
      (old) => ({
        ...old,
        content: { ...old.content, parts: old.content.parts.map((one, at) => (at === index ? part : one)) },
      }),
      `part ${index}`,
    )
  const save = async () => {
    setTold(true)
    if (Object.keys(faults).length > 0 || busy || readOnly) return
    setBusy(true)
    try {
      const body = { head: value.head, content: contentToSend(value.content), locale }
      const saved = stored
        ? await api.quotations.save({ ...body, id: stored.id, version: stored.version })
        : await api.quotations.create(body)
      draft.drop()
      await changed()
      done(t('quotations:form.saved'))
      if (!stored) void navigate(`/quotations/${saved.id}`, { replace: true })
    } catch (error) {
      failed(error)
    } finally {
      setBusy(false)
    }
  }
  useEditorKeys({ save: () => void save(), undo: form.undo, redo: form.redo })
  const { head, content } = value
  const texts = [
    ['paymentTerms', 2000],
    ['serviceTerms', 4000],
    ['notes', 4000],
  ] as const
  return (
    <div className="page">
      <PageHeader
        title={stored ? stored.number : t('quotations:new')}
        extra={stored ? <QuotationStatus state={stored.state} /> : null}
        help={t('quotations:help')}
        actions={
          <>
            <Link to="/quotations">{t('quotations:back')}</Link>
            {dirty && !readOnly ? (
              <Button
                onClick={() => {
                  draft.drop()
                  form.restart(initial)
                }}
              >
                {t('quotations:form.leave')}
              </Button>
            ) : null}
            {stored ? <QuotationActions quotation={stored} dirty={dirty} /> : null}
            {readOnly ? null : (
              <Button type="primary" loading={busy} disabled={!dirty && stored !== null} onClick={() => void save()}>
                {t('quotations:form.save')} <kbd>Ctrl S</kbd>
              </Button>
            )}
          </>
        }
      />
      {stored ? <QuotationStanding quotation={stored} /> : null}
      <HeadEditor
        head={head}
        faults={told || value.head.company !== initial.head.company ? faults : withoutMissing(faults)}
        readOnly={readOnly}
        onChange={(next) => form.change((old) => ({ ...old, head: next }), 'head')}
      />
      {content.parts.map((part, index) => (
        <PartEditor
          key={index}
          index={index}
          part={part}
          notes={dirty ? undefined : stored?.partNotes[index]}
          readOnly={readOnly}
          onChange={(next) => setPart(index, next)}
          onRemove={() => setContent(withoutPart(content, index))}
          onUndo={form.undo}
          onRedo={form.redo}
        />
      ))}
      {readOnly ? null : (
        <AddPart
          bare={content.parts.length === 0}
          onAdd={(part) => setContent({ ...content, parts: [...content.parts, part] })}
        />
      )}
      <EstimateEditor content={content} priced={dirty ? null : stored} readOnly={readOnly} onChange={setContent} />
      <section className="panel quotation-texts">
        {texts.map(([field, most]) => (
          <Field key={field} label={t(`quotations:form.${field}`)}>
            {(id) => (
              <Input.TextArea
                id={id}
                value={content[field]}
                maxLength={most}
                readOnly={readOnly}
                autoSize={{ minRows: 2, maxRows: 8 }}
                onChange={(event) =>
                  form.change((old) => ({ ...old, content: { ...old.content, [field]: event.target.value } }), field)
                }
              />
            )}
          </Field>
        ))}
      </section>
      {stored && stored.versions.length > 1 ? <QuotationVersions quotation={stored} /> : null}
    </div>
  )
}

/** Prices come from a sheet, or are typed into an empty table. */
function AddPart({ bare, onAdd }: { bare: boolean; onAdd: (part: QuotationPart) => void }) {
  const t = useWords()
  const api = useApi()
  const failed = useNotifyError()
  const [choosing, setChoosing] = useState(false)
  const take = async (sheetId: number | null) => {
    setChoosing(false)
    if (sheetId !== null) onAdd(await api.quotations.partOfSheet({ sheetId }))
  }
  return (
    <section className="panel row row-wrap" aria-label={t('quotations:part.addSheet')}>
      {bare ? <span className="text-secondary">{t('quotations:part.none')}</span> : null}
      {choosing ? (
        <Field label={t('quotations:part.choose')} className="quotation-picker">
          {(id) => (
            <SheetPicker
              id={id}
              value={null}
              placeholder={t('pricing:sheet.pick')}
              onChange={(sheetId) => void take(sheetId).catch(failed)}
            />
          )}
        </Field>
      ) : (
        <Button onClick={() => setChoosing(true)}>{t('quotations:part.addSheet')}</Button>
      )}
      <Button onClick={() => onAdd(typedPart())}>{t('quotations:part.addTyped')}</Button>
    </section>
  )
}
