import { Button } from 'antd'
import { ApartmentOutlined } from '../../components/icons'
import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { PersonRow } from '#shared/contract/people'
import { influenceDots, pathOf } from '#shared/domain/people/map-figure'
import type { MissingPerson } from '#shared/domain/people/gaps'
import { box, layoutMap, missingHeight, placeMissing, type Point } from '#shared/domain/people/map-layout'
import { HelpButton } from '../../components/help-button'
import { useWords } from '../../i18n'
import { MapPerson } from './map-person'
import { StanceMark } from './person-marks'
import { useMapActions } from './use-map'

/** How far an arrow key moves a box, and how far a pointer moves before it drags instead of choosing. */
const step = 12
const slack = 4

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
}

/** What the pointer does: moves a box, or draws a line from one to whom he reports. */
interface Drag {
  kind: 'move' | 'line'
  person: PersonRow
  from: Point
  at: Point
}

interface RelationshipMapProps {
  accountId: number
  people: readonly PersonRow[]
  /** Whom the map misses, drawn as empty boxes. */
  missing: readonly MissingPerson[]
  editable: boolean
  onOpen: (person: PersonRow) => void
}

/** 关系图: who reports to whom, who is for us and who decides; edited by dragging or by the keyboard. */
export function RelationshipMap({ accountId, people, missing, editable, onOpen }: RelationshipMapProps) {
  const t = useWords()
  const actions = useMapActions(accountId, people)
  const layout = useMemo(() => layoutMap(people), [people])
  const whole = placeMissing(layout, missing.length)
  const svg = useRef<SVGSVGElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const placeOf = (id: number): Point => layout.places.get(id) ?? { x: 0, y: 0 }
  const moved = drag && { x: drag.at.x - drag.from.x, y: drag.at.y - drag.from.y }
  const shown = (id: number): Point => {
    const at = placeOf(id)
    return drag?.kind === 'move' && drag.person.id === id && moved ? { x: at.x + moved.x, y: at.y + moved.y } : at
  }
  const under = (point: Point) =>
    people.find(({ id }) => {
      const at = placeOf(id)
      return Math.abs(at.x - point.x) <= box.width / 2 && Math.abs(at.y - point.y) <= box.height / 2
    })
  const target = drag?.kind === 'line' ? under(drag.at) : undefined

  /** The pointer's place in units of the map, however the picture is scaled. */
  const pointOf = (event: PointerEvent): Point => {
    const frame = svg.current?.getBoundingClientRect()
    if (!frame || frame.width === 0) return { x: 0, y: 0 }
    const scale = whole.width / frame.width
    return { x: (event.clientX - frame.left) * scale, y: (event.clientY - frame.top) * scale }
  }
  const begin = (kind: Drag['kind'], person: PersonRow) => (event: PointerEvent<SVGElement>) => {
    if (event.button !== 0) return
    event.stopPropagation()
    svg.current?.setPointerCapture?.(event.pointerId)
    const at = pointOf(event)
    setDrag({ kind, person, from: at, at })
  }
  const end = () => {
    setDrag(null)
    if (!drag || !moved) return
    if (drag.kind === 'line') {
      const boss = under(drag.at)
      if (boss && boss.id !== drag.person.id) void actions.report(drag.person, boss)
    } else if (Math.hypot(moved.x, moved.y) > slack) {
      void actions.move(layout, drag.person, shown(drag.person.id))
    }
  }
  const key = (person: PersonRow) => (event: KeyboardEvent) => {
    const way = arrows[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      onOpen(person)
    } else if (way && editable) {
      event.preventDefault()
      const at = placeOf(person.id)
      void actions.move(layout, person, { x: at.x + way.x, y: at.y + way.y })
    } else if (event.key === 'Delete' && editable && person.reportsTo !== null) {
      event.preventDefault()
      void actions.report(person, null)
    }
  }

  return (
    <div className="stack">
      <div className="row row-spread row-wrap">
        <span className="row row-wrap" aria-label={t('people:map.legend')} role="group">
          {(['support', 'neutral', 'oppose', null] as const).map((stance) => (
            <StanceMark key={stance ?? 'unknown'} stance={stance} />
          ))}
          <span className="row text-secondary">
            <svg className="map-legend-dots" viewBox="0 0 46 10" aria-hidden="true">
              {influenceDots.map((dot) => (
                <circle key={dot} className={dot <= 3 ? 'map-dot-on' : 'map-dot'} cx={dot * 9 - 4} cy={5} r={3} />
              ))}
            </svg>
            {t('people:map.influence')}
          </span>
          <HelpButton text={t('people:map.help')} />
        </span>
        {editable ? (
          <Button size="small" icon={<ApartmentOutlined />} onClick={() => void actions.arrange()}>
            {t('people:map.auto')}
          </Button>
        ) : null}
      </div>
      <div className="people-map">
        <svg
          ref={svg}
          width={whole.width}
          height={whole.height}
          viewBox={`0 0 ${whole.width} ${whole.height}`}
          role="group"
          aria-label={t('people:map.label', { count: people.length })}
          onPointerMove={(event) => drag && setDrag({ ...drag, at: pointOf(event) })}
          onPointerUp={end}
          onPointerCancel={() => setDrag(null)}
        >
          {layout.lines.map(({ from, to, points }) => (
            <path key={`${from}-${to}`} className="map-line" d={pathOf(points)} />
          ))}
          {missing.map((code, index) => {
            const at = whole.places[index]
            return at ? (
              <g key={code} transform={`translate(${at.x - box.width / 2} ${at.y - missingHeight / 2})`}>
                <rect className="map-missing" width={box.width} height={missingHeight} rx={4} />
                <text className="map-missing-text" x={box.width / 2} y={19} textAnchor="middle">
                  {t(`people:map.missing.${code}`)}
                </text>
              </g>
            ) : null
          })}
          {drag?.kind === 'line' ? (
            <path className="map-line-drawn" d={pathOf([placeOf(drag.person.id), drag.at])} />
          ) : null}
          {people.map((person) => (
            <MapPerson
              key={person.id}
              person={person}
              at={shown(person.id)}
              target={target?.id === person.id && drag?.person.id !== person.id}
              editable={editable}
              onGrab={begin('move', person)}
              onPull={begin('line', person)}
              onKey={key(person)}
              onOpen={() => onOpen(person)}
            />
          ))}
        </svg>
      </div>
    </div>
  )
}
