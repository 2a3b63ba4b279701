import { Link } from 'react-router'
import { useWords } from '../../i18n'
import { RoundingTable } from './rounding-table'
import type { SheetDetail } from './sheet-page'
import { SheetStatus, validityText } from './sheet-words'

/** The rounding rule with what it makes of weights (PRICING §2): the same words mean different things elsewhere. */
export function RoundingExamples({ sheet }: { sheet: SheetDetail }) {
  const t = useWords()
  const info = new Map(sheet.tables.info.map(({ key, value }) => [key, value]))
  const before = info.get('预进位')
  return (
    <section className="panel" aria-label={t('pricing:sheet.rounding')}>
      <h2>{t('pricing:sheet.rounding')}</h2>
      <p className="text-secondary side-note">
        {before ? `${t('pricing:sheet.roundingBefore', { rule: before })} · ` : ''}
        {t('pricing:sheet.roundingRule', { rule: info.get('进位') ?? t('pricing:sheet.roundingDefault') })}
      </p>
      <RoundingTable examples={sheet.roundingExamples} />
    </section>
  )
}

/** All versions of the same sheet, newest first. */
export function Versions({ sheet }: { sheet: SheetDetail }) {
  const t = useWords()
  return (
    <section className="panel" aria-label={t('pricing:sheet.versions')}>
      <h2>{t('pricing:sheet.versions')}</h2>
      <ol className="version-list">
        {sheet.versions.map((version) => {
          const name = t('pricing:version.number', { version: version.version })
          return (
            <li key={version.id}>
              <div className="row row-spread">
                {version.id === sheet.id ? (
                  <strong>
                    {name} <span className="text-secondary">{t('pricing:sheet.current')}</span>
                  </strong>
                ) : (
                  <Link to={`/pricing/${version.id}`}>{name}</Link>
                )}
                <SheetStatus sheet={version} />
              </div>
              <div className="figure text-secondary">{validityText(t, version)}</div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
