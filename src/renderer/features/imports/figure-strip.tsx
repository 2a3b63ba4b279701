import type { ReactNode } from 'react'

export interface StripFigure {
  label: string
  value: ReactNode
  tone?: 'danger' | 'warning' | 'success'
}

/** A row of figures with their names: what an import will do or has done. */
export function FigureStrip({ figures }: { figures: readonly StripFigure[] }) {
  return (
    <dl className="figure-strip">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd className={figure.tone ? `text-${figure.tone}` : undefined}>{figure.value}</dd>
        </div>
      ))}
    </dl>
  )
}
