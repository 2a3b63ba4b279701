import { memo, useRef, useState, type ComponentType } from 'react'
import type { PlanDetail } from '#shared/contract/plans'
import { useWords } from '../../i18n'
import type { Part } from './merge-plan'
import { ActionsSection, ReviewSection, TeamSection } from './sections/people-sections'
import { BusinessSection, ProfileSection } from './sections/business-sections'
import { GoalsSection } from './sections/goals-section'
import { NeedsSection } from './sections/needs-section'
import { PriceSection, RetentionSection, RiskSection, SwotSection } from './sections/text-sections'
import type { PlanEditing } from './use-plan'

export interface SectionProps {
  detail: PlanDetail
  editing: PlanEditing
}

interface SectionEntry {
  key: string
  Section: ComponentType<SectionProps>
  /** All it shows of what people write: it is drawn anew only when one of these changes. */
  parts: readonly Part[]
}

/** The sections in the order of the paper. */
const sections = [
  { key: 'profile', Section: ProfileSection, parts: ['profile'] },
  { key: 'business', Section: BusinessSection, parts: [] },
  { key: 'needs', Section: NeedsSection, parts: ['needs', 'walletFen', 'competitors'] },
  { key: 'swot', Section: SwotSection, parts: ['strengths', 'weaknesses', 'opportunities', 'threats'] },
  { key: 'goals', Section: GoalsSection, parts: ['goals'] },
  {
    key: 'retention',
    Section: RetentionSection,
    parts: ['retentionFinancial', 'retentionSocial', 'retentionStructural', 'servicePackage', 'serviceNote'],
  },
  { key: 'price', Section: PriceSection, parts: ['priceNote'] },
  { key: 'actions', Section: ActionsSection, parts: ['actions'] },
  { key: 'team', Section: TeamSection, parts: ['team'] },
  { key: 'risk', Section: RiskSection, parts: ['risks', 'budgetFen', 'expectedReturn'] },
  { key: 'review', Section: ReviewSection, parts: ['reviewLog'] },
] as const satisfies readonly SectionEntry[]

type SectionKey = (typeof sections)[number]['key']

/** The sections below each other and their names at the left: a click goes there, scrolling marks where one is. */
export function SectionFrame({ detail, editing }: SectionProps) {
  const t = useWords()
  const body = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<SectionKey>('profile')
  const elementOf = (key: SectionKey) => body.current?.querySelector<HTMLElement>(`[data-section="${key}"]`)
  const go = (key: SectionKey) => {
    const element = elementOf(key)
    if (!body.current || !element) return
    body.current.scrollTop = element.offsetTop
    setCurrent(key)
    element.querySelector('h2')?.focus({ preventScroll: true })
  }
  const onScroll = () => {
    const { current: scroller } = body
    if (!scroller) return
    const atEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2
    const passed = sections.filter(({ key }) => (elementOf(key)?.offsetTop ?? 0) <= scroller.scrollTop + 48)
    const at = atEnd ? sections.at(-1) : passed.at(-1)
    // A section at the end of the page may be too short to reach the top: a click on it stands.
    if (at && !(atEnd && isBelow(current, passed.at(-1)?.key))) setCurrent(at.key)
  }
  const faulty = (parts: readonly string[]) =>
    [...editing.faults.keys()].some((path) => parts.includes(path.split('.')[0] ?? ''))
  return (
    <div className="plan-frame">
      <nav className="plan-nav" aria-label={t('plans:page.sections')}>
        <ol>
          {sections.map(({ key, parts }, index) => (
            <li key={key}>
              <button
                type="button"
                aria-current={current === key ? 'true' : undefined}
                className={faulty(parts) ? 'text-danger' : undefined}
                onClick={() => go(key)}
              >
                <span className="figure text-secondary">{index + 1}</span> {t(`plans:section.${key}`)}
                {faulty(parts) ? ' !' : ''}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div className="plan-body" ref={body} onScroll={onScroll} tabIndex={-1}>
        {sections.map(({ key, Section, parts }, index) => (
          <section key={key} data-section={key} className="panel plan-section" aria-label={t(`plans:section.${key}`)}>
            <h2 tabIndex={-1}>
              {index + 1}　{t(`plans:section.${key}`)}
            </h2>
            <Body Section={Section} parts={parts} detail={detail} editing={editing} />
          </section>
        ))}
      </div>
    </div>
  )
}

/** A plan has some hundred fields: a key typed into one of them leaves the other sections as they are. */
const Body = memo(
  ({ Section, detail, editing }: Omit<SectionEntry, 'key'> & SectionProps) => (
    <Section detail={detail} editing={editing} />
  ),
  (before, now) =>
    before.detail === now.detail &&
    before.editing.faults === now.editing.faults &&
    now.parts.every((part) => before.editing.content[part] === now.editing.content[part]),
)

function isBelow(key: SectionKey, other: SectionKey | undefined): boolean {
  const place = (one: SectionKey | undefined) => sections.findIndex((section) => section.key === one)
  return place(key) > place(other)
}
