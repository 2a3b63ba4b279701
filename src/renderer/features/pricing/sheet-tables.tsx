import { useMemo } from 'react'
import { priceTerm } from '#shared/i18n/price-term'
import { useWords } from '../../i18n'
import { placesOfZones } from './bracket-table'
import { workbookKey } from './sheet-words'

/** Each zone with the places that lie in it. */
export function ZonePlaces({ zones }: { zones: readonly { zone: string; places: string }[] }) {
  const t = useWords()
  const places = useMemo(() => [...placesOfZones([...zones])], [zones])
  return (
    <section className="panel" aria-label={t('pricing:sheet.zones')}>
      <h2>
        {t('pricing:sheet.zones')}{' '}
        <span className="text-secondary panel-hint">{t('pricing:sheet.zonesCount', { count: places.length })}</span>
      </h2>
      <dl className="zone-places">
        {places.map(([zone, text]) => (
          <div key={zone}>
            <dt>{zone}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** 附加费 or 阶梯: rows of named cells, only the columns that some row fills, in the order of the workbook. */
export function NotedRows({ title, rows }: { title: string; rows: readonly Readonly<Record<string, string>>[] }) {
  const t = useWords()
  const columns = columnsOf(rows)
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <div className="bracket-scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="plain-table noted-rows">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {workbookKey(t, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column}>{priceTerm(t, row[column] ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Columns of both sheets in the order of the workbook. */
const order =
  '项目、依据、期间、方式、数值、基数、下限、上限、折扣或返利、最低、最高、免收额、基数取整、适用目的地、开始日期、结束日期、条件、参与折扣、结算'.split(
    '、',
  )

function columnsOf(rows: readonly Readonly<Record<string, string>>[]): string[] {
  const filled = new Set(rows.flatMap((row) => Object.keys(row)))
  return [...order.filter((column) => filled.has(column)), ...[...filled].filter((column) => !order.includes(column))]
}
