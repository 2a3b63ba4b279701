import { Button, Checkbox, Pagination, Segmented, Tag } from 'antd'
import { Fragment, useMemo, useState } from 'react'
import type { ImportProblem, Preview } from '#shared/contract/imports'
import { formatCount } from '../../../components/figures'
import { useWords } from '../../../i18n'
import { faultsByRow, tagColours } from './preview-rows'

type Row = Preview['rows'][number]
type Shown = Row['action'] | 'all'

interface DecidedRowsProps {
  rows: readonly Row[]
  headers: readonly string[]
  problems: readonly ImportProblem[]
  skipped: ReadonlySet<number>
  onSkip: (rows: readonly number[], on: boolean) => void
}

/** Rows drawn at once; a list of 20,000 customers is turned over page by page. */
const pageSize = 50

const isOpen = ({ action }: Row) => action === 'import' || action === 'update'

/** Every row with what will become of it: new and changed ones are accepted or refused, changed ones tell each difference. */
export function DecidedRows({ rows, headers, problems, skipped, onSkip }: DecidedRowsProps) {
  const t = useWords()
  const [only, setOnly] = useState<Shown>('all')
  const [page, setPage] = useState(1)
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const counts = useMemo(() => countActions(rows), [rows])
  const faults = useMemo(() => faultsByRow(problems), [problems])
  const shown = useMemo(
    () => (only === 'all' || !counts.has(only) ? rows : rows.filter(({ action }) => action === only)),
    [rows, only, counts],
  )
  const open = useMemo(() => shown.filter(isOpen), [shown])
  const openAll = useMemo(() => rows.filter(isOpen).length, [rows])
  const decide = (on: boolean) =>
    onSkip(
      open.map(({ row }) => row),
      on,
    )
  const last = Math.max(1, Math.ceil(shown.length / pageSize))
  const current = Math.min(page, last)
  const visible = shown.slice((current - 1) * pageSize, current * pageSize)
  const hasTargets = rows.some(({ target }) => target !== undefined)
  const toggle = (row: number) => setOpened((old) => (old.has(row) ? without(old, row) : new Set([...old, row])))
  const width = headers.length + (hasTargets ? 4 : 3)
  return (
    <>
      <div className="row row-spread row-wrap">
        <h2 className="panel-title">{t('imports:decide.rows', { count: formatCount(rows.length) })}</h2>
        <Segmented<Shown>
          size="small"
          value={only}
          onChange={(next) => {
            setOnly(next)
            setPage(1)
          }}
          aria-label={t('imports:preview.action')}
          options={[
            { value: 'all', label: t('imports:preview.all') },
            ...[...counts].map(([action, count]) => ({
              value: action,
              label: `${actionWord(t, action)} ${formatCount(count)}`,
            })),
          ]}
        />
        <span className="row">
          <span role="status">
            {t('imports:decide.accepted', {
              count: formatCount(openAll - skipped.size),
              skipped: formatCount(skipped.size),
            })}
          </span>
          <Button size="small" disabled={open.length === 0} onClick={() => decide(false)}>
            {t('imports:decide.all')}
          </Button>
          <Button size="small" disabled={open.length === 0} onClick={() => decide(true)}>
            {t('imports:decide.none')}
          </Button>
        </span>
      </div>
      <div
        className="table-scroll panel-flush preview-rows"
        tabIndex={0}
        role="region"
        aria-label={t('imports:step.preview')}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t('imports:decide.column')}</th>
              <th scope="col" className="cell-figure">
                {t('imports:preview.row')}
              </th>
              <th scope="col">{t('imports:preview.action')}</th>
              {hasTargets ? <th scope="col">{t('imports:decide.target')}</th> : null}
              {headers.map((header, index) => (
                <th key={index} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map((row) => {
              const faulty = faults.get(row.row)
              const refused = skipped.has(row.row)
              return (
                <Fragment key={row.row}>
                  <tr className={refused ? 'decided-refused' : undefined}>
                    <td className="cell-select">
                      {isOpen(row) ? (
                        <Checkbox
                          checked={!refused}
                          onChange={(event) => onSkip([row.row], !event.target.checked)}
                          aria-label={t('imports:decide.accept', { row: row.row })}
                        />
                      ) : null}
                    </td>
                    <td className="cell-figure">{row.row}</td>
                    <td title={faulty?.all} className="decided-action">
                      <Tag color={tagColours[row.action]}>{actionWord(t, row.action)}</Tag>
                      {row.changes ? (
                        <Button
                          type="link"
                          size="small"
                          aria-expanded={opened.has(row.row)}
                          onClick={() => toggle(row.row)}
                        >
                          {t('imports:decide.changes', { count: row.changes.length })}
                        </Button>
                      ) : faulty ? (
                        <span className="text-secondary">{faulty.all}</span>
                      ) : null}
                    </td>
                    {hasTargets ? <td>{targetText(t, row)}</td> : null}
                    {headers.map((_, index) => (
                      <td key={index} title={row.cells[index]}>
                        {row.cells[index]}
                      </td>
                    ))}
                  </tr>
                  {row.changes && opened.has(row.row) ? <Changes changes={row.changes} width={width} /> : null}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
      {shown.length > pageSize ? (
        <Pagination
          size="small"
          align="end"
          current={current}
          pageSize={pageSize}
          total={shown.length}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
    </>
  )
}

type Words = ReturnType<typeof useWords>

/** What is the same as in the archive is no duplicate here: it is that customer. */
function actionWord(t: Words, action: Row['action']): string {
  return t(action === 'duplicate' ? 'imports:decide.same' : `imports:action.${action}`)
}

function targetText(t: Words, { target }: Row): string {
  return target ? `${target.code} ${target.name}（${t(`imports:decide.by.${target.by}`)}）` : ''
}

const inOrder: readonly Row['action'][] = ['import', 'update', 'duplicate', 'conflict', 'reject', 'skip']

/** How many rows of each kind there are; kinds without any are left out. */
function countActions(rows: readonly Row[]): Map<Row['action'], number> {
  const counts = new Map<Row['action'], number>(inOrder.map((action) => [action, 0]))
  for (const { action } of rows) counts.set(action, (counts.get(action) ?? 0) + 1)
  return new Map([...counts].filter(([, count]) => count > 0))
}

function without(rows: ReadonlySet<number>, row: number): ReadonlySet<number> {
  return new Set([...rows].filter((other) => other !== row))
}

function Changes({ changes, width }: { changes: NonNullable<Row['changes']>; width: number }) {
  const t = useWords()
  return (
    <tr className="decided-changes">
      <td colSpan={2} />
      <td colSpan={width - 2}>
        <ul className="plain-list">
          {changes.map(({ field, label, old, new: next }) => (
            <li key={field}>
              <span className="decided-label">{label}</span>{' '}
              <span className="text-secondary" title={t('imports:decide.old')}>
                {old}
              </span>{' '}
              → <strong title={t('imports:decide.new')}>{next}</strong>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
