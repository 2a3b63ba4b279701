import { ink } from './paper-style'

/** Charts as vectors of their own, in units of 1/4 mm: 720 is the width of the paper between its margins. */
const width = 720

export interface Axis {
  /** Bottom and top of the axis, and the distance of its lines. */
  low: number
  high: number
  step: number
}

/** Round axis values that hold all of them and zero. */
export function axisOf(values: readonly number[], lines = 4): Axis {
  const high = Math.max(0, ...values)
  const low = Math.min(0, ...values)
  const rough = (high - low || 1) / lines
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  return { low: Math.floor(low / step) * step, high: Math.max(step, Math.ceil(high / step) * step), step }
}

export function axisValues({ low, high, step }: Axis): number[] {
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, at) => low + at * step)
}

interface Plot {
  left: number
  right: number
  top: number
  bottom: number
}

const yOf = (plot: Plot, axis: Axis, value: number) =>
  plot.bottom - ((value - axis.low) / (axis.high - axis.low)) * (plot.bottom - plot.top)

const short = (value: number) => Number(value.toFixed(1))

function Lines({ plot, axis, label }: { plot: Plot; axis: Axis; label: (value: number) => string }) {
  return axisValues(axis).map((value) => {
    const y = short(yOf(plot, axis, value))
    return (
      <g key={value}>
        <line
          x1={plot.left}
          x2={plot.right}
          y1={y}
          y2={y}
          stroke={value === 0 ? ink.grey : ink.line}
          strokeWidth={0.6}
        />
        <text x={plot.left - 4} y={y + 3.2} fontSize={9} textAnchor="end">
          {label(value)}
        </text>
      </g>
    )
  })
}

function Legend({ x, items }: { x: number; items: readonly { colour: string; label: string; line?: boolean }[] }) {
  return items.map(({ colour, label, line }, at) => (
    <g key={label} transform={`translate(${x + at * 92} 9)`}>
      {line ? (
        <line x1={0} x2={12} y1={-3} y2={-3} stroke={colour} strokeWidth={2} />
      ) : (
        <rect x={0} y={-7} width={12} height={8} fill={colour} />
      )}
      <text x={16} y={0} fontSize={9}>
        {label}
      </text>
    </g>
  ))
}

export interface Bar {
  label: string
  value: number
  colour?: string
}

export interface ParetoProps {
  bars: readonly (Bar & { cumulative: number })[]
  /** How axis values are written, and what bars and line are. */
  axisLabel: (value: number) => string
  barName: string
  lineName: string
  /** What the bars' colours mean. */
  groups: readonly { colour: string; label: string }[]
  /** Lines of the tier rule on the share axis, 0…1. */
  marks: readonly { share: number; label: string }[]
}

