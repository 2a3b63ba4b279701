import type { PlanFacts } from '#shared/contract/plans'
import { quarterOf } from '#shared/domain/months'
import { BarList, MonthsChart } from '../../print/charts'
import { Figures, Section } from '../../print/paper'
import { ink } from '../../print/paper-style'
import { PaperTable, Signed } from '../../print/table'
import { count, rate, unknown, wholeKilograms, wholeYuan, yuan } from '../../print/text'
import type { Words } from './plan-words'

const shownLanes = 8

/** What the account brought: the year's figures, 24 months as a chart, quarters, lanes and products. */
export function Business({ facts, t }: { facts: PlanFacts; t: Words }) {
  const { months, lanes, products } = facts
  if (!months.some(({ revenueFen }) => revenueFen !== 0)) {
    return (
      <Section title={t('section.business')}>
        <p className="unfilled">{t('facts.noMonths')}</p>
      </Section>
    )
  }
  const year = months.slice(-12)
  const revenue = sum(year.map(({ revenueFen }) => revenueFen))
  const margin = sumKnown(year.map(({ marginFen }) => marginFen))
  return (
    <Section title={t('section.business')}>
      <Figures
        items={[
          { label: t('paper.months12'), value: yuan(revenue) },
          { label: t('paper.margin12'), value: yuan(margin), bad: (margin ?? 0) < 0 },
          { label: t('paper.rate12'), value: rate(margin, revenue) },
          { label: t('paper.pieces12'), value: count(sum(year.map(({ pieces }) => pieces))) },
          { label: t('facts.average'), value: yuan(facts.averageRevenueFen) },
        ]}
      />
      <h3>{t('paper.monthsTitle')}</h3>
      <div className="chart">
        <MonthsChart
          months={months.map(({ month, revenueFen, marginFen }) => ({ month, bar: revenueFen, line: marginFen }))}
          axisLabel={(value) => wholeYuan(value)}
          barName={t('field.revenueFen')}
          lineName={t('field.marginFen')}
        />
      </div>
      <Quarters facts={facts} t={t} />
      <div className="columns">
        <div>
          <h3>{t('paper.lanes')}</h3>
          {lanes.length === 0 ? (
            <p className="unfilled">{t('facts.none')}</p>
          ) : (
            <BarList
              bars={lanes.slice(0, shownLanes).map(({ name, revenueFen, marginFen }) => ({
                label: name === '' ? unknown : name,
                value: revenueFen,
                colour: marginFen !== null && marginFen < 0 ? ink.bad : ink.main,
              }))}
              label={(value) => wholeYuan(value)}
            />
          )}
        </div>
        <div>
          <h3>{t('paper.products')}</h3>
          <PaperTable
            columns={[
              { header: t('facts.product'), cell: ({ product }) => (product === '' ? '—' : product) },
              { header: t('facts.tickets'), right: true, cell: ({ tickets }) => count(tickets) },
              { header: t('facts.revenue'), right: true, cell: ({ revenueFen }) => yuan(revenueFen) },
            ]}
            rows={products}
          />
        </div>
      </div>
    </Section>
  )
}

function Quarters({ facts: { months }, t }: { facts: PlanFacts; t: Words }) {
  const quarters = Map.groupBy(months, ({ month }) => quarterOf(month))
  const rows = [...quarters].map(([quarter, own]) => ({
    quarter,
    pieces: sum(own.map(({ pieces }) => pieces)),
    grams: sum(own.map(({ grams }) => grams)),
    revenueFen: sum(own.map(({ revenueFen }) => revenueFen)),
    marginFen: sumKnown(own.map(({ marginFen }) => marginFen)),
  }))
  return (
    <>
      <h3>{t('paper.quarters')}</h3>
      <PaperTable
        columns={[
          { header: t('paper.quarter'), nowrap: true, cell: (row) => row.quarter },
          { header: t('field.pieces'), right: true, cell: (row) => count(row.pieces) },
          { header: t('paper.weight'), right: true, cell: (row) => wholeKilograms(row.grams) },
          { header: t('facts.revenue'), right: true, cell: (row) => yuan(row.revenueFen) },
          {
            header: t('facts.margin'),
            right: true,
            cell: (row) => <Signed value={row.marginFen} text={yuan(row.marginFen)} />,
          },
          { header: t('paper.rate12'), right: true, cell: (row) => rate(row.marginFen, row.revenueFen) },
        ]}
        rows={rows}
      />
    </>
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Unknown if any part is unknown: a sum that leaves something out would look like the whole. */
function sumKnown(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : sum(values.map((value) => value ?? 0))
}
