import { Tag } from 'antd'
import type { ContractRow } from '#shared/contract/contracts'
import type { ContractStatus as Status } from '#shared/domain/contracts/standing'
import { useWords, type Words } from '../../i18n'

const colours: Readonly<Record<Status, string>> = {
  draft: 'default',
  coming: 'processing',
  active: 'success',
  expiring: 'warning',
  expired: 'error',
  terminated: 'default',
}

/** Days before the end from which on it is urgent. */
const urgentDays = 30

export function ContractStatus({ status }: { status: Status }) {
  const t = useWords()
  return <Tag color={colours[status]}>{t(`contracts:status.${status}`)}</Tag>
}

type Left = Pick<ContractRow, 'status' | 'daysLeft'>

/** How long it still holds, where that is worth a word. */
export function DaysLeft({ status, daysLeft }: Left) {
  const t = useWords()
  const text = leftText({ status, daysLeft }, t)
  if (text === null || daysLeft === null) return null
  const tone = daysLeft < 0 ? 'text-danger' : daysLeft <= urgentDays ? 'text-warning' : 'text-secondary'
  return <span className={`figure ${tone}`}>{text}</span>
}

function leftText({ status, daysLeft }: Left, t: Words): string | null {
  if (daysLeft === null || status === 'draft' || status === 'terminated') return null
  if (daysLeft < 0) return t('contracts:left.past', { days: -daysLeft })
  return daysLeft === 0 ? t('contracts:left.today') : t('contracts:left.days', { days: daysLeft })
}
