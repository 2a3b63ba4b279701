import { Form, Input, Segmented, Select, Switch } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { anniversaryKind, type AnniversaryInput, type AnniversaryKind, longestLead } from '#shared/contract/calendar'
import { isYearlyDate, nextOccurrence, occurrenceIn } from '#shared/domain/calendar/yearly-date'
import { lunarDayText, lunarMonthText } from '#shared/domain/calendar/lunar-text'
import { useApi, useChanged } from '../../components/backend'
import { figureRule, NumberInput } from '../../components/figure-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'
import { useDayWords } from './use-day-words'

type Known = AnniversaryInput & { id: number; version: number }

/** A new anniversary has no day until it is said: one that is filled in already is filed by mistake. */
type Draft = Omit<AnniversaryInput, 'month' | 'day'> & { month: number | null; day: number | null }

interface AnniversaryDrawerProps {
  open: boolean
  accountId: number
  /** Null: a new one. */
  known: Known | null
  today: string
  onClose: () => void
}

/** Kinds that say themselves what is celebrated. */
const namedKinds: ReadonlySet<AnniversaryKind> = new Set(['founding', 'opening', 'cooperation'])

/** Form of an anniversary: solar or lunar, every year or once; it says at once on which day it falls next. */
export function AnniversaryDrawer({ open, accountId, known, today, onClose }: AnniversaryDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const settings = useQuery({
    queryKey: ['calendar', 'settings'],
    queryFn: ({ signal }) => api.calendar.settings({}, { signal }),
  })
  const initial: Draft = known
    ? (({ id: _id, version: _version, ...input }) => input)(known)
    : {
        accountId,
        kind: 'founding',
        title: '',
        calendar: 'solar',
        year: null,
        month: null,
        day: null,
        leap: false,
        yearly: true,
        leadDays: null,
        note: '',
      }
  const submit = async (values: Draft) => {
    const { month, day } = values
    // The form asks for both before it submits.
    if (month === null || day === null) return
    const anniversary: AnniversaryInput = { ...values, month, day, leap: values.calendar === 'lunar' && values.leap }
    if (known) await api.calendar.update({ id: known.id, version: known.version, anniversary })
    else await api.calendar.create(anniversary)
    await changed()
    const what = anniversary.title.trim() || t(`calendar:kind.${anniversary.kind}`)
    done(t(known ? 'calendar:account.saved' : 'calendar:account.created', { what }))
    onClose()
  }
  return (
    <FormDrawer<Draft>
      open={open}
      title={t(known ? 'calendar:form.editTitle' : 'calendar:form.new')}
      width={480}
      initial={initial}
      draftKey={known ? `calendar.anniversary.${known.id}` : `calendar.anniversary.new.${accountId}`}
      draftBase={known ? String(known.version) : ''}
      onSubmit={submit}
      onClose={onClose}
    >
      {(form) => (
        <>
          <div className="grid-2 form-grid">
            <Form.Item name="kind" label={t('calendar:form.kind')}>
              <Select
                options={anniversaryKind.options.map((value) => ({ value, label: t(`calendar:kind.${value}`) }))}
              />
            </Form.Item>
            <Form.Item
              name="title"
              label={t('calendar:form.title')}
              dependencies={['kind']}
              extra={t('calendar:form.titleOptional')}
              rules={[
                { max: 60, message: t('accounts:form.tooLong', { count: 60 }) },
                ({ getFieldValue }) => ({
                  validator: (_rule: unknown, title: string) =>
                    title.trim() !== '' || namedKinds.has(getFieldValue('kind') as AnniversaryKind)
                      ? Promise.resolve()
                      : Promise.reject(new Error(t('calendar:form.titleNeeded'))),
                }),
              ]}
            >
              <Input autoComplete="off" placeholder={t('calendar:form.titleHint')} />
            </Form.Item>
          </div>
          <div className="grid-2 form-grid">
            <Form.Item name="calendar" label={t('calendar:form.calendar')}>
              <Segmented
                options={(['solar', 'lunar'] as const).map((value) => ({
                  value,
                  label: t(`calendar:account.${value}`),
                }))}
              />
            </Form.Item>
            <Form.Item name="yearly" label={t('calendar:form.repeat')}>
              <Segmented
                options={[
                  { value: true, label: t('calendar:form.yearly') },
                  { value: false, label: t('calendar:form.onlyOnce') },
                ]}
              />
            </Form.Item>
          </div>
          <Form.Item noStyle shouldUpdate={(before: Draft, after: Draft) => before.calendar !== after.calendar}>
            {() => <DateFields lunar={form.getFieldValue('calendar') === 'lunar'} />}
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() => <NextDay input={form.getFieldsValue(true) as Draft} today={today} />}
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before: Draft, after: Draft) => before.kind !== after.kind}>
            {() => (
              <Form.Item
                name="leadDays"
                label={t('calendar:form.lead')}
                extra={t('calendar:form.leadHint', {
                  count: settings.data?.lead[form.getFieldValue('kind') as AnniversaryKind] ?? '',
                })}
                rules={[figureRule(t, { scale: 0, min: 0, max: longestLead })]}
              >
                <NumberInput scale={0} unit={t('calendar:form.unitDays')} />
              </Form.Item>
            )}
          </Form.Item>
          <Form.Item
            name="note"
            label={t('calendar:form.note')}
            rules={[{ max: 500, message: t('accounts:form.tooLong', { count: 500 }) }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

function DateFields({ lunar }: { lunar: boolean }) {
  const t = useWords()
  const { locale } = useDayWords()
  const required = (field: string) => ({ required: true, message: t('components:input.required', { field }) })
  const months = Array.from({ length: 12 }, (_, at) => ({
    value: at + 1,
    label: lunar ? lunarMonthText({ month: at + 1, leap: false }, locale) : String(at + 1),
  }))
  const days = Array.from({ length: lunar ? 30 : 31 }, (_, at) => ({
    value: at + 1,
    label: lunar ? lunarDayText(at + 1, locale) : String(at + 1),
  }))
  return (
    <>
      <div className="grid-3 form-grid">
        <Form.Item
          name="year"
          label={t('calendar:form.year')}
          dependencies={['yearly']}
          extra={t('calendar:form.yearHint')}
          rules={[
            figureRule(t, { scale: 0, min: 1900, max: 2100 }),
            ({ getFieldValue }) => ({
              validator: (_rule: unknown, year: number | null) =>
                year !== null || getFieldValue('yearly') === true
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('calendar:form.yearNeeded'))),
            }),
          ]}
        >
          <YearInput />
        </Form.Item>
        <Form.Item name="month" label={t('calendar:form.month')} rules={[required(t('calendar:form.month'))]}>
          <Select options={months} virtual={false} />
        </Form.Item>
        <Form.Item
          name="day"
          label={t('calendar:form.day')}
          dependencies={['month', 'calendar']}
          rules={[
            required(t('calendar:form.day')),
            ({ getFieldValue }) => ({
              validator: (_rule: unknown, day: number | null) =>
                day === null ||
                getFieldValue('month') === null ||
                isYearlyDate({
                  calendar: getFieldValue('calendar') as AnniversaryInput['calendar'],
                  month: Number(getFieldValue('month')),
                  day,
                  leap: false,
                })
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('calendar:form.noSuchDay'))),
            }),
          ]}
        >
          <Select options={days} virtual={false} />
        </Form.Item>
      </div>
      {lunar ? (
        <Form.Item name="leap" label={t('calendar:form.leap')} valuePropName="checked">
          <Switch />
        </Form.Item>
      ) : null}
    </>
  )
}

