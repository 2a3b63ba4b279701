import type { CreditGrade, FigureGrade } from '#shared/contract/credit'
import { useWords } from '../../i18n'

/** 良好, 一般 or 偏弱: word and tint, never colour alone. */
export function FigureMark({ grade }: { grade: FigureGrade }) {
  const t = useWords()
  return <span className={`credit-mark credit-${grade}`}>{t(`credit:grade.${grade}`)}</span>
}

const tone: Readonly<Record<CreditGrade, FigureGrade>> = { A: 'good', B: 'good', C: 'fair', D: 'weak' }

/** A credit grade; null: none. */
export function GradeMark({ grade }: { grade: CreditGrade | null }) {
  const t = useWords()
  if (grade === null) return <span className="text-secondary">{t('credit:rating.none')}</span>
  return <span className={`credit-mark credit-${tone[grade]}`}>{grade}</span>
}
