import { Badge, Button, Popover } from 'antd'
import BellOutlined from '@ant-design/icons/BellOutlined'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '../components/backend'
import { useMay } from '../components/book'
import { useMessageText } from '../components/message-text'
import { useMonth } from '../components/month'
import { SeverityMark } from '../components/severity-mark'
import { useWords } from '../i18n'

/** What needs doing, from every page: the workbench's tasks with their reasons and where to go. */
export function TasksBell() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const [month] = useMonth()
  const words = useMessageText()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['insight', 'workbench', month],
    queryFn: ({ signal }) => api.insight.workbench({ month }, { signal }),
    enabled: may('insight.read'),
  })
  const tasks = data?.tasks ?? []
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('shell:tasks.title')}
      open={open}
      onOpenChange={setOpen}
      content={
        tasks.length === 0 ? (
          t('shell:tasks.none')
        ) : (
          <ul className="task-list task-list-popover">
            {tasks.map((task) => (
              <li key={`${task.code}.${task.accountId ?? ''}.${task.route}`}>
                <SeverityMark severity={task.severity} />
                <Link to={task.route} onClick={() => setOpen(false)}>
                  {words(task)}
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    >
      <Badge count={tasks.length} size="small" overflowCount={99} offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} aria-label={t('shell:tasks.count', { count: tasks.length })} />
      </Badge>
    </Popover>
  )
}
