import type { ReactNode } from 'react'
import { InboxOutlined } from './icons'

interface EmptyStateProps {
  title: string
  /** What to do first. */
  text?: ReactNode
  /** The button that does it. */
  action?: ReactNode
}

/** Nothing here yet: says what to do first and offers it. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className="empty-state" role="status">
      <InboxOutlined className="empty-state-icon" />
      <p className="empty-state-title">{title}</p>
      {text ? <p className="text-secondary">{text}</p> : null}
      {action ? <div className="row">{action}</div> : null}
    </div>
  )
}
