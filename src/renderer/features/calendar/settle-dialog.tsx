import { Button, DatePicker, Input, Modal } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { TaskRow } from '#shared/contract/calendar'
import { weekdayOf } from '#shared/domain/calendar/weekday'
import { addDays } from '#shared/domain/months'
import { Field } from '../../components/field'
import { useWords } from '../../i18n'
import { useDayWords } from './use-day-words'
import { useSettle } from './use-settle'

interface SettleDialogProps {
  row: TaskRow
  today: string
  how: 'snooze' | 'drop'
  onClose: () => void
}

/** Puts a task off to a day, or says that it is not needed; both with a note. */
export function SettleDialog({ row, today, how, onClose }: SettleDialogProps) {
  const t = useWords()
  const words = useDayWords()
  const settle = useSettle()
  const [note, setNote] = useState(row.state.note)
  const [day, setDay] = useState(addDays(today, 1))
  const [busy, setBusy] = useState(false)
  const what = words.reminder(row.text)
  const save = async () => {
    setBusy(true)
    const done =
      how === 'snooze'
        ? await settle(row, { status: 'open', snoozedTo: day, note }, t('calendar:tasks.wasSnoozed', { day, what }))
        : await settle(row, { status: 'dropped', snoozedTo: null, note }, t('calendar:tasks.wasDropped', { what }))
    setBusy(false)
    if (done) onClose()
  }
  const quick = [
    { label: t('calendar:snooze.tomorrow'), day: addDays(today, 1) },
    { label: t('calendar:snooze.monday'), day: addDays(today, (8 - weekdayOf(today)) % 7 || 7) },
    { label: t('calendar:snooze.week'), day: addDays(today, 7) },
  ]
  return (
    <Modal
      open
      title={t(`calendar:${how}.title`)}
      okText={how === 'snooze' ? t('shell:save') : t('calendar:status.dropped')}
      cancelText={t('shell:cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
      width={440}
    >
      <div className="stack">
        <strong>
          {what}
          {row.account ? ` · ${row.account}` : ''}
        </strong>
        {how === 'snooze' ? (
          <>
            <div className="row row-wrap">
              {quick.map((one) => (
                <Button key={one.label} aria-pressed={one.day === day} onClick={() => setDay(one.day)}>
                  {one.label}
                </Button>
              ))}
            </div>
            <Field label={t('calendar:snooze.day')}>
              {(id) => (
                <DatePicker
                  id={id}
                  allowClear={false}
                  value={dayjs(day)}
                  minDate={dayjs(addDays(today, 1))}
                  onChange={(value) => value && setDay(value.format('YYYY-MM-DD'))}
                />
              )}
            </Field>
          </>
        ) : row.source === 'manual' ? null : (
          <span className="text-secondary">{t('calendar:drop.text')}</span>
        )}
        <Field label={t(how === 'drop' ? 'calendar:drop.note' : 'calendar:tasks.form.note')}>
          {(id) => <Input id={id} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
      </div>
    </Modal>
  )
}
