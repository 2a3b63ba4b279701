import { Button } from 'antd'
import { useState } from 'react'
import type { TimelineEvent } from '#shared/contract/timeline'
import { localMinute } from '#shared/fields/change-words'
import { kindWord } from '#shared/fields/event-words'
import { useWords } from '../../i18n'
import { EventItem } from './event-item'

interface EventDaysProps {
  rows: readonly TimelineEvent[]
  onEdit: ((event: TimelineEvent) => void) | undefined
  onRemove: ((event: TimelineEvent) => void) | undefined
}

/** Of so many events of one kind that follow one another on a day only the first ones are shown until asked for. */
const longRun = 5
const shownOfRun = 3

/** Events under the day they happened on. */
export function EventDays({ rows, onEdit, onRemove }: EventDaysProps) {
  return (
    <div className="panel">
      {grouped(rows, dayOf).map((events) => {
        const [first] = events
        return first ? (
          <div className="timeline-day" key={first.key}>
            <h3 className="figure">{dayOf(first)}</h3>
            <ul>
              {grouped(events, ({ kind }) => kind).map((run) => (
                <Run key={run[0]?.key} events={run} onEdit={onEdit} onRemove={onRemove} />
              ))}
            </ul>
          </div>
        ) : null
      })}
    </div>
  )
}

function Run({ events, onEdit, onRemove }: Omit<EventDaysProps, 'rows'> & { events: readonly TimelineEvent[] }) {
  const t = useWords()
  const [whole, setWhole] = useState(false)
  const folded = !whole && events.length >= longRun
  const kind = events[0]?.kind ?? ''
  return (
    <>
      {(folded ? events.slice(0, shownOfRun) : events).map((event) => (
        <EventItem key={event.key} event={event} onEdit={onEdit} onRemove={onRemove} />
      ))}
      {folded ? (
        <li className="timeline-fold">
          <Button type="link" size="small" onClick={() => setWhole(true)}>
            {t('timeline:folded', { count: events.length - shownOfRun, kind: kindWord(t, kind) })}
          </Button>
        </li>
      ) : null}
    </>
  )
}

function dayOf({ day, at }: TimelineEvent): string {
  return day ?? localMinute(at).slice(0, 10)
}

/** Neighbours with the same mark together. */
function grouped(rows: readonly TimelineEvent[], mark: (event: TimelineEvent) => string): TimelineEvent[][] {
  const groups: TimelineEvent[][] = []
  for (const event of rows) {
    const last = groups.at(-1)
    if (last?.[0] && mark(last[0]) === mark(event)) last.push(event)
    else groups.push([event])
  }
  return groups
}
