import type { PlanContent } from '#shared/contract/plans'
import { Signatures } from '../../print/paper'
import type { Words } from './plan-words'

/** A written text under its label; an empty one says so in one line instead of leaving a void. */
export function Field({ label, text, t }: { label: string; text: string; t: Words }) {
  return (
    <div className="field">
      <span>{label}</span>
      {text.trim() === '' ? <p className="unfilled">{t('paper.unfilled')}</p> : <p>{text}</p>}
    </div>
  )
}

/** Strengths, weaknesses, opportunities and threats as four boxes. */
export function Swot({ content, t }: { content: PlanContent; t: Words }) {
  const parts = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const
  return (
    <div className="grid">
      {parts.map((part) => (
        <div key={part} className="box">
          <h3>{t(`field.${part}`)}</h3>
          {content[part].trim() === '' ? <p className="unfilled">{t('paper.unfilled')}</p> : <p>{content[part]}</p>}
        </div>
      ))}
    </div>
  )
}

/** Who drew the plan up, who reviewed and who approved it, to be signed by hand. */
export function ApprovalBlock({ t }: { t: Words }) {
  const steps = ['paper.drafted', 'paper.reviewed', 'paper.approved'] as const
  return (
    <Signatures
      signers={steps.map((step) => ({ title: t(step), opinion: t('paper.opinion') }))}
      lines={(['paper.signature', 'paper.day'] as const).map((line) => t(line))}
    />
  )
}
