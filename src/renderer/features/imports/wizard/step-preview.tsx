import { Alert, Spin } from 'antd'
import { decidedKinds, type ImportKind, type Preview } from '#shared/contract/imports'
import { ErrorState } from '../../../components/error-state'
import { formatCount } from '../../../components/figures'
import { useLocale, useWords } from '../../../i18n'
import { groupProblems } from '../problem-groups'
import { ProblemList } from '../problem-list'
import { OptionsForm } from './options-form'
import { DecidedRows } from './decided-rows'
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
  /** Rows the clerk refused. */
  skipped: ReadonlySet<number>
  onSkip: (rows: readonly number[], on: boolean) => void
}

/** 预览与问题: how many rows will do what and why, before anything is written. */
export function StepPreview(props: StepPreviewProps) {
  const { kind, preview, busy, error, onRetry, headers, options, onOptions, skipped, onSkip } = props
  const decided = decidedKinds.has(kind)
  const t = useWords()
  return (
    <>
      <div className="grid-2">
        <section className="panel stack" role="status">
          {preview ? (
            <Summary kind={kind} preview={preview} />
          ) : error ? (
            <ErrorState error={error} onRetry={onRetry} />
          ) : null}
          {busy ? (
            <div className={preview ? 'row' : 'preview-wait'}>
              <Spin />
              <span>{t('imports:preview.reading')}</span>
            </div>
          ) : null}
        </section>
        <section className="panel" aria-label={t('imports:options.title')}>
          {decided ? (
            <p>{t('imports:decide.help')}</p>
          ) : (
            <OptionsForm kind={kind} options={options} onChange={onOptions} />
          )}
        </section>
      </div>
      {preview ? (
        <div className={busy ? 'preview-judged table-refreshing' : 'preview-judged'}>
          <Problems preview={preview} />
          {preview.rows.length === 0 || kind === 'prices' ? null : decided ? (
            <DecidedRows
              rows={preview.rows}
              headers={headers}
              problems={preview.problems}
              skipped={skipped}
              onSkip={onSkip}
            />
          ) : (
            <PreviewRows rows={preview.rows} headers={headers} problems={preview.problems} />
          )}
        </div>
      ) : null}
    </>
  )
}

function Summary({ kind, preview }: { kind: ImportKind; preview: Preview }) {
  const t = useWords()
  const locale = useLocale()
  const { counts } = preview
  const notes = (
    [
      ['imports:preview.skip', counts.skipped],
      ['imports:preview.unmatched', counts.unmatched],
      ['imports:preview.unrated', counts.unrated],
    ] as const
  ).filter(([, count]) => count > 0)
  return (
    <>
      <p className="import-sentence">
        <strong>{kind === 'prices' ? priceSentence(t, preview) : previewSentence(t, locale, counts)}</strong>
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
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t(kind === 'prices' ? 'imports:preview.priceNothing' : 'imports:preview.nothing')}
        />
      ) : null}
    </>
  )
}

/** A price workbook comes in whole or not at all. */
function priceSentence(t: ReturnType<typeof useWords>, { rows, problems, counts }: Preview): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length
  if (errors > 0 || counts.imported === 0) return t('imports:preview.priceErrors', { count: formatCount(errors) })
  const [name = '', version = ''] = rows[0]?.cells ?? []
  return t('imports:preview.price', { name: `${name} ${version}`.trim() })
}

function Problems({ preview }: { preview: Preview }) {
  const t = useWords()
  const groups = groupProblems(preview.problems)
  return (
    <section className="panel preview-problems">
      <h2 className="panel-title">{t('imports:preview.problems')}</h2>
      {groups.length > 0 ? (
        <ProblemList groups={groups} />
      ) : (
        <p className="text-success">{t('imports:preview.noProblems')}</p>
      )}
      {preview.problems.length >= PREVIEW_ROWS ? (
        <p className="text-secondary">{t('imports:preview.problemsMore', { count: formatCount(PREVIEW_ROWS) })}</p>
      ) : null}
    </section>
  )
}

/** True if an import would change nothing. A part of a long file proves nothing. */
export function nothingToDo(preview: Preview): boolean {
  return !preview.partial && preview.counts.imported + preview.counts.updated === 0
}
