import { Form, Input, Segmented } from 'antd'
import { type NoteInput, noteKinds, type TimelineEvent } from '#shared/contract/timeline'
import { useApi, useChanged } from '../../components/backend'
import { DayInput, todayHere } from '../../components/day-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'

type Note = NonNullable<TimelineEvent['note']>

interface NoteDrawerProps {
  accountId: number
  /** `new`, or the note that is edited; null: closed. */
  note: 'new' | Note | null
  onClose: () => void
}

/** Writing down a call, a visit, a meeting. */
export function NoteDrawer({ accountId, note, onClose }: NoteDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  if (note === null) return null
  const today = todayHere()
  const initial: NoteInput =
    note === 'new'
      ? { kind: 'call', happenedOn: today, withWhom: '', text: '' }
      : { kind: note.kind, happenedOn: note.happenedOn, withWhom: note.withWhom, text: note.text }
  return (
    <FormDrawer<NoteInput>
      open
      width={480}
      title={t(note === 'new' ? 'timeline:note.new' : 'timeline:note.edit')}
      initial={initial}
      draftKey={note === 'new' ? `note.new.${accountId}` : `note.${note.uid}`}
      draftBase={note === 'new' ? today : String(note.version)}
      onClose={onClose}
      onSubmit={async (input) => {
        if (note === 'new') await api.timeline.addNote({ accountId, note: input })
        else await api.timeline.updateNote({ uid: note.uid, version: note.version, note: input })
        await changed()
        done(t('timeline:note.saved'))
        onClose()
      }}
    >
      {() => (
        <>
          <Form.Item name="kind" label={t('timeline:note.kind')}>
            <Segmented options={noteKinds.map((value) => ({ value, label: t(`timeline:kind.${value}`) }))} />
          </Form.Item>
          <Form.Item
            name="happenedOn"
            label={t('timeline:note.happenedOn')}
            rules={[
              { required: true, message: t('components:input.required', { field: t('timeline:note.happenedOn') }) },
            ]}
          >
            <DayInput latest={today} />
          </Form.Item>
          <Form.Item
            name="withWhom"
            label={t('timeline:note.withWhom')}
            rules={[{ max: 80, message: t('accounts:form.tooLong', { count: 80 }) }]}
          >
            <Input autoComplete="off" placeholder={t('timeline:note.withWhomHint')} />
          </Form.Item>
          <Form.Item
            name="text"
            label={t('timeline:note.text')}
            rules={[
              {
                required: true,
                whitespace: true,
                message: t('components:input.required', { field: t('timeline:note.text') }),
              },
              { max: 2000, message: t('accounts:form.tooLong', { count: 2000 }) },
            ]}
          >
            <Input.TextArea rows={7} placeholder={t('timeline:note.textHint')} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
