import { Form, Input, Select } from 'antd'
import { attachmentCategories, type AttachmentRow, type AttachmentText } from '#shared/contract/attachments'
import { useApi, useChanged } from '../../components/backend'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'

/** Title, category and note of an attachment; its file stays as it is. */
export function AttachmentDrawer({ row, onClose }: { row: AttachmentRow | null; onClose: () => void }) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  if (!row) return null
  const { title, category, note, uid, version } = row
  return (
    <FormDrawer<AttachmentText>
      open
      width={440}
      title={row.fileName}
      initial={{ title, category, note }}
      draftKey={`attachment.${uid}`}
      draftBase={String(version)}
      onClose={onClose}
      onSubmit={async (text) => {
        await api.attachments.update({ uid, version, text })
        await changed()
        done(t('attachments:saved', { name: text.title || row.fileName }))
        onClose()
      }}
    >
      {() => (
        <>
          <Form.Item
            name="title"
            label={t('attachments:field.title')}
            rules={[{ max: 120, message: t('accounts:form.tooLong', { count: 120 }) }]}
          >
            <Input autoComplete="off" placeholder={t('attachments:field.titleHint')} />
          </Form.Item>
          <Form.Item name="category" label={t('attachments:field.category')}>
            <Select
              options={attachmentCategories.map((value) => ({ value, label: t(`attachments:category.${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="note"
            label={t('attachments:field.note')}
            rules={[{ max: 500, message: t('accounts:form.tooLong', { count: 500 }) }]}
          >
            <Input.TextArea rows={4} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
