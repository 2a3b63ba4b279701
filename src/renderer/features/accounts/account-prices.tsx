import { Link } from 'react-router'
import type { AccountOverview } from '#shared/contract/accounts'
import { isWordKey } from '#shared/i18n/index'
import { EmptyState } from '../../components/empty-state'
import { useWords } from '../../i18n'

/** The price sheets that can price this customer, in the order in which they apply (PRICING §1 step 1). */
export function AccountPrices({ sheets }: { sheets: AccountOverview['sheets'] }) {
  const t = useWords()
  const levelWord = (level: string) => {
    const key = `accounts:prices.level.${level}`
    return isWordKey(key) ? t(key) : level
  }
  if (sheets.length === 0) {
    return (
      <EmptyState
        title={t('accounts:prices.none')}
        text={t('accounts:prices.noneText')}
        action={<Link to="/pricing">{t('accounts:prices.toList')}</Link>}
      />
    )
  }
  return (
    <section className="panel-plain">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('accounts:prices.name')}</th>
            <th scope="col">{t('accounts:prices.level')}</th>
            <th scope="col">{t('accounts:prices.validFrom')}</th>
            <th scope="col">{t('accounts:prices.validTo')}</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr key={sheet.id}>
              <td>
                <Link to={`/pricing/${sheet.id}`}>{sheet.name}</Link>
              </td>
              <td>{levelWord(sheet.level)}</td>
              <td className="figure">{sheet.validFrom}</td>
              <td className="figure">{sheet.validTo ?? t('accounts:prices.open')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="panel-text text-secondary prices-order">{t('accounts:prices.order')}</p>
    </section>
  )
}
