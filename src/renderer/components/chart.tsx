import { useEffect, useRef, useState } from 'react'
import type { EChartsCoreOption } from 'echarts/core'
import { useLocale, useWords } from '../i18n'
import { cssVariables, fontFamilies, seriesColours } from '../styles/tokens'
import { useAppearance } from './appearance'
import type { ChartInstance } from './chart-engine'

export type ChartOption = EChartsCoreOption

interface ChartProps {
  /** What the chart shows, in one sentence with its main figure: read instead of the drawing. */
  label: string
  /** ECharts option without colours and fonts: those come from the theme. Keep it stable with useMemo. */
  option: ChartOption
  /** px */
  height?: number
  /** Series and data index of what was clicked. */
  onSelect?: (point: { series: number; index: number }) => void
}

/** A chart (bar, line, pie) in the theme's colours, drawn as vectors; the drawing engine is loaded when first needed. */
export function Chart({ label, option, height = 220, onSelect }: ChartProps) {
  const t = useWords()
  const appearance = useAppearance()
  const locale = useLocale()
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ChartInstance | null>(null)
  const [ready, setReady] = useState(false)
  const select = useRef(onSelect)
  useEffect(() => {
    select.current = onSelect
  })

  useEffect(() => {
    let gone = false
    let observer: ResizeObserver | null = null
    void import('./chart-engine').then(({ initChart }) => {
      if (gone || !box.current) return
      const instance = initChart(box.current, null, { renderer: 'svg' })
      instance.on('click', (event) => {
        select.current?.({ series: event.seriesIndex ?? 0, index: event.dataIndex })
      })
      observer = new ResizeObserver(() => instance.resize())
      observer.observe(box.current)
      chart.current = instance
      setReady(true)
    })
    return () => {
      gone = true
      observer?.disconnect()
      chart.current?.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    if (ready) chart.current?.setOption(merged(themed(appearance, fontFamilies[locale]), option), { notMerge: true })
  }, [ready, option, appearance, locale])

  return (
    <div className="chart" style={{ height }} role="img" aria-label={label}>
      {ready ? null : <span className="text-secondary chart-loading">{t('components:chart.loading')}</span>}
      <div ref={box} style={{ height }} aria-hidden="true" />
    </div>
  )
}

/** A chart's own tooltip, legend and grid add to the window's instead of replacing them. */
function merged(base: ChartOption, own: ChartOption): ChartOption {
  const result: ChartOption = { ...base, ...own }
  for (const part of ['tooltip', 'legend', 'grid']) {
    const [theirs, ours] = [base[part], own[part]]
    if (isPart(theirs) && isPart(ours)) result[part] = { ...theirs, ...ours }
  }
  return result
}

function isPart(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Colours and fonts of the window; axes take theirs through `chartAxis`. */
function themed(appearance: 'light' | 'dark', fontFamily: string): ChartOption {
  const colours = cssVariables(appearance)
  return {
    color: [...seriesColours[appearance]],
    animationDuration: 150,
    textStyle: { fontFamily, fontSize: 12, color: colours['--text-secondary'] },
    grid: { left: 8, right: 8, top: 32, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours['--container'],
      borderColor: colours['--border'],
      textStyle: { color: colours['--text'], fontFamily, fontSize: 12 },
    },
    legend: {
      top: 0,
      right: 0,
      icon: 'roundRect',
      itemWidth: 12,
      itemHeight: 8,
      textStyle: { color: colours['--text'] },
    },
  }
}

/** Lines and labels of an axis in the window's colours: spread into `xAxis` and `yAxis`. */
export function chartAxis(appearance: 'light' | 'dark') {
  const colours = cssVariables(appearance)
  return {
    axisLine: { lineStyle: { color: colours['--border'] } },
    axisTick: { show: false },
    axisLabel: { color: colours['--text-secondary'], fontSize: 11 },
    splitLine: { lineStyle: { color: colours['--border-secondary'] } },
    nameTextStyle: { color: colours['--text-secondary'], fontSize: 11 },
  }
}
