import type { ReactNode } from 'react'
import { HelpButton } from './help-button'

interface PageHeaderProps {
  title: ReactNode
  /** Badge, code, owner: beside the title. */
  extra?: ReactNode
  /** A short help text: what the page is for and how its figures are made. */
  help?: ReactNode
  /** Buttons at the right; the primary one last. */
  actions?: ReactNode
}

/** Title line of a page, with its help and its buttons. Every page has exactly one. */
export function PageHeader({ title, extra, help, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="row">
        <h1>{title}</h1>
        {extra}
        {help ? <HelpButton text={help} /> : null}
      </div>
      {actions ? <div className="row">{actions}</div> : null}
    </header>
  )
}
