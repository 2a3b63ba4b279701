import { Button, Radio, Skeleton } from 'antd'
import { SwapOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import type { Comparison, MergeSide } from '#shared/contract/duplicates'
import { useApi, useChanged } from '../../components/backend'
import { useMay } from '../../components/book'
import { ErrorState } from '../../components/error-state'
import { formatCount } from '../../components/figures'
import { JobProgress } from '../../components/job-progress'
import { useNotifyError, useNotifyUndo } from '../../components/notify'
import { PageHeader } from '../../components/page-header'
import { useWords } from '../../i18n'
import { fieldLabel } from '../accounts/field-label'
import { comparedText, factsText, rowsText } from './compared-text'
import { jobResult } from './use-merge-job'
import './duplicates.css'

type Field = Comparison['fields'][number]
type Choices = Readonly<Record<string, MergeSide>>

/** `/accounts/duplicates/compare?kept=1&other=2`: two customers side by side, and the merge. */
export function ComparePage() {
  const t = useWords()
  const api = useApi()
  const [address, setAddress] = useSearchParams()
  const keptId = Number(address.get('kept'))
  const otherId = Number(address.get('other'))
  const valid = [keptId, otherId].every((id) => Number.isSafeInteger(id) && id > 0)
  // While they become one there are no two to compare.
  const [merging, setMerging] = useState(false)
  const comparison = useQuery({
    queryKey: ['duplicates', 'compare', keptId, otherId],
    queryFn: ({ signal }) => api.duplicates.compare({ keptId, otherId }, { signal }),
    enabled: valid && !merging,
  })
  if (!valid) return <Navigate to="/accounts/duplicates" replace />
  return (
    <div className="page">
      <PageHeader
        title={t('duplicates:compare.title')}
        help={t('duplicates:compare.help')}
        extra={<Link to="/accounts/duplicates">{t('duplicates:back')}</Link>}
        actions={
          <Button
            icon={<SwapOutlined />}
            onClick={() => setAddress({ kept: String(otherId), other: String(keptId) }, { replace: true })}
          >
            {t('duplicates:compare.swap')}
          </Button>
        }
      />
      {comparison.error ? <ErrorState error={comparison.error} onRetry={() => void comparison.refetch()} /> : null}
      {comparison.data && !comparison.error ? (
        <Compared key={`${keptId} ${otherId}`} comparison={comparison.data} onMerging={setMerging} />
      ) : comparison.error ? null : (
        <Skeleton active />
      )}
    </div>
  )
}

function Compared({ comparison, onMerging }: { comparison: Comparison; onMerging: (merging: boolean) => void }) {
  const t = useWords()
  const [choices, setChoices] = useState<Choices>({})
  const [showSame, setShowSame] = useState(false)
  const { kept, other, fields, rows } = comparison
  const same = fields.filter(isSame)
  const shown = showSame ? fields : fields.filter((field) => !isSame(field))
  return (
    <>
      <section className="panel">
        <table className="merge-table">
          <thead>
            <tr>
              <th scope="col">{t('duplicates:compare.field')}</th>
              <Head side="kept" party={kept} />
              <Head side="other" party={other} />
            </tr>
          </thead>
          <tbody>
            {shown.map((field) => (
              <FieldRow
                key={field.field}
                field={field}
                side={choices[field.field] ?? field.proposed}
                onChoose={(side) => setChoices((old) => ({ ...old, [field.field]: side }))}
              />
            ))}
          </tbody>
        </table>
        {same.length > 0 ? (
          <Button type="link" onClick={() => setShowSame(!showSame)}>
            {showSame
              ? t('duplicates:compare.hideSame')
              : t('duplicates:compare.showSame', { count: formatCount(same.length) })}
          </Button>
        ) : null}
      </section>
      <section className="panel">
        <h2>{t('duplicates:compare.rows')}</h2>
        <p className="merge-rows">{rowsText(t, rows, 'moved') || t('duplicates:compare.rowsNone')}</p>
        {rows.length > 0 ? <p className="text-secondary merge-rows">{t('duplicates:compare.rowsNote')}</p> : null}
        <MergeButton comparison={comparison} choices={choices} onMerging={onMerging} />
      </section>
    </>
  )
}

function isSame({ how, kept, other, united }: Field): boolean {
  return how === 'choose' ? kept === other : [kept, other].every((list) => String(list) === String(united))
}

function Head({ side, party }: { side: MergeSide; party: Comparison['kept'] }) {
  const t = useWords()
  return (
    <th scope="col">
      <span className={side === 'kept' ? 'merge-side merge-kept' : 'merge-side'}>
        {t(`duplicates:compare.${side}`)}
      </span>{' '}
      <Link to={`/accounts/${party.id}`}>
        {party.code} {party.name}
      </Link>
      <div className="text-secondary merge-facts">{factsText(t, party)}</div>
    </th>
  )
}

function FieldRow({ field, side, onChoose }: { field: Field; side: MergeSide; onChoose: (side: MergeSide) => void }) {
  const t = useWords()
  // Province, city and district are one field here.
  const label = field.label === '' ? fieldLabel(t, field.field === 'province' ? 'region' : field.field) : field.label
  if (field.how === 'unite') {
    return (
      <tr>
        <th scope="row">{label}</th>
        <td colSpan={2}>
          <span className="merge-side merge-kept">{t('duplicates:compare.united')}</span> {field.united.join('、')}
        </td>
      </tr>
    )
  }
  const cell = (one: MergeSide) => {
    const text = comparedText(t, field.field, field[one])
    const value = text === '' ? t('duplicates:compare.none') : text
    if (isSame(field)) return <td>{value}</td>
    return (
      <td className={side === one ? 'merge-chosen' : undefined}>
        <Radio
          checked={side === one}
          name={field.field}
          onChange={() => onChoose(one)}
          aria-label={t('duplicates:compare.choose', { field: label, side: t(`duplicates:compare.${one}`), value })}
        >
          <span className={text === '' ? 'text-secondary' : undefined}>{value}</span>
        </Radio>
      </td>
    )
  }
  return (
    <tr>
      <th scope="row">{label}</th>
      {cell('kept')}
      {cell('other')}
    </tr>
  )
}

interface MergeButtonProps {
  comparison: Comparison
  choices: Choices
  onMerging: (merging: boolean) => void
}

function MergeButton({ comparison: { kept, other }, choices, onMerging }: MergeButtonProps) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const changed = useChanged()
  const notifyUndo = useNotifyUndo()
  const failed = useNotifyError()
  const [job, setJob] = useState<string | null>(null)
  const [ended, setEnded] = useState(false)
  if (!may('accounts.write')) return null
  const merge = () => {
    setEnded(false)
    onMerging(true)
    const input = {
      keptId: kept.id,
      keptVersion: kept.version,
      otherId: other.id,
      otherVersion: other.version,
      choices,
    }
    api.duplicates.merge(input).then(
      (started) => setJob(started.job),
      (error: unknown) => {
        onMerging(false)
        failed(error)
      },
    )
  }
  return (
    <>
      {job === null ? null : (
        <JobProgress
          key={job}
          job={job}
          onEnd={(event) => {
            setEnded(true)
            const { merge: id } = event.result ?? {}
            if (event.state !== 'done' || id === undefined) return onMerging(false)
            void changed()
            void navigate(`/accounts/${kept.id}`)
            notifyUndo(t('duplicates:compare.done', { other: other.name, kept: kept.name }), async () => {
              await jobResult(api, (await api.duplicates.undo({ merge: id })).job)
              await changed()
            })
          }}
        />
      )}
      <Button type="primary" disabled={job !== null && !ended} onClick={merge}>
        {t('duplicates:compare.merge')}
      </Button>
    </>
  )
}
