import { Button, Dropdown } from 'antd'
import { UserOutlined } from '../components/icons'
import { role as roleForm, roles } from '#shared/contract/base'
import { useApi, useChanged } from '../components/backend'
import { useBook } from '../components/book'
import { useNotifyDone, useNotifyError } from '../components/notify'
import { useWords } from '../i18n'

/** Who works here and in which role; another role can be chosen. */
export function UserMenu() {
  const t = useWords()
  const api = useApi()
  const book = useBook()
  const changed = useChanged()
  const done = useNotifyDone()
  const failed = useNotifyError()
  const workAs = async (key: string) => {
    const role = roleForm.parse(key)
    try {
      await api.system.workAs({ role })
      await changed()
      done(t('shell:role.changed', { role: t(`shell:role.${role}`) }))
    } catch (error) {
      failed(error)
    }
  }
  const shown = `${book.userName} · ${t(`shell:role.${book.role}`)}`
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [book.role],
        items: [
          { key: 'hint', type: 'group', label: t('shell:role.hint') },
          ...roles.map((key) => ({ key, label: t(`shell:role.${key}`) })),
        ],
        onClick: ({ key }) => void workAs(key),
      }}
    >
      <Button
        type="text"
        className="user-name"
        icon={<UserOutlined />}
        aria-label={`${t('shell:role.label')} ${shown}`}
        title={t('shell:role.label')}
      >
        <span className="ellipsis">{shown}</span>
      </Button>
    </Dropdown>
  )
}
