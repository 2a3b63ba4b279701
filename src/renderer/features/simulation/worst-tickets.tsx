import type { SimulationResult } from '#shared/contract/simulation'
import { Money, Weight } from '../../components/figures'
import { useWords } from '../../i18n'

/** The tickets with the lowest margin afterwards, or without costs those that lose most. */
export function WorstTickets({ rows, costs }: { rows: SimulationResult['worst']; costs: boolean }) {
  const t = useWords()
  if (rows.length === 0) return <p className="text-secondary">{t('simulation:worst.none')}</p>
  const texts = ['number', 'shippedOn', 'account', 'destination'] as const
  const figures = ['weight', 'before', 'after', ...(costs ? (['cost', 'margin'] as const) : [])] as const
  return (
    <section className="panel-plain">
      <table className="plain-table">
        <thead>
          <tr>
            {texts.map((key) => (
              <th key={key} scope="col">
                {t(`simulation:col.${key}`)}
              </th>
            ))}
            {figures.map((key) => (
              <th key={key} scope="col" className="cell-figure">
                {t(`simulation:col.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.number} ${row.shippedOn}`}>
              <td>{row.number}</td>
              <td className="figure">{row.shippedOn}</td>
              <td>{row.account}</td>
              <td>{row.destination}</td>
              <td className="cell-figure">
                <Weight grams={row.chargeableGrams} />
              </td>
              <td className="cell-figure">
                <Money fen={row.beforeFen} />
              </td>
              <td className="cell-figure">
                <Money fen={row.afterFen} />
              </td>
              {costs ? (
                <>
                  <td className="cell-figure">
                    <Money fen={row.costFen} />
                  </td>
                  <td className="cell-figure">
                    <Money fen={row.marginFen} />
                  </td>
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
