import { useMemo } from 'react'
import { parseSheetForm } from '#shared/domain/rating/parse-sheet'
import { roundingExamples } from '#shared/domain/rating/rounding-examples'
import { useWords } from '../../../i18n'
import { RoundingTable } from '../rounding-table'

const KEYS = new Set(['进位', '预进位', '首重', '最低计费重'])

/** The table of examples beside the rounding rule (PRICING §2), following every key; the engine itself reckons it. */
export function RoundingLive({ info }: { info: readonly { key: string; value: string }[] }) {
  const t = useWords()
  const examples = useMemo(() => {
    const own = Object.fromEntries(info.filter(({ key }) => KEYS.has(key)).map(({ key, value }) => [key, value]))
    const { sheet } = parseSheetForm({ info: own, columns: ['0以上'], rows: [{ key: '*', cells: ['0'] }] })
    return sheet ? roundingExamples(sheet) : null
  }, [info])
  return (
    <section className="panel" aria-label={t('pricingEditor:rounding.title')}>
      <h2>{t('pricingEditor:rounding.title')}</h2>
      {examples === null ? (
        <p className="text-warning">{t('pricingEditor:rounding.wrong')}</p>
      ) : (
        <RoundingTable examples={examples} />
      )}
    </section>
  )
}
