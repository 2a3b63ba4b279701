import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ContractDetail } from '#shared/contract/contracts'
import { formatFenGrouped } from '#shared/domain/money'
import { billingText, minimumText, promiseText, renewalText, termText } from '#shared/i18n/contract-words'
import { useMay } from '../../components/book'
import { useWords, type Words } from '../../i18n'

type Fact = [string, ReactNode]

/** Everything agreed, read at a glance. */
export function TermsTab({ contract }: { contract: ContractDetail }) {
  const t = useWords()
  const may = useMay()
  const { parties, sheets, promises, note } = contract
  const basics: Fact[] = [
    [t('contracts:field.term'), termText(contract, t)],
    [t('contracts:field.signedOn'), contract.signedOn ?? t('contracts:status.draft')],
    [t('contracts:field.manager'), contract.manager],
    [t('contracts:field.products'), contract.products.join('、')],
    [
      t('contracts:field.sheets'),
      sheets.map(({ id, name }) => (
        <div key={id}>{may('pricing.read') ? <Link to={`/pricing/${id}`}>{name}</Link> : name}</div>
      )),
    ],
  ]
  return (
    <div className="contract-terms">
      <Facts title={t('contracts:terms.basics')} facts={basics} />
      <section className="panel">
        <h2>{t('contracts:terms.parties')}</h2>
        <dl className="contract-facts">
          {parties.map(({ side, name }, index) => (
            <div key={index}>
              <dt>{t(`contracts:side.${side}`)}</dt>
              <dd>{name}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Facts title={t('contracts:terms.money')} facts={moneyOf(contract, t)} />
      <Facts
        title={t('contracts:terms.renewal')}
        facts={[
          [t('contracts:field.renewMonths'), renewalText(contract, t)],
          [
            t('contracts:field.minimum'),
            contract.minimum ? minimumText(contract.minimum, t) : t('contracts:minimum.none'),
          ],
          ...(contract.coversGroup
            ? [[t('contracts:field.coversGroup'), t('contracts:form.coversGroup')] as Fact]
            : []),
        ]}
      />
      <section className="panel-plain contract-wide">
        <h2>{t('contracts:form.service')}</h2>
        {promises.length === 0 ? (
          <p className="panel-text text-secondary">{t('contracts:terms.noPromises')}</p>
        ) : (
          <table className="plain-table wrap-table">
            <thead>
              <tr>
                <th scope="col">{t('contracts:promise.name')}</th>
                <th scope="col">{t('contracts:promise.target')}</th>
                <th scope="col">{t('contracts:promise.measure')}</th>
              </tr>
            </thead>
            <tbody>
              {promises.map((promise) => (
                <tr key={promise.key}>
                  <td>{promise.name}</td>
                  <td className="figure">{promiseText(promise, t)}</td>
                  <td>{promise.measure}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {note === '' ? null : (
        <section className="panel contract-wide">
          <h2>{t('contracts:field.note')}</h2>
          <p className="reading">{note}</p>
        </section>
      )}
    </div>
  )
}

function moneyOf({ creditDays, creditLimitFen, archive, ...contract }: ContractDetail, t: Words): Fact[] {
  const none = t('contracts:value.none')
  const days = (count: number | null) => (count === null ? none : t('contracts:value.days', { count }))
  const money = (fen: number | null) => (fen === null ? none : `${formatFenGrouped(fen)} ${t('components:unit.yuan')}`)
  const beside = (own: number | null, other: number | null, write: (value: number | null) => string) =>
    own === other || other === null
      ? write(own)
      : t('contracts:terms.archive', { own: write(own), value: write(other) })
  return [
    [t('contracts:field.creditDays'), beside(creditDays, archive.creditDays, days)],
    [t('contracts:field.creditLimitFen'), beside(creditLimitFen, archive.creditLimitFen, money)],
    [t('contracts:field.billingDay'), billingText(contract.billingDay, t)],
    [t('contracts:field.depositFen'), money(contract.depositFen)],
    [t('contracts:field.depositDueOn'), contract.depositDueOn],
    [t('contracts:field.depositReceivedOn'), contract.depositReceivedOn],
  ]
}

function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      <dl className="contract-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === null || value === '' || (Array.isArray(value) && value.length === 0) ? '—' : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
