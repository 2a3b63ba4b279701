import type { PlanContent, PlanDetail, PlanFacts } from '#shared/contract/plans'
import type { Locale } from '#shared/i18n/index'
import { translate } from '#shared/i18n/index'
import { renderPaper, Section } from '../../print/paper'
import { PaperTable } from '../../print/table'
import { percent, yuan } from '../../print/text'
import { Business } from './plan-paper-business'
import { Goals } from './plan-paper-goals'
import { ApprovalBlock, Field, Swot } from './plan-paper-parts'
import { People } from './plan-paper-people'
import { periodText, type Words, wordsOf } from './plan-words'

export interface PlanPaperFrame {
  locale: Locale
  bookName: string
  /** The day of printing, `YYYY-MM-DD`. */
  today: string
}

/** The account plan as an A4 paper: what people wrote, beside what the book knows. */
export function planPaper(plan: PlanDetail, { locale, bookName, today }: PlanPaperFrame): string {
  const t = wordsOf(locale)
  const { content, facts } = plan
  const period = periodText(plan.period, t)
  const title = `${t('paper.title')} · ${facts.account}`
  return renderPaper(
    { locale, title, branch: bookName, date: today, pageOf: translate(locale, 'exports:footer') },
    <>
      <Cover plan={plan} period={period} bookName={bookName} today={today} locale={locale} t={t} />
      <Section title={t('section.profile')}>
        <Field label={t('field.profile')} text={content.profile} t={t} />
        <People facts={facts} locale={locale} t={t} />
      </Section>
      <Business facts={facts} t={t} />
      <Needs content={content} facts={facts} t={t} />
      <Section title={t('section.swot')}>
        <Swot content={content} t={t} />
      </Section>
      <Section title={t('section.goals')}>
        <Goals content={content} facts={facts} t={t} />
      </Section>
      <Section title={t('section.retention')}>
        <Field label={t('field.retentionFinancial')} text={content.retentionFinancial} t={t} />
        <Field label={t('field.retentionSocial')} text={content.retentionSocial} t={t} />
        <Field label={t('field.retentionStructural')} text={content.retentionStructural} t={t} />
        <Field
          label={t('field.servicePackage')}
          text={content.servicePackage === null ? '' : t(`package.${content.servicePackage}`)}
          t={t}
        />
        <Field label={t('field.serviceNote')} text={content.serviceNote} t={t} />
      </Section>
      <Prices content={content} facts={facts} t={t} />
      <Actions content={content} t={t} />
      <Section title={t('section.risk')}>
        <Field label={t('field.risks')} text={content.risks} t={t} />
        <Field label={t('field.budgetFen')} text={content.budgetFen === null ? '' : yuan(content.budgetFen)} t={t} />
        <Field label={t('field.expectedReturn')} text={content.expectedReturn} t={t} />
      </Section>
      <Section title={t('section.review')}>
        {content.reviewLog.length === 0 ? (
          <p className="unfilled">{t('paper.unfilled')}</p>
        ) : (
          content.reviewLog.map(({ on, text }, index) => <Field key={index} label={on} text={text} t={t} />)
        )}
      </Section>
      <Section title={t('paper.approval')}>
        <ApprovalBlock t={t} />
      </Section>
    </>,
  )
}

interface CoverProps {
  plan: PlanDetail
  period: string
  bookName: string
  today: string
  locale: Locale
  t: Words
}

function Cover({ plan: { facts, version, id }, period, bookName, today, locale, t }: CoverProps) {
  const lines = [
    [t('col.code'), facts.accountCode],
    [t('facts.industry'), facts.industry],
    [t('facts.manager'), facts.manager],
    [t('facts.creditDays'), facts.creditDays === null ? '' : t('facts.days', { count: facts.creditDays })],
    [t('paper.printed'), today],
    ['', id === null ? t('paper.draft') : t('paper.version', { version })],
  ].filter(([, text]) => text !== '')
  return (
    <header className="cover">
      <div className="kicker">
        {bookName} · {t('paper.title')} · {period}
      </div>
      <h1>
        {facts.account}{' '}
        <span className={`badge ${facts.tier === null ? 'none' : `tier-${facts.tier}`}`}>
          {translate(locale, `components:tier.${facts.tier ?? 'none'}`)}
        </span>
      </h1>
      <div className="line">
        {lines.map(([label, text]) => (
          <div key={`${label}${text}`}>
            {label === '' ? null : <span>{label}</span>}
            {text}
          </div>
        ))}
      </div>
    </header>
  )
}

function Needs({ content, facts, t }: { content: PlanContent; facts: PlanFacts; t: Words }) {
  return (
    <Section title={t('section.needs')}>
      <Field label={t('field.needs')} text={content.needs} t={t} />
      <Field label={t('paper.wallet')} text={content.walletFen === null ? '' : yuan(content.walletFen)} t={t} />
      <Field label={t('paper.walletShare')} text={facts.walletShare === null ? '' : percent(facts.walletShare)} t={t} />
      {content.competitors.length === 0 ? (
        <Field label={t('field.competitors')} text="" t={t} />
      ) : (
        <PaperTable
          columns={[
            { header: t('field.competitors'), width: '30%', cell: ({ name }) => name },
            {
              header: t('field.share'),
              right: true,
              width: '12%',
              cell: ({ share }) => (share === null ? '—' : `${share}%`),
            },
            { header: t('field.note'), cell: ({ note }) => note },
          ]}
          rows={content.competitors}
        />
      )}
    </Section>
  )
}

function Prices({ content, facts, t }: { content: PlanContent; facts: PlanFacts; t: Words }) {
  return (
    <Section title={t('section.price')}>
      <Field label={t('field.priceNote')} text={content.priceNote} t={t} />
      {facts.sheets.map(({ name, validFrom, validTo }) => (
        <Field
          key={`${name}${validFrom}`}
          label={t('facts.sheets')}
          text={`${name}　${t('facts.sheetValidity', { from: validFrom, to: validTo ?? t('facts.open') })}`}
          t={t}
        />
      ))}
    </Section>
  )
}

function Actions({ content, t }: { content: PlanContent; t: Words }) {
  return (
    <>
      <Section title={t('section.actions')}>
        {content.actions.length === 0 ? (
          <p className="unfilled">{t('paper.unfilled')}</p>
        ) : (
          <PaperTable
            columns={[
              { header: t('field.what'), cell: ({ what }) => what },
              { header: t('field.owner'), nowrap: true, width: '16%', cell: ({ owner }) => owner },
              { header: t('field.due'), nowrap: true, width: '14%', cell: ({ due }) => due ?? '—' },
              { header: t('field.status'), nowrap: true, width: '12%', cell: ({ status }) => t(`status.${status}`) },
            ]}
            rows={content.actions}
          />
        )}
      </Section>
      <Section title={t('section.team')}>
        {content.team.length === 0 ? (
          <p className="unfilled">{t('paper.unfilled')}</p>
        ) : (
          <PaperTable
            columns={[
              { header: t('field.name'), nowrap: true, width: '18%', cell: ({ name }) => name },
              { header: t('field.role'), width: '24%', cell: ({ role }) => role },
              { header: t('field.duty'), cell: ({ duty }) => duty },
            ]}
            rows={content.team}
          />
        )}
      </Section>
    </>
  )
}
