import { Button, Popover } from 'antd'
import { QuestionCircleOutlined } from './icons'
import type { ReactNode } from 'react'
import { useWords } from '../i18n'

/** A question mark that opens a short text for a newcomer: what this part is for, how its figures are made. */
export function HelpButton({ text }: { text: ReactNode }) {
  const t = useWords()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('shell:help.open')}
      content={<div className="help-text">{text}</div>}
    >
      <Button type="text" size="small" icon={<QuestionCircleOutlined />} aria-label={t('shell:help.open')} />
    </Popover>
  )
}
