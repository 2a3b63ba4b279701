interface SparklineProps {
  values: readonly number[]
  /** What it shows, for screen readers. */
  label: string
  width?: number
  height?: number
}

/** A line as high as a row: the course of a figure without axes; its last point is marked. */
export function Sparkline({ values, label, width = 96, height = 24 }: SparklineProps) {
  if (values.length < 2) return null
  const low = Math.min(0, ...values)
  const span = Math.max(...values) - low || 1
  const x = (index: number) => 2 + (index / (values.length - 1)) * (width - 4)
  const y = (value: number) => height - 2 - ((value - low) / span) * (height - 4)
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  const last = values.length - 1
  return (
    <svg className="sparkline" width={width} height={height} role="img" aria-label={label}>
      <polyline points={points} />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r={2} />
    </svg>
  )
}
