import type { NeedsFacts } from '#shared/contract/needs'
import { provinceName } from '#shared/domain/region/province-name'
import { formatCount, formatShare, Weight } from '../../components/figures'
import { useLocale, useWords } from '../../i18n'

const shownLanes = 8
const months = 3

/** The same questions answered by the waybills. */
export function NeedsFactsPanel({ facts }: { facts: NeedsFacts }) {
  const t = useWords()
  const locale = useLocale()
  if (facts.from === null || facts.to === null) {
    return (
      <section className="panel">
        <p className="text-secondary">{t('needs:facts.none')}</p>
      </section>
    )
  }
  const place = (code: string) => provinceName(code, locale) ?? t('needs:facts.noPlace')
  return (
    <div className="stack">
      <section className="panel">
        <h2>{t('needs:facts', { from: facts.from, to: facts.to })}</h2>
        <dl className="facts">
          <dt>{t('needs:facts.tickets')}</dt>
          <dd className="figure">{formatCount(facts.tickets / months)}</dd>
          <dt>{t('needs:facts.grams')}</dt>
          <dd>
            <Weight grams={Math.round(facts.grams / months / 1000) * 1000} />
          </dd>
        </dl>
      </section>
      <Shares
        title={t('needs:facts.products')}
        head={t('needs:facts.product')}
        whole={facts.tickets}
        rows={facts.products.map(({ product, tickets }) => [product || t('needs:facts.noProduct'), tickets])}
      />
      <Shares
        title={t('needs:facts.lanes')}
        head={t('needs:facts.lane')}
        whole={facts.tickets}
        rows={facts.lanes.slice(0, shownLanes).map(({ province, tickets }) => [place(province), tickets])}
      />
    </div>
  )
}

interface SharesProps {
  title: string
  head: string
  whole: number
  rows: [name: string, tickets: number][]
}

function Shares({ title, head, whole, rows }: SharesProps) {
  const t = useWords()
  return (
    <section className="panel-plain">
      <h2>{title}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="cell-figure">
              {t('needs:weights.tickets')}
            </th>
            <th scope="col" className="cell-figure">
              {t('needs:facts.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, tickets]) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="cell-figure">{formatCount(tickets)}</td>
              <td className="cell-figure">{whole > 0 ? formatShare(tickets / whole) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
