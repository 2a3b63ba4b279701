import { Button, Popover } from 'antd'
import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined'
import type { ReactNode } from 'react'
import { useWords } from '../i18n'

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
  const t = useWords()
  return (
    <header className="page-header">
      <div className="row">
        <h1>{title}</h1>
        {extra}
        {help ? (
          <Popover
            trigger="click"
            placement="bottomLeft"
            title={t('shell:help.open')}
            content={<div className="help-text">{help}</div>}
          >
            <Button type="text" size="small" icon={<QuestionCircleOutlined />} aria-label={t('shell:help.open')} />
          </Popover>
        ) : null}
      </div>
      {actions ? <div className="row">{actions}</div> : null}
    </header>
  )
}
