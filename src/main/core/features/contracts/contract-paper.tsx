import type { ContractDetail } from '#shared/contract/contracts'
import { billingText, minimumText, promiseText, renewalText, termText } from '#shared/i18n/contract-words'
import { translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { Named, renderPaper, Section, Signatures, TextSection } from '../../print/paper'
import { PaperTable } from '../../print/table'
import { yuan } from '../../print/text'
import type { BookFrame } from '../system/book-frame'

type Words = (key: WordKey, params?: WordParams) => string

/** The contract in short as an A4 paper: parties, term, money, promises, sheets, what was thought of it, room to sign. */
export function contractPaper(contract: ContractDetail, { bookName, locale, today }: BookFrame): string {
  const t: Words = (key, params = {}) => translate(locale, key, params)
  const { number, title, account, note } = contract
  return renderPaper(
    {
      locale,
      title: `${t('contracts:paper.title')} ${number}`,
      branch: bookName,
      date: today,
      pageOf: t('exports:footer'),
    },
    <>
      <header className="cover">
        <div className="kicker">{t('contracts:paper.title')}</div>
        <h1>{title}</h1>
        <div className="line">
          <Named name={t('contracts:field.number')} value={number} />
          <Named name={t('contracts:field.accountId')} value={account} />
          <Named name={t('contracts:field.status')} value={t(`contracts:status.${contract.status}`)} />
          <Named name={t('contracts:paper.printed')} value={today} />
        </div>
      </header>
      <Section title={t('contracts:terms.parties')}>
        <PaperTable
          columns={[
            {
              header: t('contracts:form.side'),
              nowrap: true,
              width: '18%',
              cell: ({ side }) => t(`contracts:side.${side}`),
            },
            { header: t('contracts:form.partyName'), cell: ({ name }) => name },
          ]}
          rows={contract.parties}
        />
      </Section>
      <Section title={t('contracts:tab.terms')}>
        <div className="facts">
          {factsOf(contract, t).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              {value}
            </div>
          ))}
        </div>
      </Section>
      {contract.promises.length > 0 ? (
        <Section title={t('contracts:field.promises')}>
          <PaperTable
            columns={[
              { header: t('contracts:promise.name'), width: '22%', cell: ({ name }) => name },
              { header: t('contracts:promise.target'), nowrap: true, cell: (promise) => promiseText(promise, t) },
              { header: t('contracts:promise.measure'), cell: ({ measure }) => measure },
            ]}
            rows={contract.promises}
          />
        </Section>
      ) : null}
      <TextSection title={t('contracts:field.note')} text={note} />
      <Signatures
        signers={signersOf(contract, t)}
        lines={(['name', 'date'] as const).map((what) => t(`contracts:paper.sign.${what}`))}
      />
      <Reviews contract={contract} t={t} />
    </>,
  )
}

function factsOf(contract: ContractDetail, t: Words): [string, string][] {
  const { creditDays, creditLimitFen, depositFen, depositReceivedOn, minimum, products, sheets } = contract
  const none = t('contracts:value.none')
  const received = depositReceivedOn === null ? '' : ` · ${t('contracts:field.depositReceivedOn')} ${depositReceivedOn}`
  const ended =
    contract.terminatedOn === null
      ? []
      : [
          [t('contracts:field.terminatedOn'), `${contract.terminatedOn} ${contract.terminationReason}`] as [
            string,
            string,
          ],
        ]
  return [
    [t('contracts:field.term'), termText(contract, t)],
    [t('contracts:field.signedOn'), contract.signedOn ?? t('contracts:status.draft')],
    [t('contracts:field.products'), products.join('、') || none],
    [t('contracts:field.sheets'), sheets.map(({ name }) => name).join('、') || none],
    [t('contracts:field.creditDays'), creditDays === null ? none : t('contracts:value.days', { count: creditDays })],
    [t('contracts:field.creditLimitFen'), creditLimitFen === null ? none : yuan(creditLimitFen)],
    [t('contracts:field.billingDay'), billingText(contract.billingDay, t)],
    [t('contracts:field.minimum'), minimum ? minimumText(minimum, t) : t('contracts:minimum.none')],
    [t('contracts:field.depositFen'), depositFen === null ? none : `${yuan(depositFen)}${received}`],
    [t('contracts:field.renewMonths'), renewalText(contract, t)],
    [t('contracts:field.manager'), contract.manager],
    ...ended,
  ]
}

/** On a page of their own: they are ours, and stay when the other side takes the summary. */
function Reviews({ contract, t }: { contract: ContractDetail; t: Words }) {
  if (contract.reviews.length === 0) return null
  return (
    <div style={{ breakBefore: 'page' }}>
      <Section title={t('contracts:tab.reviews')}>
        <PaperTable
          columns={[
            { header: t('contracts:field.clause'), width: '22%', cell: ({ clause }) => clause },
            {
              header: t('contracts:field.assessment'),
              nowrap: true,
              cell: ({ assessment }) => t(`contracts:assessment.${assessment}`),
            },
            { header: t('contracts:field.risk'), cell: ({ risk }) => risk },
            { header: t('contracts:field.suggestion'), cell: ({ suggestion }) => suggestion },
            { header: t('contracts:field.reviewer'), nowrap: true, cell: ({ reviewer, day }) => `${reviewer} ${day}` },
          ]}
          rows={contract.reviews}
        />
      </Section>
    </div>
  )
}

/** Every party signs; where none is written, the customer. */
function signersOf({ parties, account }: ContractDetail, t: Words) {
  const signers = parties.length > 0 ? parties : [{ side: 'customer' as const, name: account }]
  return signers.map(({ side, name }) => ({
    title: t(`contracts:side.${side}`),
    opinion: `${name} · ${t('contracts:paper.sign.stamp')}`,
  }))
}