/** Bars in order of size with the line of their cumulative share and the lines where tiers end. */
export function ParetoChart({ bars, axisLabel, barName, lineName, groups, marks }: ParetoProps) {
  const height = 290
  const plot: Plot = { left: 56, right: width - 36, top: 22, bottom: height - 68 }
  const axis = axisOf(bars.map((bar) => bar.value))
  const shares: Axis = { low: 0, high: 1, step: 0.25 }
  const slot = (plot.right - plot.left) / Math.max(1, bars.length)
  const points = bars.map((bar, at) => [plot.left + (at + 0.5) * slot, yOf(plot, shares, bar.cumulative)] as const)
  const zero = yOf(plot, axis, 0)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${barName}, ${lineName}`}>
      <Lines plot={plot} axis={axis} label={axisLabel} />
      {axisValues(shares).map((value) => (
        <text key={value} x={plot.right + 4} y={yOf(plot, shares, value) + 3.2} fontSize={9}>
          {Math.round(value * 100)}%
        </text>
      ))}
      {bars.map((bar, at) => {
        const y = yOf(plot, axis, bar.value)
        const x = short(plot.left + at * slot + slot * 0.18)
        return (
          <g key={at}>
            <rect
              x={x}
              y={short(Math.min(y, zero))}
              width={short(slot * 0.64)}
              height={short(Math.max(0.5, Math.abs(zero - y)))}
              fill={bar.colour ?? ink.main}
            />
            <text
              fontSize={bars.length > 24 ? 7 : 8}
              textAnchor="end"
              transform={`translate(${short(x + slot * 0.4)} ${plot.bottom + 9}) rotate(-42)`}
            >
              {bar.label}
            </text>
          </g>
        )
      })}
      {marks.map(({ share, label }) => {
        const y = short(yOf(plot, shares, share))
        return (
          <g key={label}>
            <line
              x1={plot.left}
              x2={plot.right}
              y1={y}
              y2={y}
              stroke={ink.second}
              strokeWidth={0.7}
              strokeDasharray="3 3"
            />
            <text
              x={plot.right - 3}
              y={y - 3}
              fontSize={8}
              textAnchor="end"
              stroke="#fff"
              strokeWidth={3}
              paintOrder="stroke"
            >
              {label}
            </text>
          </g>
        )
      })}
      <polyline
        points={points.map(([x, y]) => `${short(x)},${short(y)}`).join(' ')}
        fill="none"
        stroke={ink.second}
        strokeWidth={1.4}
      />
      {points.map(([x, y], at) => (
        <circle key={at} cx={short(x)} cy={short(y)} r={1.7} fill={ink.second} />
      ))}
      <Legend
        x={plot.left}
        items={[
          ...(groups.length > 0 ? groups : [{ colour: ink.main, label: barName }]),
          { colour: ink.second, label: lineName, line: true },
        ]}
      />
    </svg>
  )
}

export interface MonthsChartProps {
  months: readonly { month: string; bar: number; line: number | null }[]
  axisLabel: (value: number) => string
  barName: string
  lineName: string
}

/** Up to 24 months: bars of revenue, line of margin on the same axis; unknown margins leave a gap. */
export function MonthsChart({ months, axisLabel, barName, lineName }: MonthsChartProps) {
  const height = 190
  const plot: Plot = { left: 56, right: width - 6, top: 22, bottom: height - 30 }
  const axis = axisOf(months.flatMap(({ bar, line }) => [bar, line ?? 0]))
  const slot = (plot.right - plot.left) / Math.max(1, months.length)
  const zero = yOf(plot, axis, 0)
  const centre = (at: number) => short(plot.left + (at + 0.5) * slot)
  const runs = months.reduce<string[][]>((all, { line }, at) => {
    if (line === null) return [...all, []]
    const run = all.at(-1) ?? []
    return [...all.slice(0, -1), [...run, `${centre(at)},${short(yOf(plot, axis, line))}`]]
  }, [])
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${barName}, ${lineName}`}>
      <Lines plot={plot} axis={axis} label={axisLabel} />
      {months.map(({ month, bar }, at) => {
        const y = yOf(plot, axis, bar)
        const january = month.endsWith('-01') || at === 0
        return (
          <g key={month}>
            <rect
              x={short(plot.left + at * slot + slot * 0.2)}
              y={short(Math.min(y, zero))}
              width={short(slot * 0.6)}
              height={short(Math.abs(zero - y))}
              fill={ink.main}
            />
            <text x={centre(at)} y={plot.bottom + 11} fontSize={8.5} textAnchor="middle">
              {Number(month.slice(5))}
            </text>
            {january ? (
              <text
                x={centre(at)}
                y={plot.bottom + 22}
                fontSize={8.5}
                textAnchor={at === 0 ? 'start' : 'middle'}
                fontWeight={600}
              >
                {month.slice(0, 4)}
              </text>
            ) : null}
          </g>
        )
      })}
      {runs.map((run, at) => (
        <polyline key={at} points={run.join(' ')} fill="none" stroke={ink.second} strokeWidth={1.6} />
      ))}
      <Legend
        x={plot.left}
        items={[
          { colour: ink.main, label: barName },
          { colour: ink.second, label: lineName, line: true },
        ]}
      />
    </svg>
  )
}

/** Lying bars with their figures beside them, e.g. lanes in order of revenue. */
export function BarList({ bars, label }: { bars: readonly Bar[]; label: (value: number) => string }) {
  const row = 17
  const half = 350
  const left = 74
  const room = half - left - 86
  const most = Math.max(1, ...bars.map((bar) => Math.abs(bar.value)))
  return (
    <svg
      viewBox={`0 0 ${half} ${bars.length * row + 2}`}
      role="img"
      aria-label={bars.map((bar) => bar.label).join(', ')}
    >
      {bars.map((bar, at) => {
        const length = (Math.abs(bar.value) / most) * room
        return (
          <g key={at} transform={`translate(0 ${at * row})`}>
            <text x={left - 5} y={12} fontSize={9.5} textAnchor="end">
              {bar.label}
            </text>
            <rect x={left} y={3.5} width={short(Math.max(0.8, length))} height={10} fill={bar.colour ?? ink.main} />
            <text x={short(left + length + 5)} y={12} fontSize={9}>
              {label(bar.value)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
