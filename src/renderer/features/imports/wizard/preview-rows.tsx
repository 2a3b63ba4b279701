import { Segmented, Tag } from 'antd'
import { useMemo, useState } from 'react'
import type { ImportProblem, Preview } from '#shared/contract/imports'
import { formatCount } from '../../../components/figures'
import { useWords } from '../../../i18n'

type Row = Preview['rows'][number]

export const tagColours: Readonly<Record<Row['action'], string>> = {
  import: 'success',
  update: 'processing',
  duplicate: 'default',
  conflict: 'warning',
  reject: 'error',
  skip: 'default',
}

interface PreviewRowsProps {
  rows: readonly Row[]
  headers: readonly string[]
  problems: readonly ImportProblem[]
}

/** The first rows as they stand in the file, each with what will become of it; faulty cells are marked and say why. */
export function PreviewRows({ rows, headers, problems }: PreviewRowsProps) {
  const t = useWords()
  const [only, setOnly] = useState<Row['action'] | 'all'>('all')
  const actions = useMemo(() => [...new Set(rows.map((row) => row.action))], [rows])
  const faults = useMemo(() => faultsByRow(problems), [problems])
  const shown = only === 'all' || !actions.includes(only) ? rows : rows.filter((row) => row.action === only)
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), headers.length)
  const columns = Array.from({ length: width }, (_, index) => headers[index] ?? '')
  return (
    <>
      <div className="row row-spread">
        <h2 className="panel-title">{t('imports:preview.rows', { count: formatCount(rows.length) })}</h2>
        {actions.length > 1 ? (
          <Segmented<Row['action'] | 'all'>
            size="small"
            value={only}
            onChange={setOnly}
            aria-label={t('imports:preview.action')}
            options={[
              { value: 'all', label: t('imports:preview.all') },
              ...actions.map((action) => ({ value: action, label: t(`imports:action.${action}`) })),
            ]}
          />
        ) : null}
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
              <th scope="col" className="cell-figure">
                {t('imports:preview.row')}
              </th>
              <th scope="col">{t('imports:preview.action')}</th>
              {columns.map((header, index) => (
                <th key={index} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const faulty = faults.get(row.row)
              return (
                <tr key={row.row}>
                  <td className="cell-figure">{row.row}</td>
                  <td title={faulty?.all}>
                    <Tag color={tagColours[row.action]}>{t(`imports:action.${row.action}`)}</Tag>
                  </td>
                  {columns.map((header, index) => {
                    const fault = header === '' ? undefined : faulty?.cells.get(header)
                    return (
                      <td
                        key={index}
                        className={fault ? (fault.severity === 'error' ? 'cell-faulty' : 'cell-doubtful') : undefined}
                        title={fault?.text ?? row.cells[index]}
                      >
                        {row.cells[index]}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface RowFaults {
  all: string
  cells: Map<string, ImportProblem>
}

export function faultsByRow(problems: readonly ImportProblem[]): Map<number, RowFaults> {
  const rows = new Map<number, RowFaults>()
  for (const problem of problems) {
    if (problem.row === null) continue
    const faults = rows.get(problem.row) ?? { all: '', cells: new Map<string, ImportProblem>() }
    faults.all = faults.all === '' ? problem.text : `${faults.all}\n${problem.text}`
    if (problem.column !== null && !faults.cells.has(problem.column)) faults.cells.set(problem.column, problem)
    rows.set(problem.row, faults)
  }
  return rows
}
