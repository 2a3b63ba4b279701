import type { PlanFacts } from '#shared/contract/plans'
import { cutText, influenceDots, pathOf, stanceSigns } from '#shared/domain/people/map-figure'
import { missingAmong, type MissingPerson } from '#shared/domain/people/gaps'
import { box, layoutMap, missingHeight, placeMissing } from '#shared/domain/people/map-layout'
import { isWordKey, type Locale, translate } from '#shared/i18n/index'
import { ink } from '../../print/paper-style'
import { PaperTable } from '../../print/table'
import { Field } from './plan-paper-parts'
import type { Words } from './plan-words'

type Person = PlanFacts['contacts'][number]

/** Told by sign and word as well: the colour only helps, and a black print loses nothing. */
const stanceInk = { support: ink.main, neutral: ink.grey, oppose: ink.bad, unknown: ink.grey } as const
const halvesOfName = 14
const halvesOfTitle = 18

interface PeopleProps {
  facts: PlanFacts
  locale: Locale
  t: Words
}

/** The people of the customer: the relationship map as a vector, what is missing, and the list with masked numbers. */
export function People({ facts: { contacts, contactGaps }, locale, t }: PeopleProps) {
  if (contacts.length === 0) return <Field label={t('paper.contacts')} text={t('facts.noContacts')} t={t} />
  const gaps = contactGaps.map(({ code, params }) => {
    const key = `people:gap.${code}`
    return isWordKey(key) ? translate(locale, key, params) : code
  })
  return (
    <>
      <h3>{t('paper.map')}</h3>
      <RelationshipMap people={contacts} missing={missingAmong(contactGaps)} locale={locale} />
      <Field
        label={translate(locale, 'people:gap.title')}
        text={gaps.length === 0 ? translate(locale, 'people:gap.none') : gaps.join(t('draft.comma'))}
        t={t}
      />
      <h3>{t('paper.contacts')}</h3>
      <PaperTable
        columns={[
          { header: t('paper.contact'), width: '18%', cell: ({ name }) => name },
          { header: t('paper.title.contact'), width: '18%', cell: ({ title }) => title },
          {
            header: translate(locale, 'fields:contact.role'),
            width: '14%',
            cell: ({ role }) => (role ? translate(locale, `people:role.${role}`) : '—'),
          },
          {
            header: translate(locale, 'fields:contact.stance'),
            width: '10%',
            cell: ({ stance }) => (stance ? translate(locale, `people:stance.${stance}`) : '—'),
          },
          { header: t('paper.phone'), nowrap: true, cell: ({ phone }) => phone },
          {
            header: translate(locale, 'fields:contact.lastContactOn'),
            nowrap: true,
            width: '15%',
            cell: ({ lastContactOn }) => lastContactOn ?? '—',
          },
        ]}
        rows={contacts}
      />
    </>
  )
}

/** Half a millimetre a unit where the page has room, so that few people are not drawn larger than the text. */
const unitsOfPage = 720

interface MapProps {
  people: readonly Person[]
  missing: readonly MissingPerson[]
  locale: Locale
}

function RelationshipMap({ people, missing, locale }: MapProps) {
  const layout = layoutMap(people)
  const { places, lines } = layout
  const { width, height, places: empty } = placeMissing(layout, missing.length)
  const room = Math.max(width, unitsOfPage)
  return (
    <div className="chart">
      <svg
        viewBox={`0 0 ${room} ${height}`}
        role="img"
        aria-label={translate(locale, 'people:map.label', { count: people.length })}
      >
        {lines.map(({ from, to, points }) => (
          <path key={`${from}-${to}`} d={pathOf(points)} fill="none" stroke={ink.text} strokeWidth={1} />
        ))}
        {people.map((person) => {
          const at = places.get(person.id)
          return at ? <PersonBox key={person.id} person={person} x={at.x} y={at.y} locale={locale} /> : null
        })}
        {missing.map((code, index) => {
          const at = empty[index]
          return at ? (
            <g key={code} transform={`translate(${at.x - box.width / 2} ${at.y - missingHeight / 2})`}>
              <rect
                width={box.width}
                height={missingHeight}
                rx={3}
                fill="none"
                stroke={ink.grey}
                strokeWidth={1.2}
                strokeDasharray="5 4"
              />
              <text x={box.width / 2} y={19} fontSize={10.5} textAnchor="middle">
                {translate(locale, `people:map.missing.${code}`)}
              </text>
            </g>
          ) : null
        })}
      </svg>
    </div>
  )
}

function PersonBox({ person, x, y, locale }: { person: Person; x: number; y: number; locale: Locale }) {
  const stance = person.stance ?? 'unknown'
  const colour = stanceInk[stance]
  const role = person.role ? translate(locale, `people:role.${person.role}`) : ''
  const primary = person.primary ? ` · ${translate(locale, 'people:map.primary')}` : ''
  return (
    <g transform={`translate(${x - box.width / 2} ${y - box.height / 2})`}>
      <rect
        width={box.width}
        height={box.height}
        rx={3}
        fill="#fff"
        stroke={colour}
        strokeWidth={1.4}
        strokeDasharray={stance === 'unknown' ? '4 3' : undefined}
      />
      <g transform="translate(8 8)">
        <path d={stanceSigns[stance]} fill="none" stroke={colour} strokeWidth={2.4} strokeLinecap="round" />
      </g>
      <text x={30} y={20} fontSize={12} fontWeight={600}>
        {cutText(person.name, halvesOfName)}
      </text>
      <text x={8} y={36} fontSize={9.5}>
        {cutText([role, person.title].filter(Boolean).join(' ') + primary, halvesOfTitle + 6)}
      </text>
      <text x={8} y={51} fontSize={9} style={{ fill: colour }}>
        {translate(locale, `people:stance.${stance}`)}
      </text>
      {influenceDots.map((dot) => (
        <circle
          key={dot}
          cx={box.width - 50 + dot * 8}
          cy={48}
          r={2.7}
          fill={dot <= (person.influence ?? 0) ? ink.text : '#fff'}
          stroke={ink.text}
          strokeWidth={0.8}
        />
      ))}
    </g>
  )
}
