import { Tag } from 'antd'
import dayjs from 'dayjs'
import { Link } from 'react-router'
import { isWordKey } from '#shared/i18n/index'
import type { SheetRow } from '#shared/contract/pricing'
import { TierBadge } from '../../components/tier-badge'
import { useWords, type Words } from '../../i18n'

type Shown = SheetRow['status'] | 'coming'

const statusColours: Readonly<Record<Shown, string>> = {
  draft: 'warning',
  submitted: 'processing',
  returned: 'error',
  competitor: 'default',
  approved: 'success',
  coming: 'processing',
  superseded: 'default',
  expired: 'default',
}

/** An approved sheet whose first day is still ahead prices nothing yet. */
export function shownStatus(sheet: Pick<SheetRow, 'status' | 'validFrom'>, today: string): Shown {
  return sheet.status === 'approved' && sheet.validFrom > today ? 'coming' : sheet.status
}

export function SheetStatus({ sheet }: { sheet: Pick<SheetRow, 'status' | 'validFrom'> }) {
  const t = useWords()
  const shown = shownStatus(sheet, dayjs().format('YYYY-MM-DD'))
  return <Tag color={statusColours[shown]}>{t(`pricing:status.${shown}`)}</Tag>
}

/** Whom a sheet prices: the customer, the tier or everyone. */
export function SheetScope({ sheet }: { sheet: Pick<SheetRow, 'accountId' | 'account' | 'tier'> }) {
  const t = useWords()
  if (sheet.accountId !== null) {
    return (
      <Link to={`/accounts/${sheet.accountId}`} title={sheet.account ?? undefined} tabIndex={-1}>
        {sheet.account}
      </Link>
    )
  }
  if (sheet.tier !== null) return <TierBadge tier={sheet.tier} />
  return (
    <span className="text-secondary" title={t('pricing:level.generalHint')}>
      {t('pricing:level.everyone')}
    </span>
  )
}

export function validityText(t: Words, { validFrom, validTo }: Pick<SheetRow, 'validFrom' | 'validTo'>): string {
  return validTo === null
    ? t('pricing:validity.open', { from: validFrom })
    : t('pricing:validity.closed', { from: validFrom, to: validTo })
}

/** A key or header of the price workbook in the language of the window; unknown keys are remarks and stay as written. */
export function workbookKey(t: Words, key: string): string {
  const word = `pricing:key.${key}`
  return isWordKey(word) ? t(word) : key
}
