import { useMemo } from 'react'
import { formatFenGrouped } from '#shared/domain/money'
import { useWords } from '../i18n'
import { useAppearance } from './appearance'
import { Chart, chartAxis, type ChartOption } from './chart'
import { formatYuanRounded } from './figures'

export interface MonthPoint {
  month: string
  revenueFen: number
  /** Null: not known, drawn as a gap. */
  marginFen: number | null
}

interface MonthChartProps {
  months: readonly MonthPoint[]
  height?: number
  /** Called with the month that was clicked. */
  onMonth?: (month: string) => void
}

/** Revenue as bars and margin as a line over months; amounts in 元, or 万元 once they are large. */
export function MonthChart({ months, height = 220, onMonth }: MonthChartProps) {
  const t = useWords()
  const appearance = useAppearance()
  const option = useMemo<ChartOption>(() => {
    const axis = chartAxis(appearance)
    // From 100,000 元 on the axis counts in 万元 (English: 10,000 yuan).
    const large = months.some(({ revenueFen }) => revenueFen >= 10_000_000)
    const unit = large ? 1_000_000 : 100
    const name = t(large ? 'workbench:chart.wan' : 'workbench:chart.yuan')
    const series = (key: 'revenueFen' | 'marginFen') => months.map((row) => row[key])
    return {
      xAxis: { ...axis, type: 'category', data: months.map(({ month }) => month) },
      yAxis: {
        ...axis,
        type: 'value',
        name,
        axisLabel: { ...axis.axisLabel, formatter: (fen: number) => formatYuanRounded((fen / unit) * 100) },
      },
      series: [
        { name: t('workbench:chart.revenue'), type: 'bar', data: series('revenueFen'), barMaxWidth: 24 },
        { name: t('workbench:chart.margin'), type: 'line', data: series('marginFen'), symbolSize: 4 },
      ],
      tooltip: { valueFormatter: (fen: unknown) => (typeof fen === 'number' ? formatFenGrouped(fen) : '—') },
    }
  }, [months, t, appearance])
  const first = months[0]
  const last = months.at(-1)
  if (!first || !last) return <span className="text-secondary">{t('components:chart.noData')}</span>
  return (
    <Chart
      option={option}
      height={height}
      label={t('workbench:chart.label', {
        from: first.month,
        to: last.month,
        revenue: formatFenGrouped(last.revenueFen),
      })}
      onSelect={({ index }) => {
        const month = months[index]?.month
        if (month) onMonth?.(month)
      }}
    />
  )
}
