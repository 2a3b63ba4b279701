import { Link } from 'react-router'
import type { ImportCounts } from '#shared/contract/imports'
import type { Api } from '../../components/backend'
import { formatCount } from '../../components/figures'
import { useWords } from '../../i18n'
import { FigureStrip, type StripFigure } from './figure-strip'
import { countedGroups } from './problem-groups'
import { ProblemList } from './problem-list'

export type BatchDetail = Awaited<ReturnType<Api['imports']['batch']>>

/** What became of a file: counts, price sheets, problems by reason. */
export function BatchReport({ batch }: { batch: BatchDetail }) {
  const t = useWords()
  const listed = batch.problems.length
  return (
    <div className="stack">
      <section className="panel">
        <FigureStrip figures={batchFigures(t, batch)} />
      </section>
      {batch.sheets.length > 0 ? (
        <section className="panel">
          <h2 className="panel-title">{t('imports:result.sheets')}</h2>
          <ul className="plain-list">
            {batch.sheets.map((sheet) => (
              <li key={sheet.id}>
                <Link to={`/pricing/${sheet.id}`}>{sheet.name}</Link>{' '}
                <span className="text-secondary">{t('imports:result.sheetVersion', { version: sheet.version })}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="panel">
        <h2 className="panel-title">{t('imports:result.problems')}</h2>
        {batch.problemCodes.length > 0 ? (
          <ProblemList groups={countedGroups(batch.problems, batch.problemCodes)} />
        ) : (
          <p className="text-success">{t('imports:batch.noProblems')}</p>
        )}
        {batch.problemTotal > listed ? (
          <p className="text-secondary">
            {t('imports:batch.problemsMore', { shown: formatCount(listed), total: formatCount(batch.problemTotal) })}
          </p>
        ) : null}
      </section>
    </div>
  )
}

const alwaysShown = ['read', 'imported', 'updated', 'duplicates', 'rejected'] as const satisfies (keyof ImportCounts)[]

const tones: Readonly<Partial<Record<keyof ImportCounts, StripFigure['tone']>>> = {
  imported: 'success',
  rejected: 'danger',
  unmatched: 'warning',
  unrated: 'warning',
}

function batchFigures(t: ReturnType<typeof useWords>, { kind, counts }: BatchDetail): StripFigure[] {
  const keys: (keyof typeof labels)[] =
    kind === 'waybills' ? [...alwaysShown, 'unmatched', 'unrated'] : [...alwaysShown]
  return keys.map((key) => ({
    label: t(labels[key]),
    value: formatCount(counts[key]),
    tone: counts[key] > 0 ? tones[key] : undefined,
  }))
}

const labels = {
  read: 'imports:col.read',
  imported: 'imports:col.imported',
  updated: 'imports:col.updated',
  duplicates: 'imports:col.duplicates',
  rejected: 'imports:col.rejected',
  unmatched: 'imports:col.unmatched',
  unrated: 'imports:col.unrated',
} as const
