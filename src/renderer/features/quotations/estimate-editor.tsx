import { Button, Input, Select } from 'antd'
import { DeleteOutlined } from '../../components/icons'
import type { QuotationContent, QuotationDetail } from '#shared/contract/quotations'
import { formatFenGrouped } from '#shared/domain/money'
import { formatKilogramsGrouped, Money } from '../../components/figures'
import { NumberInput, WeightInput } from '../../components/figure-input'
import { useWords } from '../../i18n'

interface EstimateEditorProps {
  content: QuotationContent
  /** Lines and sum as the core priced them when it was saved; null while something is not saved. */
  priced: Pick<QuotationDetail, 'estimate' | 'sum'> | null
  readOnly: boolean
  onChange: (content: QuotationContent) => void
}

type Line = QuotationContent['estimate'][number]

/** The stated monthly volume; amounts are the core's and stand there once it is saved. */
export function EstimateEditor({ content, priced, readOnly, onChange }: EstimateEditorProps) {
  const t = useWords()
  const { estimate, parts } = content
  const set = (index: number, change: Partial<Line>) =>
    onChange({ ...content, estimate: estimate.map((line, at) => (at === index ? { ...line, ...change } : line)) })
  const options = parts.map(({ product }, value) => ({
    value,
    label: product || t('quotations:part.n', { n: value + 1 }),
  }))
  return (
    <section className="panel stack" aria-label={t('quotations:estimate.title')}>
      <h2>
        {t('quotations:estimate.title')} <span className="text-secondary">{t('quotations:estimate.hint')}</span>
      </h2>
      {estimate.length === 0 ? <p className="text-secondary">{t('quotations:estimate.none')}</p> : null}
      {estimate.length > 0 ? (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('quotations:estimate.part')}</th>
              <th scope="col">{t('quotations:estimate.to')}</th>
              <th scope="col">{t('quotations:estimate.kg')}</th>
              <th scope="col">{t('quotations:estimate.tickets')}</th>
              <th scope="col" className="cell-figure">
                {t('quotations:estimate.unit')}
              </th>
              <th scope="col" className="cell-figure">
                {t('quotations:estimate.amount')}
              </th>
              <th aria-label={t('quotations:estimate.remove')} />
            </tr>
          </thead>
          <tbody>
            {estimate.map((line, index) => {
              const answer = priced?.estimate[index]
              const label = (word: 'part' | 'to' | 'kg' | 'tickets') =>
                `${t(`quotations:estimate.${word}`)} ${index + 1}`
              return (
                <tr key={index}>
                  <td>
                    <Select
                      aria-label={label('part')}
                      value={line.part}
                      options={options}
                      disabled={readOnly}
                      onChange={(part: number) => set(index, { part })}
                      popupMatchSelectWidth={false}
                    />
                  </td>
                  <td>
                    <Input
                      aria-label={label('to')}
                      value={line.to}
                      maxLength={120}
                      readOnly={readOnly}
                      onChange={(event) => set(index, { to: event.target.value })}
                    />
                  </td>
                  <td>
                    <WeightInput
                      label={label('kg')}
                      value={line.grams}
                      disabled={readOnly}
                      onChange={(grams) => set(index, { grams: grams ?? 0 })}
                    />
                  </td>
                  <td>
                    <NumberInput
                      label={label('tickets')}
                      value={line.tickets}
                      disabled={readOnly}
                      onChange={(tickets) => set(index, { tickets: tickets ?? 0 })}
                    />
                  </td>
                  <td className="cell-figure">
                    {answer?.reason ? (
                      <span className="text-warning">{answer.reason}</span>
                    ) : (
                      <>
                        <Money fen={answer?.unitFen ?? null} />
                        {answer?.chargeableGrams ? (
                          <div className="text-secondary">{formatKilogramsGrouped(answer.chargeableGrams)} kg</div>
                        ) : null}
                      </>
                    )}
                  </td>
                  <td className="cell-figure">
                    <Money fen={answer?.grossFen ?? null} />
                  </td>
                  <td>
                    {readOnly ? null : (
                      <Button
                        size="small"
                        type="text"
                        icon={<DeleteOutlined />}
                        aria-label={`${t('quotations:estimate.remove')} ${index + 1}`}
                        onClick={() => onChange({ ...content, estimate: estimate.filter((_line, at) => at !== index) })}
                      />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ) : null}
      {readOnly || parts.length === 0 ? null : (
        <div>
          <Button
            size="small"
            onClick={() =>
              onChange({ ...content, estimate: [...estimate, { part: 0, to: '', grams: 1000, tickets: 100 }] })
            }
          >
            {t('quotations:estimate.add')}
          </Button>
        </div>
      )}
      {priced?.sum ? (
        <dl className="sheet-facts" data-testid="quotation-sum">
          <div>
            <dt>{t('quotations:estimate.gross')}</dt>
            <dd>
              <strong className="figure">{formatFenGrouped(priced.sum.grossFen)}</strong>
            </dd>
          </div>
          <div className="quotation-words">
            <dt>{t('quotations:estimate.words')}</dt>
            <dd>{priced.sum.words}</dd>
          </div>
          {priced.sum.taxed ? (
            <>
              <div>
                <dt>{t('quotations:estimate.net')}</dt>
                <dd className="figure">{formatFenGrouped(priced.sum.netFen)}</dd>
              </div>
              <div>
                <dt>{t('quotations:estimate.tax')}</dt>
                <dd className="figure">{formatFenGrouped(priced.sum.taxFen)}</dd>
              </div>
            </>
          ) : null}
        </dl>
      ) : priced === null && estimate.length > 0 ? (
        <p className="text-secondary">{t('quotations:estimate.unsaved')}</p>
      ) : priced && priced.estimate.length > 0 ? (
        <p className="text-warning">{t('quotations:estimate.notAll')}</p>
      ) : null}
    </section>
  )
}
