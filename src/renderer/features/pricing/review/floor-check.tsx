import { Tag } from 'antd'
import type { FloorCheck, FloorFinding } from '#shared/contract/price-review'
import { formatFenGrouped } from '#shared/domain/money'
import { Count, formatCount, Money } from '../../../components/figures'
import { useWords, type Words } from '../../../i18n'

const tones = { within: 'success', below: 'error', 'no-data': 'default' } as const

/** 85 % from 850 000 ppm, with up to two decimals: what lies just below a floor must not look like it. */
export function percentOf(ppm: number | null): string {
  if (ppm === null) return '—'
  const hundredths = Math.floor(ppm / 100)
  return `${(hundredths / 100).toFixed(hundredths % 10 === 0 ? 1 : 2)}%`
}

/** What a sheet comes to on shipments that happened, which floors it goes below, by how much and where. */
export function FloorCheckView({ check }: { check: FloorCheck }) {
  const t = useWords()
  const below = check.parts.filter((part) => part.below)
  return (
    <div className="stack floor-check">
      <div className="row row-wrap">
        <Tag color={tones[check.verdict]}>{t(`pricing:check.${check.verdict}`)}</Tag>
        <span className="text-secondary">{basisText(t, check)}</span>
      </div>
      {check.findings.length > 0 ? (
        <ul className="warning-list">
          {check.findings.map((finding) => (
            <li key={finding.kind}>{findingText(t, finding, check)}</li>
          ))}
        </ul>
      ) : null}
      {check.tickets > 0 ? <Figures check={check} /> : null}
      {below.length > 0 ? (
        <p className="text-danger">
          {t('pricing:check.partsBelow', { parts: below.map((part) => part.part || '*').join('、') })}
        </p>
      ) : null}
      {check.parts.length > 1 ? <Parts check={check} /> : null}
    </div>
  )
}

function basisText(t: Words, check: FloorCheck): string {
  const { basis, from, to, accounts, accountsAll } = check
  const tickets = formatCount(check.tickets)
  const gaps = [
    check.unrated > 0 ? t('pricing:check.unrated', { count: formatCount(check.unrated) }) : '',
    check.uncosted > 0 && check.costFen !== null
      ? t('pricing:check.uncosted', { count: formatCount(check.uncosted) })
      : '',
  ]
  const customers =
    accounts < accountsAll
      ? t('pricing:check.sample', { accounts: formatCount(accounts), all: formatCount(accountsAll) })
      : accountsAll > 1
        ? t('pricing:check.accounts', { accounts: formatCount(accounts) })
        : ''
  const text = {
    own: t('pricing:check.own', { from: from ?? '', to: to ?? '', tickets }),
    typical: t('pricing:check.typical', { tickets }),
    none: t('pricing:check.none'),
  }[basis]
  return [text, basis === 'own' ? customers : '', ...gaps].filter(Boolean).join(' · ')
}

function findingText(t: Words, { kind, floorPpm, actualPpm, shortFen }: FloorFinding, { role }: FloorCheck): string {
  const params = { floor: percentOf(floorPpm), actual: percentOf(actualPpm), role: t(`shell:role.${role}`) }
  if (actualPpm === null) return t('pricing:check.finding.hidden', params)
  const short = shortFen === null ? '' : t('pricing:check.short', { amount: formatFenGrouped(shortFen) })
  return [t(`pricing:check.finding.${kind}`, params), short].filter(Boolean).join(' · ')
}

function Figures({ check }: { check: FloorCheck }) {
  const t = useWords()
  const { revenueFen, todayFen, comparedFen, marginFen, marginPpm, todayMarginPpm } = check
  const change = todayFen !== null && comparedFen !== null && todayFen > 0 ? (comparedFen - todayFen) / todayFen : null
  return (
    <dl className="sheet-facts">
      <Fact name={t('pricing:check.revenue')}>
        <Money fen={revenueFen} />
      </Fact>
      {todayFen === null ? null : (
        <Fact name={t('pricing:check.today')}>
          <Money fen={todayFen} />{' '}
          {change === null ? null : (
            <span className="text-secondary figure">
              {t('pricing:check.change')} {`${change >= 0 ? '+' : ''}${(change * 100).toFixed(1)}%`}
            </span>
          )}
        </Fact>
      )}
      {marginFen === null ? null : (
        <Fact name={t('pricing:check.margin')}>
          <Money fen={marginFen} />
        </Fact>
      )}
      {marginPpm === null ? null : (
        <Fact name={t('pricing:check.marginRate')}>
          <span className={marginPpm < 0 ? 'figure figure-negative' : 'figure'}>{percentOf(marginPpm)}</span>
          {todayMarginPpm === null ? null : (
            <span className="text-secondary figure">
              {' '}
              {t('pricing:check.todayMarginRate')} {percentOf(todayMarginPpm)}
            </span>
          )}
        </Fact>
      )}
      {check.discountPpm === null ? null : (
        <Fact name={t('pricing:check.discount')}>
          <span className="figure">{percentOf(check.discountPpm)}</span>
        </Fact>
      )}
      {check.writtenDiscountPpm === null ? null : (
        <Fact name={t('pricing:check.written')}>
          <span className="figure">{percentOf(check.writtenDiscountPpm)}</span>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Parts({ check }: { check: FloorCheck }) {
  const t = useWords()
  const margins = check.parts.some(({ marginPpm }) => marginPpm !== null)
  return (
    <details>
      <summary>{t('pricing:check.parts')}</summary>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('pricing:check.part')}</th>
            <th scope="col" className="cell-figure">
              {t('pricing:check.tickets')}
            </th>
            <th scope="col" className="cell-figure">
              {t('pricing:check.revenue')}
            </th>
            <th scope="col" className="cell-figure">
              {t('pricing:check.today')}
            </th>
            {margins ? (
              <th scope="col" className="cell-figure">
                {t('pricing:check.marginRate')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {check.parts.map((part) => (
            <tr key={part.part}>
              <td>{part.part}</td>
              <td className="cell-figure">
                <Count value={part.tickets} />
              </td>
              <td className="cell-figure">
                <Money fen={part.revenueFen} />
              </td>
              <td className="cell-figure">
                <Money fen={part.todayFen} />
              </td>
              {margins ? (
                <td className={part.below ? 'cell-figure text-danger' : 'cell-figure'}>{percentOf(part.marginPpm)}</td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
