import { Button, Form, Input } from 'antd'
import { useApi, useChanged } from '../../components/backend'
import { useBook, useMay } from '../../components/book'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { useWords } from '../../i18n'

/** The book's name, where it lies, who works in it, and which program this is. */
export function BookPanel() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const book = useBook()
  const changed = useChanged()
  const done = useNotifyDone()
  const failed = useNotifyError()
  const rename = async ({ name }: { name: string }) => {
    try {
      await api.system.renameBook({ name })
      await changed()
      done(t('settings:book.renamed'))
    } catch (error) {
      failed(error)
    }
  }
  return (
    <section className="panel">
      <h2>{t('settings:book.title')}</h2>
      <Form
        layout="vertical"
        initialValues={{ name: book.bookName }}
        onFinish={(values: { name: string }) => void rename(values)}
        disabled={!may('system.manage')}
      >
        <Form.Item
          name="name"
          label={t('settings:book.name')}
          rules={[
            {
              required: true,
              whitespace: true,
              message: t('components:input.required', { field: t('settings:book.name') }),
            },
            { max: 60, message: t('accounts:form.tooLong', { count: 60 }) },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit">{t('shell:save')}</Button>
      </Form>
      <dl className="facts facts-apart">
        <dt>{t('settings:book.path')}</dt>
        <dd>{book.bookPath}</dd>
        <dt>{t('settings:book.user')}</dt>
        <dd>{book.userName}</dd>
        <dt>{t('settings:about.version')}</dt>
        <dd>
          {t('shell:appName')} {book.version}
        </dd>
        <dt>{t('settings:about.host')}</dt>
        <dd>{t(`settings:about.host.${book.host}`)}</dd>
      </dl>
    </section>
  )
}
