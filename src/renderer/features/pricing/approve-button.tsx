import { Button } from 'antd'
import type { SheetRow } from '#shared/contract/pricing'
import { formatCount } from '../../components/figures'
import { useWords } from '../../i18n'
import { useApprove } from './review/use-approve'

interface ApproveButtonProps {
  sheets: readonly Pick<SheetRow, 'id' | 'name' | 'version' | 'validFrom'>[]
  onDone?: () => void
}

/** 生效: asks first; see `useApprove`. */
export function ApproveButton({ sheets, onDone }: ApproveButtonProps) {
  const t = useWords()
  const approve = useApprove()
  return (
    <Button type="primary" onClick={() => approve(sheets, onDone)}>
      {sheets.length === 1
        ? t('pricing:sheet.approve')
        : t('pricing:list.approveCount', { count: formatCount(sheets.length) })}
    </Button>
  )
}
