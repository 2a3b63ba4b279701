import { Tag } from 'antd'
import type { QuotationRow, QuotationState } from '#shared/contract/quotations'
import { useWords } from '../../i18n'

const colours: Readonly<Record<QuotationState, string>> = {
  draft: 'warning',
  sent: 'processing',
  won: 'success',
  lost: 'error',
  expired: 'default',
  replaced: 'default',
}

export const quotationStates = Object.keys(colours) as QuotationState[]

export function QuotationStatus({ state }: Pick<QuotationRow, 'state'>) {
  const t = useWords()
  return <Tag color={colours[state]}>{t(`quotations:state.${state}`)}</Tag>
}
