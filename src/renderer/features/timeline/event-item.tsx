import { Button } from 'antd'
import {
  CarOutlined,
  DeleteOutlined,
  EditOutlined,
  FileTextOutlined,
  FlagOutlined,
  HistoryOutlined,
  ImportOutlined,
  MessageOutlined,
  PaperClipOutlined,
  PhoneOutlined,
  TagOutlined,
  TeamOutlined,
  TrophyOutlined,
  WechatOutlined,
} from '../../components/icons'
import type { ComponentType } from 'react'
import { Link } from 'react-router'
import type { TimelineEvent } from '#shared/contract/timeline'
import { localMinute } from '#shared/fields/change-words'
import { eventTitle, kindWord } from '#shared/fields/event-words'
import { useWords } from '../../i18n'
import { ChangeText } from '../history/change-text'

const icons: Readonly<Record<string, ComponentType>> = {
  call: PhoneOutlined,
  visit: CarOutlined,
  meeting: TeamOutlined,
  wechat: WechatOutlined,
  other: MessageOutlined,
  change: HistoryOutlined,
  import: ImportOutlined,
  price: TagOutlined,
  attachment: PaperClipOutlined,
  plan: FlagOutlined,
  milestone: TrophyOutlined,
}

interface EventItemProps {
  event: TimelineEvent
  /** Absent: notes cannot be changed now. */
  onEdit?: (event: TimelineEvent) => void
  onRemove?: (event: TimelineEvent) => void
}

/** One event: what happened, by whom, and what is to be known of it. */
export function EventItem({ event, onEdit, onRemove }: EventItemProps) {
  const t = useWords()
  const Icon = icons[event.kind] ?? FileTextOutlined
  const title = eventTitle(t, event)
  const day = event.day ?? localMinute(event.at).slice(0, 10)
  return (
    <li className="timeline-event">
      <span className="timeline-icon" title={kindWord(t, event.kind)}>
        <Icon aria-hidden="true" />
      </span>
      <div className="timeline-body">
        <div className="row row-spread">
          <span className="row row-wrap timeline-title">
            {event.link ? <Link to={event.link}>{title}</Link> : <strong>{title}</strong>}
            {event.note ? null : <span>{event.text}</span>}
          </span>
          <span className="row text-secondary timeline-by">
            {event.note && onEdit && onRemove ? (
              <>
                <Button
                  type="text"
                  size="small"
                  icon={<EditOutlined />}
                  aria-label={t('timeline:note.editNamed', { day })}
                  title={t('shell:edit')}
                  onClick={() => onEdit(event)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('timeline:note.removeNamed', { day })}
                  title={t('shell:remove')}
                  onClick={() => onRemove(event)}
                />
              </>
            ) : null}
            {event.actor ? <span>{event.actor}</span> : null}
            {event.day ? null : <span className="figure">{localMinute(event.at).slice(11)}</span>}
          </span>
        </div>
        {event.note ? <p className="timeline-text">{event.text}</p> : null}
        {event.changes.map((change) => (
          <ChangeText key={change.field} change={{ entity: event.entity, ...change }} />
        ))}
      </div>
    </li>
  )
}
