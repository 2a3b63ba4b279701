import { Button, Select, Tag } from 'antd'
import { useMemo, useState } from 'react'
import type { ImportKind, Inspection } from '#shared/contract/imports'
import { type FieldDeclaration, fieldName } from '#shared/fields/field'
import { useWords, type Words } from '../../../i18n'
import { useFieldsOfKind } from '../use-fields'
import { columnLetters, columnState, orderFields, type ColumnChoice } from './column-choice'

interface ColumnsProps {
  kind: ImportKind
  inspection: Inspection
  choice: ColumnChoice
  onChoose: (field: string, column: number | null) => void
}

/** 对应列: every field with its column and what stands in it; what is ambiguous asks, what is missing says so. */
export function ColumnTable({ kind, inspection, choice, onChoose }: ColumnsProps) {
  const t = useWords()
  const [all, setAll] = useState(false)
  const fields = useFieldsOfKind(kind)
  const { main, more } = useMemo(() => orderFields(inspection, fields), [inspection, fields])
  const state = columnState(inspection, fields, choice)
  const row = (field: FieldDeclaration) => (
    <FieldRow
      key={field.key}
      field={field}
      inspection={inspection}
      choice={choice}
      state={state}
      fields={fields}
      onChoose={onChoose}
    />
  )
  return (
    <div className="stack">
      <div className="panel-flush">
        <table className="plain-table mapping-table">
          <thead>
            <tr>
              <th scope="col" className="mapping-field">
                {t('imports:columns.field')}
              </th>
              <th scope="col" className="mapping-column">
                {t('imports:columns.column')}
              </th>
              <th scope="col">{t('imports:columns.samples')}</th>
              <th scope="col">{t('imports:columns.note')}</th>
            </tr>
          </thead>
          <tbody>
            {main.map(row)}
            {all ? more.map(row) : null}
          </tbody>
        </table>
      </div>
      <div className="row row-wrap">
        {more.length > 0 ? (
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {t('imports:columns.more', { count: more.length })}
          </Button>
        ) : null}
        {state.unused.length > 0 ? <Unused inspection={inspection} unused={state.unused} /> : null}
      </div>
    </div>
  )
}

interface FieldRowProps extends Omit<ColumnsProps, 'kind'> {
  field: FieldDeclaration
  fields: readonly FieldDeclaration[]
  state: ReturnType<typeof columnState>
}

function FieldRow({ field, fields, inspection, choice, state, onChoose }: FieldRowProps) {
  const t = useWords()
  const chosen = choice[field.key]
  const column = typeof chosen === 'number' ? inspection.columns.find((one) => one.index === chosen) : undefined
  const missing = state.missing.includes(field.key)
  const asks = state.undecided.includes(field.key)
  const label = fieldName(field, t)
  const note = noteOf(t, field.key, inspection, state, fields)
  const usedBy = (index: number) => {
    const other = fields.find((one) => one.key !== field.key && choice[one.key] === index)
    return other ? t('imports:columns.usedBy', { field: fieldName(other, t) }) : null
  }
  return (
    <tr className={asks ? 'mapping-asks' : missing ? 'mapping-missing' : undefined}>
      <th scope="row" className="mapping-field-name">
        {label}
        {field.required ? <Tag color="error">{t('imports:columns.required')}</Tag> : null}
      </th>
      <td>
        <Select<number>
          aria-label={label}
          aria-invalid={missing || asks || undefined}
          status={missing ? 'error' : asks ? 'warning' : undefined}
          value={typeof chosen === 'number' ? chosen : chosen === null ? NOT_IMPORTED : null}
          placeholder={missing || asks ? t('imports:columns.choose') : t('imports:columns.none')}
          onChange={(index) => onChoose(field.key, index === NOT_IMPORTED ? null : index)}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
          options={[
            ...(field.required ? [] : [{ value: NOT_IMPORTED, label: t('imports:columns.none') }]),
            ...inspection.columns.map((one) => ({ value: one.index, label: columnName(one.index, one.header) })),
          ]}
          optionRender={({ value, label: text }) => (
            <span className="row row-spread">
              <span>{text}</span>
              <span className="text-secondary">{usedBy(Number(value))}</span>
            </span>
          )}
        />
      </td>
      <td>
        {column?.samples.slice(0, 3).map((sample, index) => (
          <span key={index} className="mapping-sample" title={sample}>
            {sample}
          </span>
        ))}
      </td>
      <td title={note ?? undefined}>
        {column?.unit ? <Tag>{t('imports:columns.unit', { unit: column.unit })}</Tag> : null}
        {note}
      </td>
    </tr>
  )
}

/** Value of the choice "do not import" inside the select; columns count from 0. */
const NOT_IMPORTED = -1

function noteOf(
  t: Words,
  field: string,
  inspection: Inspection,
  state: ReturnType<typeof columnState>,
  fields: readonly FieldDeclaration[],
): string | null {
  const ambiguous = inspection.ambiguous.find((one) => one.field === field)
  if (ambiguous && state.undecided.includes(field)) {
    const names = ambiguous.columns.map((index) =>
      columnName(index, inspection.columns.find((column) => column.index === index)?.header ?? ''),
    )
    return t('imports:columns.ambiguous', { columns: names.join(' / ') })
  }
  const other = fields.find((one) => one.key === state.shared[field])
  return other ? t('imports:columns.sameColumn', { field: fieldName(other, t) }) : null
}

function Unused({ inspection, unused }: { inspection: Inspection; unused: readonly number[] }) {
  const t = useWords()
  const names = unused.map((index) =>
    columnName(index, inspection.columns.find((column) => column.index === index)?.header ?? ''),
  )
  return (
    <span className="text-secondary">
      {t('imports:columns.unused', { count: unused.length })} {names.join(' · ')}
    </span>
  )
}

/** `C 计费重量`: letter and title, as the clerk sees it in his file. */
export function columnName(index: number, header: string): string {
  return `${columnLetters(index)} ${header}`.trim()
}
