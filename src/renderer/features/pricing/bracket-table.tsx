import { useMemo } from 'react'
import { bracketTitle } from '#shared/i18n/price-term'
import { useLocale, useWords } from '../../i18n'
import type { SheetDetail } from './sheet-page'
import { workbookKey } from './sheet-words'

type Tables = Pick<SheetDetail['tables'], 'columns' | 'rows' | 'zones'>

/** The bracket table cell by cell as the workbook has it; the first column stays while the brackets scroll. */
export function BracketTable({ tables }: { tables: Tables }) {
  const t = useWords()
  const locale = useLocale()
  const places = useMemo(() => placesOfZones(tables.zones), [tables.zones])
  const volume = tables.columns.some((column) => column.includes('m³'))
  const byZone = tables.zones.length > 0
  return (
    <section className="panel" aria-label={t('pricing:sheet.table')}>
      <h2>
        {t('pricing:sheet.table')}{' '}
        <span className="text-secondary panel-hint">
          {t(volume ? 'pricing:sheet.tableHintVolume' : 'pricing:sheet.tableHint')}
        </span>
      </h2>
      {/* Scrolls by itself, so it can be reached with the keyboard. */}
      <div className="bracket-scroll" tabIndex={0} role="group" aria-label={t('pricing:sheet.table')}>
        <table className="plain-table bracket-table">
          <thead>
            <tr>
              <th scope="col">{workbookKey(t, byZone ? '分区' : '目的地')}</th>
              {tables.columns.map((column) => (
                <th scope="col" key={column} className="cell-figure">
                  {bracketTitle(locale, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tables.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" title={places.get(row.key)}>
                  {row.key}
                  {row.key === '*' ? <span className="text-secondary"> {t('pricing:sheet.anyPlace')}</span> : null}
                </th>
                {tables.columns.map((column, index) => (
                  <td key={column} className="cell-figure">
                    {row.cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** The places of each zone in one text; a zone may stand in several rows. */
export function placesOfZones(zones: Tables['zones']): Map<string, string> {
  const places = new Map<string, string>()
  for (const { zone, places: text } of zones) {
    const before = places.get(zone)
    places.set(zone, before === undefined ? text : `${before}、${text}`)
  }
  return places
}
