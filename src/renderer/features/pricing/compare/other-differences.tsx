import type { SheetComparison, ValueDifference } from '#shared/domain/price-editing/compare-sheets'
import { useWords } from '../../../i18n'
import { workbookKey } from '../sheet-words'

/** Everything besides prices in which two sheets differ: 报价信息, 附加费, 阶梯. */
export function OtherDifferences({ comparison }: { comparison: SheetComparison }) {
  const t = useWords()
  const lines: { part: string; value: ValueDifference }[] = [
    ...comparison.info.map((value) => ({ part: t('pricing:sheet.facts'), value })),
    ...comparison.surcharges.flatMap(({ name, values }) =>
      values.map((value) => ({ part: `${t('pricing:sheet.surcharges')} · ${name}`, value })),
    ),
    ...comparison.tiers.flatMap(({ name, values }) =>
      values.map((value) => ({ part: `${t('pricing:sheet.tiers')} · ${name}`, value })),
    ),
  ]
  return (
    <section className="panel" aria-label={t('pricingEditor:compare.others')}>
      <h2>{t('pricingEditor:compare.others')}</h2>
      {lines.length === 0 ? (
        <p className="text-secondary">{t('pricingEditor:compare.othersNone')}</p>
      ) : (
        <table className="plain-table noted-rows">
          <thead>
            <tr>
              {(['part', 'key', 'before', 'after'] as const).map((key) => (
                <th scope="col" key={key}>
                  {t(`pricingEditor:compare.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ part, value }, index) => (
              <tr key={index}>
                <td>{part}</td>
                <td>{workbookKey(t, value.key)}</td>
                <td>{value.before ?? '-'}</td>
                <td>
                  <strong>{value.after ?? '-'}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
