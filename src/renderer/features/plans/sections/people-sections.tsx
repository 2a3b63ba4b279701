import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { PlanContent } from '#shared/contract/plans'
import { useWords } from '../../../i18n'
import { RowsEditor, type RowColumn } from '../rows-editor'
import type { SectionProps } from '../section-frame'

const statuses = ['open', 'doing', 'done', 'dropped'] as const

/** What will be done, by whom and until when. */
export function ActionsSection({ editing }: SectionProps) {
  const t = useWords()
  const today = dayjs().format('YYYY-MM-DD')
  return (
    <RowsEditor
      part="actions"
      label={t('plans:field.actions')}
      addLabel={t('plans:field.addAction')}
      newRow={() => ({ what: '', owner: '', due: null, status: 'open' })}
      editing={editing}
      columns={[
        {
          key: 'what',
          title: t('plans:field.what'),
          render: (row, edit) => (
            <Text label={t('plans:field.what')} most={200} value={row.what} onChange={(what) => edit({ what })} />
          ),
        },
        {
          key: 'owner',
          title: t('plans:field.owner'),
          width: '140px',
          render: (row, edit) => (
            <Text label={t('plans:field.owner')} most={40} value={row.owner} onChange={(owner) => edit({ owner })} />
          ),
        },
        {
          key: 'due',
          title: t('plans:field.due'),
          width: '160px',
          render: (row, edit) => (
            <>
              <Day label={t('plans:field.due')} value={row.due} onChange={(due) => edit({ due })} />
              {row.due !== null && row.due < today && (row.status === 'open' || row.status === 'doing') ? (
                <div className="text-danger">{t('plans:field.overdue')}</div>
              ) : null}
            </>
          ),
        },
        {
          key: 'status',
          title: t('plans:field.status'),
          width: '120px',
          render: (row, edit) => (
            <Select
              aria-label={t('plans:field.status')}
              value={row.status}
              onChange={(status: (typeof statuses)[number]) => edit({ status })}
              options={statuses.map((value) => ({ value, label: t(`plans:status.${value}`) }))}
              style={{ width: '100%' }}
            />
          ),
        },
      ]}
    />
  )
}

export function TeamSection({ editing }: SectionProps) {
  const t = useWords()
  const columns = [
    { key: 'name', most: 40, width: '20%' },
    { key: 'role', most: 40, width: '20%' },
    { key: 'duty', most: 200, width: undefined },
  ] as const
  return (
    <RowsEditor
      part="team"
      label={t('plans:section.team')}
      addLabel={t('plans:field.addMember')}
      newRow={() => ({ name: '', role: '', duty: '' })}
      editing={editing}
      columns={columns.map(({ key, most, width }): RowColumn<PlanContent['team'][number]> => ({
        key,
        title: t(`plans:field.${key}`),
        ...(width ? { width } : {}),
        render: (row, edit) => (
          <Text
            label={t(`plans:field.${key}`)}
            most={most}
            value={row[key]}
            onChange={(text) => edit({ [key]: text })}
          />
        ),
      }))}
    />
  )
}

export function ReviewSection({ editing }: SectionProps) {
  const t = useWords()
  return (
    <RowsEditor
      part="reviewLog"
      label={t('plans:section.review')}
      addLabel={t('plans:field.addReview')}
      newRow={() => ({ on: dayjs().format('YYYY-MM-DD'), text: '' })}
      editing={editing}
      columns={[
        {
          key: 'on',
          title: t('plans:field.on'),
          width: '160px',
          render: (row, edit) => (
            <Day label={t('plans:field.on')} value={row.on} onChange={(on) => edit({ on: on ?? '' })} />
          ),
        },
        {
          key: 'text',
          title: t('plans:field.text'),
          render: (row, edit) => (
            <Text label={t('plans:field.text')} most={500} value={row.text} onChange={(text) => edit({ text })} />
          ),
        },
      ]}
    />
  )
}

interface TextProps {
  label: string
  most: number
  value: string
  onChange: (text: string) => void
}

/** One line that grows if more is written: a row of a list stays a row. */
function Text({ label, most, value, onChange }: TextProps) {
  return (
    <Input.TextArea
      aria-label={label}
      autoSize={{ minRows: 1, maxRows: 5 }}
      maxLength={most}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string
  value: string | null
  onChange: (day: string | null) => void
}) {
  return (
    <DatePicker
      aria-label={label}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
      style={{ width: '100%' }}
    />
  )
}
