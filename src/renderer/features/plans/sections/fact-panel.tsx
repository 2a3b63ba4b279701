import type { ReactNode } from 'react'
import { useWords } from '../../../i18n'

/** What the book says, beside what people write: on its own ground, because it cannot be edited here. */
export function FactPanel({ title, children }: { title: string; children: ReactNode }) {
  const t = useWords()
  return (
    <aside className="fact-panel" aria-label={title}>
      <h3>
        {title} <span className="text-secondary panel-hint">{t('plans:facts.title')}</span>
      </h3>
      {children}
    </aside>
  )
}
