import { AutoComplete, DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { TaskInput, TaskRow } from '#shared/contract/calendar'
import { AccountPicker } from '../../components/account-picker'
import { useApi, useChanged } from '../../components/backend'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'

interface TaskDrawerProps {
  open: boolean
  /** Null: a new task. */
  row: TaskRow | null
  /** What a new task starts with. */
  start: Partial<TaskInput> & { due: string }
  assignees: readonly string[]
  onClose: () => void
}

/** Form of a task that people write themselves. */
export function TaskDrawer({ open, row, start, assignees, onClose }: TaskDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const id = row && 'id' in row.ref ? row.ref.id : null
  const initial: TaskInput = row
    ? {
        title: String(row.text.params['title'] ?? ''),
        accountId: row.accountId,
        due: row.due,
        assignee: row.assignee,
        note: row.state.note,
      }
    : { title: '', accountId: null, assignee: '', note: '', ...start }
  const submit = async (values: TaskInput) => {
    const task = { ...values, accountId: values.accountId ?? null }
    if (id === null) await api.calendar.createTask(task)
    else await api.calendar.updateTask({ id, version: row?.version ?? 0, task })
    await changed()
    done(t('calendar:tasks.saved', { what: task.title.trim() }))
    onClose()
  }
  return (
    <FormDrawer<TaskInput>
      open={open}
      title={t(row ? 'calendar:tasks.edit' : 'calendar:tasks.new')}
      width={480}
      initial={initial}
      draftKey={id === null ? 'calendar.task.new' : `calendar.task.${id}`}
      draftBase={row ? String(row.version) : JSON.stringify(start)}
      onSubmit={submit}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item
            name="title"
            label={t('calendar:tasks.form.title')}
            rules={[
              {
                required: true,
                whitespace: true,
                message: t('components:input.required', { field: t('calendar:tasks.form.title') }),
              },
              { max: 120, message: t('accounts:form.tooLong', { count: 120 }) },
            ]}
          >
            <Input autoFocus autoComplete="off" placeholder={t('calendar:tasks.form.titleHint')} />
          </Form.Item>
          <Form.Item name="accountId" label={t('calendar:tasks.form.account')}>
            <AccountPicker width="100%" />
          </Form.Item>
          <div className="grid-2 form-grid">
            <Form.Item
              name="due"
              label={t('calendar:tasks.form.due')}
              required
              getValueProps={(value: string) => ({ value: dayjs(value) })}
              getValueFromEvent={(value: Dayjs) => value.format('YYYY-MM-DD')}
            >
              <DatePicker allowClear={false} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="assignee" label={t('calendar:tasks.form.assignee')}>
              <AutoComplete options={assignees.map((value) => ({ value }))} allowClear />
            </Form.Item>
          </div>
          <Form.Item
            name="note"
            label={t('calendar:tasks.form.note')}
            rules={[{ max: 500, message: t('accounts:form.tooLong', { count: 500 }) }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
