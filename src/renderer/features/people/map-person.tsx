import type { KeyboardEvent, PointerEvent } from 'react'
import type { PersonRow } from '#shared/contract/people'
import { cutText, influenceDots, stanceSigns } from '#shared/domain/people/map-figure'
import { box } from '#shared/domain/people/map-layout'
import { useWords } from '../../i18n'

const halvesOfName = 14
const halvesOfPart = 24

interface MapPersonProps {
  person: PersonRow
  /** Centre of the box. */
  at: { x: number; y: number }
  /** Somebody's line would end here if it were let go now. */
  target: boolean
  editable: boolean
  onGrab: (event: PointerEvent<SVGElement>) => void
  onPull: (event: PointerEvent<SVGElement>) => void
  onKey: (event: KeyboardEvent<SVGElement>) => void
  onOpen: () => void
}

/** One box of the relationship map: name, part, stance as sign and word, influence as dots. */
export function MapPerson({ person, at, target, editable, onGrab, onPull, onKey, onOpen }: MapPersonProps) {
  const t = useWords()
  const stance = person.stance ?? 'unknown'
  const role = person.role ? t(`people:role.${person.role}`) : ''
  const primary = person.primary ? t('people:map.primary') : ''
  const part = [role, person.title].filter(Boolean).join(' ')
  return (
    <g
      className={`map-person stance-${stance}${target ? ' map-target' : ''}`}
      transform={`translate(${at.x - box.width / 2} ${at.y - box.height / 2})`}
    >
      <rect
        className="map-box"
        width={box.width}
        height={box.height}
        rx={4}
        role="button"
        tabIndex={0}
        aria-label={t('people:map.person', {
          name: person.name,
          role: role || '—',
          stance: t(`people:stance.${stance}`),
          influence: person.influence ?? '—',
        })}
        onPointerDown={editable ? onGrab : undefined}
        onKeyDown={onKey}
        onDoubleClick={onOpen}
      >
        <title>{[person.name, part].filter(Boolean).join(' · ')}</title>
      </rect>
      {/* The box is named by its label; what is drawn on it says the same in pieces, cut to its width. */}
      <g className="map-text" aria-hidden="true">
        <g transform="translate(8 7)">
          <path className="stance-sign" d={stanceSigns[stance]} />
        </g>
        <text className="map-name" x={30} y={20}>
          {cutText(person.name, halvesOfName)}
        </text>
        <text className="map-small" x={8} y={36}>
          {cutText([part, primary].filter(Boolean).join(' · '), halvesOfPart)}
        </text>
        <text className="map-stance" x={8} y={51}>
          {t(`people:stance.${stance}`)}
        </text>
        {influenceDots.map((dot) => (
          <circle
            key={dot}
            className={dot <= (person.influence ?? 0) ? 'map-dot-on' : 'map-dot'}
            cx={box.width - 62 + dot * 9}
            cy={47}
            r={3}
          />
        ))}
      </g>
      {editable ? (
        <circle
          className="map-handle"
          data-handle={person.id}
          cx={box.width}
          cy={box.height}
          r={6}
          onPointerDown={onPull}
        >
          <title>{t('people:map.handle', { name: person.name })}</title>
        </circle>
      ) : null}
    </g>
  )
}
