import { Alert, Spin } from 'antd'
import type { ImportKind, Preview } from '#shared/contract/imports'
import { ErrorState } from '../../../components/error-state'
import { formatCount } from '../../../components/figures'
import { useLocale, useWords } from '../../../i18n'
import { groupProblems } from '../problem-groups'
import { ProblemList } from '../problem-list'
import { OptionsForm } from './options-form'
import { PreviewRows } from './preview-rows'
import { previewSentence } from './preview-sentence'
import { PREVIEW_ROWS, type Options } from './use-wizard'

interface StepPreviewProps {
  kind: ImportKind
  preview: Preview | undefined
  busy: boolean
  error: unknown
  onRetry: () => void
  headers: readonly string[]
  options: Options
  onOptions: (options: Partial<Options>) => void
}

/** 预览与问题: how many rows will do what and why, before anything is written. */
export function StepPreview(props: StepPreviewProps) {
  const { kind, preview, busy, error, onRetry, headers, options, onOptions } = props
  const t = useWords()
  return (
    <>
      <section className="panel" aria-label={t('imports:options.title')}>
        <OptionsForm kind={kind} options={options} onChange={onOptions} />
      </section>
      {error ? <ErrorState error={error} onRetry={onRetry} /> : null}
      <Spin spinning={busy} description={t('imports:preview.reading')}>
        {preview ? (
          <Judged kind={kind} preview={preview} headers={headers} />
        ) : (
          <div className="preview-wait" role="status" aria-label={t('imports:preview.reading')} />
        )}
      </Spin>
    </>
  )
}

function Judged({ kind, preview, headers }: { kind: ImportKind; preview: Preview; headers: readonly string[] }) {
  const t = useWords()
  const locale = useLocale()
  const { counts, problems } = preview
  const groups = groupProblems(problems)
  const notes = (
    [
      ['imports:preview.skip', counts.skipped],
      ['imports:preview.unmatched', counts.unmatched],
      ['imports:preview.unrated', counts.unrated],
    ] as const
  ).filter(([, count]) => count > 0)
  return (
    <div className="stack">
      <section className="panel stack" role="status">
        <p className="import-sentence">
          <strong>{previewSentence(t, locale, counts)}</strong>
        </p>
        {notes.length > 0 ? (
          <ul className="plain-list text-secondary">
            {notes.map(([key, count]) => (
              <li key={key}>{t(key, { count: formatCount(count) })}</li>
            ))}
          </ul>
        ) : null}
        {preview.partial ? (
          <Alert type="info" showIcon title={t('imports:preview.partial', { count: formatCount(counts.read) })} />
        ) : null}
        {nothingToDo(preview) ? (
          <Alert type="warning" showIcon role="alert" title={t('imports:preview.nothing')} />
        ) : null}
      </section>
      <section className="panel">
        <h2 className="panel-title">{t('imports:preview.problems')}</h2>
        {groups.length > 0 ? (
          <>
            <ProblemList groups={groups} />
            {problems.length >= PREVIEW_ROWS ? (
              <p className="text-secondary">
                {t('imports:preview.problemsMore', { count: formatCount(PREVIEW_ROWS) })}
              </p>
            ) : null}
          </>
        ) : (
          <p className="text-success">{t('imports:preview.noProblems')}</p>
        )}
      </section>
      {kind !== 'prices' && preview.rows.length > 0 ? (
        <PreviewRows rows={preview.rows} headers={headers} problems={problems} />
      ) : null}
    </div>
  )
}

/** True if an import would change nothing. A part of a long file proves nothing. */
export function nothingToDo(preview: Preview): boolean {
  return !preview.partial && preview.counts.imported + preview.counts.updated === 0
}
