import { Drawer, Pagination, Segmented } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { QuoteLinesAnswer, QuoteLinesInput } from '#shared/contract/quote-lines'
import { useApi } from '../../../components/backend'
import { ErrorState } from '../../../components/error-state'
import { Count, formatCount, formatKilogramsGrouped, formatShare, Money } from '../../../components/figures'
import { useWords } from '../../../i18n'
import { OwnElsewhere, QuoteAnswer } from '../quote/quote-answer'
import { quoteQuery } from '../quote/quote-query'
import type { LineProblems } from './use-lines'

interface LinesAnswerProps {
  input: QuoteLinesInput
  answer: QuoteLinesAnswer
  problems: LineProblems
  refreshing: boolean
}

const pageSize = 200

/** The priced tickets: sums in front, each line with its reason where it has no price; a click tells how it is made. */
export function LinesAnswer({ input, answer, problems, refreshing }: LinesAnswerProps) {
  const t = useWords()
  const [onlyFaulty, setOnlyFaulty] = useState(false)
  const [page, setPage] = useState(1)
  const [opened, setOpened] = useState<number | null>(null)
  const rows = useMemo(
    () =>
      input.lines.flatMap((line, index) => {
        const priced = answer.lines[index]
        return priced ? [{ index, line, priced, problems: problems.get(line.row) ?? [] }] : []
      }),
    [input, answer, problems],
  )
  const faulty = rows.filter((row) => row.problems.length > 0 || row.priced.own.fen === null)
  const listed = onlyFaulty ? faulty : rows
  const shown = listed.slice((page - 1) * pageSize, page * pageSize)
  const { sums } = answer
  const costs = sums.cost !== null
  return (
    <section className={refreshing ? 'panel stack answer-old' : 'panel stack'} aria-busy={refreshing}>
      <OwnElsewhere sheets={answer.ownElsewhere} />
      <Sums answer={answer} />
      <div className="row row-spread">
        <Segmented<boolean>
          value={onlyFaulty}
          onChange={(next) => {
            setOnlyFaulty(next)
            setPage(1)
          }}
          options={[
            { value: false, label: `${t('pricing:lines.filter.all')} ${formatCount(rows.length)}` },
            { value: true, label: `${t('pricing:lines.filter.faulty')} ${formatCount(faulty.length)}` },
          ]}
        />
        {listed.length > pageSize ? (
          <Pagination
            size="small"
            current={page}
            pageSize={pageSize}
            total={listed.length}
            showSizeChanger={false}
            onChange={setPage}
          />
        ) : null}
      </div>
      <div className="lines-scroll">
        <table className="plain-table lines-table" aria-label={t('pricing:lines.title')}>
          <thead>
            <tr>
              <th scope="col" className="cell-figure">
                {t('pricing:lines.col.row')}
              </th>
              <th scope="col">{t('pricing:quote.to')}</th>
              <th scope="col" className="cell-figure">
                {t('pricing:lines.col.kg')}
              </th>
              <th scope="col">{t('pricing:lines.col.size')}</th>
              <th scope="col" className="cell-figure">
                {t('pricing:quote.pieces')}
              </th>
              <th scope="col" className="cell-figure">
                {t('pricing:lines.col.chargeable')}
              </th>
              <th scope="col" className="cell-figure">
                {t('pricing:lines.col.own')}
              </th>
              <th scope="col" className="cell-figure">
                {t('pricing:lines.col.general')}
              </th>
              {sums.competitor ? (
                <th scope="col" className="cell-figure">
                  {t('pricing:lines.col.competitor')}
                </th>
              ) : null}
              {costs ? (
                <>
                  <th scope="col" className="cell-figure">
                    {t('pricing:lines.col.cost')}
                  </th>
                  <th scope="col" className="cell-figure">
                    {t('pricing:lines.col.margin')}
                  </th>
                </>
              ) : null}
              <th scope="col">{t('pricing:lines.col.how')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ index, line, priced, problems: found }) => (
              <tr key={index}>
                <td className="cell-figure">
                  <Count value={line.row} />
                </td>
                <td>
                  {line.from === '' ? '' : `${line.from} → `}
                  {line.to || '—'}
                  {line.label === '' ? null : <span className="text-secondary"> {line.label}</span>}
                </td>
                <td className="cell-figure">{line.grams === null ? '—' : formatKilogramsGrouped(line.grams)}</td>
                <td>{line.size ? `${line.size.l / 10}×${line.size.w / 10}×${line.size.h / 10}` : ''}</td>
                <td className="cell-figure">
                  <Count value={line.pieces} />
                </td>
                <td className="cell-figure">
                  {priced.chargeableGrams === null ? '—' : formatKilogramsGrouped(priced.chargeableGrams)}
                </td>
                <td className="cell-figure">
                  <Money fen={priced.own.fen} />
                </td>
                <td className="cell-figure" title={priced.general.reason ?? undefined}>
                  <Money fen={priced.general.fen} />
                </td>
                {sums.competitor ? (
                  <td className="cell-figure" title={priced.competitor?.reason ?? undefined}>
                    <Money fen={priced.competitor?.fen ?? null} />
                  </td>
                ) : null}
                {costs ? (
                  <>
                    <td className="cell-figure">
                      <Money fen={priced.costFen} />
                    </td>
                    <td className="cell-figure">
                      <Money fen={priced.marginFen} />
                    </td>
                  </>
                ) : null}
                <td className="lines-how">
                  {[...found, priced.own.reason ?? ''].filter(Boolean).map((text) => (
                    <div className="text-warning ellipsis" key={text} title={text}>
                      {text}
                    </div>
                  ))}
                  {priced.own.fen === null ? null : (
                    <button
                      type="button"
                      className="link-button ellipsis"
                      title={priced.how}
                      onClick={() => setOpened(index)}
                    >
                      {priced.how}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Drawer
        open={opened !== null}
        size={520}
        title={t('pricing:lines.explain', { row: opened === null ? '' : (input.lines[opened]?.row ?? '') })}
        onClose={() => setOpened(null)}
      >
        {opened === null ? null : <Explained input={input} index={opened} />}
      </Drawer>
    </section>
  )
}

function Sums({ answer: { sums } }: { answer: QuoteLinesAnswer }) {
  const t = useWords()
  const figures = [
    ['own', sums.own],
    ['general', sums.general],
    ['competitor', sums.competitor],
    ['cost', sums.cost],
    ['margin', sums.margin],
  ] as const
  return (
    <dl className="sheet-facts" data-testid="lines-sums">
      {figures.map(([name, sum]) =>
        sum === null ? null : (
          <div key={name}>
            <dt>{t(`pricing:lines.col.${name}`)}</dt>
            <dd>
              <strong>
                <Money fen={sum.fen} />
              </strong>{' '}
              <span className="text-secondary">
                {name === 'margin' && sums.marginNetFen > 0 ? `${formatShare(sum.fen / sums.marginNetFen)} ` : ''}
                {sum.missing > 0 ? t('pricing:lines.missing', { count: formatCount(sum.missing) }) : ''}
              </span>
            </dd>
          </div>
        ),
      )}
      <Against name={t('pricing:lines.againstGeneral')} sum={sums.againstGeneral} />
      {sums.againstCompetitor ? (
        <Against
          name={t('pricing:lines.againstCompetitor', { name: t('pricing:lines.col.competitor') })}
          sum={sums.againstCompetitor}
        />
      ) : null}
    </dl>
  )
}

function Against({ name, sum }: { name: string; sum: QuoteLinesAnswer['sums']['againstGeneral'] }) {
  const t = useWords()
  if (sum.otherFen <= 0) return null
  const share = sum.ownFen / sum.otherFen - 1
  const percent = `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)}%`
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figure">{t('pricing:lines.against', { percent, count: formatCount(sum.lines) })}</dd>
    </div>
  )
}

/** The whole derivation of one line, as the calculator of one ticket shows it. */
function Explained({ input, index }: { input: QuoteLinesInput; index: number }) {
  const api = useApi()
  const { lines, competitorSheetId: _competitor, product, ...rest } = input
  const line = lines[index]
  const asked = line
    ? {
        ...rest,
        to: line.to,
        from: line.from,
        grams: line.grams ?? 0,
        size: line.size,
        pieces: line.pieces,
        declaredFen: line.declaredFen,
        codFen: line.codFen,
        product: line.product === '' ? product : line.product,
        sheetId: null,
      }
    : null
  const quote = useQuery(quoteQuery(api, asked))
  if (quote.error) return <ErrorState error={quote.error} onRetry={() => void quote.refetch()} />
  return quote.data ? <QuoteAnswer quote={quote.data} refreshing={false} onPlace={() => undefined} /> : null
}
