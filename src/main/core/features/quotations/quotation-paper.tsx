import type { QuotationDetail, QuotationPart } from '#shared/contract/quotations'
import { shanghaiDay } from '#shared/domain/shanghai-time'
import { type Locale, translate, type WordKey, type WordParams } from '#shared/i18n/index'
import { bracketTitle, priceTerm } from '#shared/i18n/price-term'
import { Named, renderPaper, Section, Signatures, TextSection } from '../../print/paper'
import { type PaperColumn, PaperTable } from '../../print/table'
import { count, kilograms, yuan } from '../../print/text'
import type { BookFrame } from '../system/book-frame'
import { columnsInUse } from './line-columns'

type Words = (key: WordKey, params?: WordParams) => string

/** The quotation as an A4 paper for the customer: prices, what they mean, the estimate in words, room to sign. */
export function quotationPaper(detail: QuotationDetail, { bookName, locale, today }: BookFrame): string {
  const t: Words = (key, params = {}) => translate(locale, key, params)
  const { content, head, number, company, partNotes } = detail
  const date = detail.sentAt === null ? today : shanghaiDay(detail.sentAt)
  const title = `${t('quotations:paper.title')} ${number}`
  return renderPaper(
    { locale, title, branch: bookName, date, pageOf: t('exports:footer') },
    <>
      <header className="cover">
        <div className="kicker">{bookName}</div>
        <h1>
          {t('quotations:paper.title')} <span className="grey">{number}</span>
        </h1>
        <div className="line">
          <Named name={t('quotations:paper.to')} value={company} />
          {head.contact === '' ? null : <Named name={t('quotations:paper.contact')} value={head.contact} />}
          {head.phone === '' ? null : <Named name={t('quotations:paper.phone')} value={head.phone} />}
        </div>
        <div className="line">
          <Named name={t('quotations:paper.date')} value={date} />
          <Named
            name={t('quotations:paper.validity')}
            value={t('quotations:paper.validityText', { from: head.validFrom, to: head.validTo })}
          />
          {detail.state === 'draft' ? <span className="bad">{t('quotations:paper.draft')}</span> : null}
        </div>
      </header>
      {content.parts.map((part, index) => (
        <Prices key={index} part={part} terms={partNotes[index]?.terms ?? []} locale={locale} t={t} />
      ))}
      <Estimate detail={detail} t={t} />
      <TextSection title={t('quotations:form.paymentTerms')} text={content.paymentTerms} />
      <TextSection title={t('quotations:form.serviceTerms')} text={content.serviceTerms} />
      <TextSection title={t('quotations:form.notes')} text={content.notes} />
      <Signatures
        signers={(['ours', 'approved', 'customer'] as const).map((who) => ({
          title: t(`quotations:paper.sign.${who}`),
        }))}
        lines={(['name', 'date'] as const).map((what) => t(`quotations:paper.sign.${what}`))}
      />
    </>,
  )
}

interface PricesProps {
  part: QuotationPart
  terms: readonly string[]
  locale: Locale
  t: Words
}

function Prices({ part, terms, locale, t }: PricesProps) {
  const title =
    part.product === '' ? t('quotations:paper.prices') : t('quotations:paper.pricesOf', { product: part.product })
  const origin = part.origin === '' ? '' : t('quotations:paper.origin', { origin: part.origin })
  const columns: PaperColumn<QuotationPart['rows'][number]>[] = [
    { header: t(part.zones.length > 0 ? 'quotations:paper.zone' : 'quotations:paper.destination'), cell: keyText },
    ...part.columns.map((header, index) => ({
      header: header === '' ? String(index + 1) : bracketTitle(locale, header),
      right: true,
      cell: (row: QuotationPart['rows'][number]) => row.cells[index] || '-',
    })),
  ]
  return (
    <Section title={title} note={[origin, t('quotations:paper.unit')].filter(Boolean).join(' · ')}>
      <PaperTable columns={columns} rows={part.rows} />
      {part.note === '' ? null : <p>{part.note}</p>}
      {part.zones.length > 0 ? (
        <>
          <h3>{t('quotations:paper.zones')}</h3>
          <PaperTable
            columns={[
              { header: t('quotations:paper.zone'), nowrap: true, width: '16%', cell: ({ zone }) => zone },
              { header: t('quotations:paper.destination'), cell: ({ places }) => places },
            ]}
            rows={part.zones}
          />
        </>
      ) : null}
      {(['surcharges', 'tiers'] as const)
        .filter((kind) => part[kind].length > 0)
        .map((kind) => (
          <div key={kind}>
            <h3>{t(`quotations:part.${kind}`)}</h3>
            <PaperTable columns={lineColumns(kind, part, t)} rows={part[kind]} />
          </div>
        ))}
      {terms.length > 0 ? (
        <>
          <h3>{t('quotations:part.terms')}</h3>
          <p className="grey">{terms.map((text, index) => `${index + 1}. ${text}`).join('\n')}</p>
        </>
      ) : null}
    </Section>
  )

  function keyText({ key }: QuotationPart['rows'][number]): string {
    return key === '*' ? t('pricing:sheet.anyPlace') : key
  }
}

const figures: ReadonlySet<string> = new Set(['value', 'min', 'max', 'lower', 'upper'])

function lineColumns(
  kind: 'surcharges' | 'tiers',
  part: QuotationPart,
  t: Words,
): PaperColumn<Record<string, string>>[] {
  return columnsInUse(kind, part[kind], t).map(({ field, header }) => ({
    header,
    right: figures.has(field),
    cell: (row) => priceTerm(t, row[field] ?? ''),
  }))
}

function Estimate({ detail, t }: { detail: QuotationDetail; t: Words }) {
  const { estimate, sum, content } = detail
  if (estimate.length === 0) return null
  const several = content.parts.length > 1
  const columns: PaperColumn<QuotationDetail['estimate'][number]>[] = [
    ...(several
      ? [
          {
            header: t('quotations:part.product'),
            cell: ({ part }: QuotationDetail['estimate'][number]) =>
              content.parts[part]?.product || t('pricing:product.any'),
          },
        ]
      : []),
    { header: t('quotations:estimate.to'), cell: ({ to }) => to, total: t('quotations:estimate.sum') },
    { header: `${t('quotations:estimate.kg')} (kg)`, right: true, cell: ({ grams }) => kilograms(grams) },
    {
      header: t('quotations:estimate.tickets'),
      right: true,
      cell: ({ tickets }) => count(tickets),
      total: sum ? count(sum.tickets) : '',
    },
    { header: t('quotations:estimate.unit'), right: true, cell: ({ unitFen }) => yuan(unitFen) },
    {
      header: t('quotations:estimate.amount'),
      right: true,
      cell: ({ grossFen }) => yuan(grossFen),
      total: sum ? yuan(sum.grossFen) : yuan(null),
    },
  ]
  return (
    <Section title={t('quotations:estimate.title')}>
      <PaperTable columns={columns} rows={estimate} />
      {sum ? (
        <div className="facts">
          <div>
            <dt>{t('quotations:estimate.words')}</dt>
            <b>{sum.words}</b>
          </div>
          {sum.taxed ? (
            <div>
              <dt>{t('quotations:estimate.gross')}</dt>
              {[
                yuan(sum.grossFen),
                `${t('quotations:estimate.net')} ${yuan(sum.netFen)}`,
                `${t('quotations:estimate.tax')} ${yuan(sum.taxFen)}`,
              ].join(' · ')}
            </div>
          ) : null}
        </div>
      ) : (
        <p className="grey">{t('quotations:estimate.notAll')}</p>
      )}
    </Section>
  )
}
