import { Count, Money } from '../../../components/figures'
import { MonthChart } from '../../../components/month-chart'
import { useWords } from '../../../i18n'
import { NoteField } from '../note-field'
import type { SectionProps } from '../section-frame'
import { FactPanel } from './fact-panel'

/** Who the customer is: from the archive, and what people know beyond it. */
export function ProfileSection({ detail, editing }: SectionProps) {
  const t = useWords()
  const { facts } = detail
  const plain = [
    [t('plans:facts.industry'), facts.industry],
    [t('plans:facts.manager'), facts.manager],
    [t('plans:facts.creditDays'), facts.creditDays === null ? '' : t('plans:facts.days', { count: facts.creditDays })],
  ] as const
  return (
    <div className="plan-beside">
      <NoteField
        part="profile"
        label={t('plans:field.profile')}
        hint={t('plans:field.profileHint')}
        editing={editing}
        rows={6}
      />
      <FactPanel title={t('plans:facts.archive')}>
        <dl className="plan-facts">
          {plain.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value || '—'}</dd>
            </div>
          ))}
        </dl>
        {facts.contacts.length === 0 ? (
          <p className="text-secondary">{t('plans:facts.noContacts')}</p>
        ) : (
          <ul className="plain-rows">
            {facts.contacts.map((contact) => (
              <li key={`${contact.name} ${contact.phone}`} className="row row-spread">
                <span className="ellipsis">
                  <strong>{contact.name}</strong> <span className="text-secondary">{contact.title}</span>
                </span>
                <span className="figure">{contact.phone}</span>
              </li>
            ))}
          </ul>
        )}
      </FactPanel>
    </div>
  )
}

/** What the book knows of the business: nothing to write here. */
export function BusinessSection({ detail }: SectionProps) {
  const t = useWords()
  const { months, lanes, products } = detail.facts
  const chart = months.filter((row) => row.pieces > 0).length === 0
  return (
    <div className="stack">
      <FactPanel title={t('plans:facts.months')}>
        {chart ? (
          <p className="text-secondary">{t('plans:facts.noMonths')}</p>
        ) : (
          <MonthChart months={months} height={200} />
        )}
      </FactPanel>
      <div className="grid-2">
        <FactPanel title={t('plans:facts.lanes')}>
          <FactTable first={t('plans:facts.lane')} rows={lanes} withMargin />
        </FactPanel>
        <FactPanel title={t('plans:facts.products')}>
          <FactTable
            first={t('plans:facts.product')}
            rows={products.map((row) => ({ ...row, name: row.product, marginFen: null }))}
          />
        </FactPanel>
      </div>
    </div>
  )
}

interface FactRow {
  name: string
  tickets: number
  revenueFen: number
  marginFen: number | null
}

/** As many rows as a reader takes in; what comes after them is one row. */
const MOST_ROWS = 10

/** The first rows and the sum of the others, whose margin is known only if that of each is. */
export function withRest(rows: readonly FactRow[], restName: (count: number) => string): FactRow[] {
  if (rows.length <= MOST_ROWS) return [...rows]
  const rest = rows.slice(MOST_ROWS - 1)
  const sum = (figure: (row: FactRow) => number) => rest.reduce((total, row) => total + figure(row), 0)
  const known = rest.every((row) => row.marginFen !== null)
  return [
    ...rows.slice(0, MOST_ROWS - 1),
    {
      name: restName(rest.length),
      tickets: sum((row) => row.tickets),
      revenueFen: sum((row) => row.revenueFen),
      marginFen: known ? sum((row) => row.marginFen ?? 0) : null,
    },
  ]
}

interface FactTableProps {
  first: string
  rows: readonly FactRow[]
  withMargin?: boolean
}

function FactTable({ first, rows, withMargin = false }: FactTableProps) {
  const t = useWords()
  if (rows.length === 0) return <p className="text-secondary">{t('plans:facts.none')}</p>
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col" className="cell-figure">
            {t('plans:facts.tickets')}
          </th>
          <th scope="col" className="cell-figure">
            {t('plans:facts.revenue')}
          </th>
          {withMargin ? (
            <th scope="col" className="cell-figure">
              {t('plans:facts.margin')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {withRest(rows, (count) => t('plans:facts.rest', { count })).map((row) => (
          <tr key={row.name}>
            <td>{row.name}</td>
            <td className="cell-figure">
              <Count value={row.tickets} />
            </td>
            <td className="cell-figure">
              <Money fen={row.revenueFen} />
            </td>
            {withMargin ? (
              <td className="cell-figure">
                <Money fen={row.marginFen} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
