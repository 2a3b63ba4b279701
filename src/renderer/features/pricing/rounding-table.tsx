import { useWords } from '../../i18n'

interface RoundingTableProps {
  examples: readonly { kg: string; rounded: string }[]
}

/** What a rounding rule makes of some weights (PRICING §2). */
export function RoundingTable({ examples }: RoundingTableProps) {
  const t = useWords()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col" className="cell-figure">
            {t('pricing:sheet.actual')}
          </th>
          <th scope="col" className="cell-figure">
            {t('pricing:sheet.rounded')}
          </th>
        </tr>
      </thead>
      <tbody>
        {examples.map(({ kg, rounded }) => (
          <tr key={kg}>
            <td className="cell-figure">{kg}</td>
            <td className="cell-figure">
              <strong>{rounded}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