interface YearInputProps {
  id?: string
  value?: number | null
  onChange?: (value: number | null) => void
}

/** A year has no thousands separator. */
function YearInput({ id, value = null, onChange }: YearInputProps) {
  const text = value === null || Number.isNaN(value) ? '' : String(value)
  return (
    <Input
      id={id}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      value={text}
      onChange={(event) => {
        const digits = event.target.value.normalize('NFKC').replace(/\D/g, '')
        onChange?.(digits === '' ? null : Number(digits))
      }}
    />
  )
}

/** On which day it falls next, and why on another one than was said. */
function NextDay({ input, today }: { input: Draft; today: string }) {
  const t = useWords()
  const words = useDayWords()
  const { month, day } = input
  if (month === null || day === null) return null
  const date = { ...input, month, day, leap: input.calendar === 'lunar' && input.leap }
  if (!isYearlyDate(date)) return null
  const next = input.yearly ? nextOccurrence(date, today) : occurrenceIn(date, input.year ?? 0)
  if (!next) return null
  return (
    <p className="calendar-next" role="status">
      {t('calendar:form.next', { day: next.day, weekday: words.weekday(next.day) })}
      {next.kept.map((why) => (
        <span key={why} className="text-secondary">
          {' '}
          {t(`calendar:kept.${why}`)}
        </span>
      ))}
    </p>
  )
}
