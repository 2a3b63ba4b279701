import type { ReactNode } from 'react'

interface FigureTileProps {
  label: string
  /** The figure: `<Money …>`, `<Count …>`. */
  value: ReactNode
  /** Change, rate or what else puts the figure into proportion. */
  note?: ReactNode
  /** A sparkline at the right. */
  trend?: ReactNode
}

/** One figure of a page's head: label, value, and what to compare it with. Several stand in a `figure-row`. */
export function FigureTile({ label, value, note, trend }: FigureTileProps) {
  return (
    <div className="figure-tile">
      <div className="text-secondary ellipsis">{label}</div>
      <div className="row row-spread">
        <span className="figure-tile-value">{value}</span>
        {trend}
      </div>
      <div className="figure-tile-note">{note}</div>
    </div>
  )
}
