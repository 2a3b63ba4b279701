import { formatFenGrouped } from '#shared/domain/money'
import { formatKilograms } from '#shared/domain/weight'
import { useWords } from '../i18n'

const group = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** A whole number with thousands separators: 12345 is `12,345`. */
export function formatCount(count: number): string {
  return `${count < 0 ? '-' : ''}${group(String(Math.abs(Math.round(count))))}`
}

/** Grams as kilograms with grouping: 1234500 is `1,234.5`. */
export function formatKilogramsGrouped(grams: number): string {
  const [whole = '0', fraction] = formatKilograms(grams).split('.')
  return `${group(whole)}${fraction ? `.${fraction}` : ''}`
}

/** A share 0…1 as percent: 0.1234 is `12.3%`. */
export function formatShare(share: number, decimals = 1): string {
  return `${(share * 100).toFixed(decimals)}%`
}

/** Fen as yuan without fen, for chart axes and tight places: 123456789 is `1,234,568`. */
export function formatYuanRounded(fen: number): string {
  return formatCount(Math.round(fen / 100))
}

interface FigureProps {
  /** Shown as — where null: not known, which is never zero. */
  className?: string
}

/** An amount in fen as yuan: grouped, two decimals, red with a minus where negative. */
export function Money({ fen, className }: FigureProps & { fen: number | null }) {
  if (fen === null) return <Unknown />
  return <span className={figureClass(fen < 0, className)}>{formatFenGrouped(fen)}</span>
}

/** Grams as kilograms. The unit belongs into the column's title unless `unit` asks for it here. */
export function Weight({ grams, unit = false, className }: FigureProps & { grams: number | null; unit?: boolean }) {
  if (grams === null) return <Unknown />
  return (
    <span className={figureClass(grams < 0, className)}>
      {formatKilogramsGrouped(grams)}
      {unit ? ' kg' : ''}
    </span>
  )
}

/** A whole number: pieces, tickets, customers. */
export function Count({ value, className }: FigureProps & { value: number | null }) {
  if (value === null) return <Unknown />
  return <span className={figureClass(value < 0, className)}>{formatCount(value)}</span>
}

/** A share 0…1 as percent. */
export function Percent({ share, className }: FigureProps & { share: number | null }) {
  if (share === null || !Number.isFinite(share)) return <Unknown />
  return <span className={figureClass(share < 0, className)}>{formatShare(share)}</span>
}

interface DeltaProps {
  now: number | null
  before: number | null
  /** Growth is not always good: `false` for costs, `null` where neither is. */
  goodUp?: boolean | null
  /** What it is compared with, e.g. 较上月; without it the column's title must say so. */
  label?: string
}

/** Change of a figure against the period before, as ▲ 12.3% or ▼ 4.0%; screen readers are read words. */
export function Delta({ now, before, goodUp = true, label }: DeltaProps) {
  const t = useWords()
  if (now === null || before === null || before <= 0) {
    return <span className="text-secondary">{t('components:delta.noBase')}</span>
  }
  const share = (now - before) / before
  const value = formatShare(Math.abs(share))
  if (value === '0.0%') return <span className="text-secondary">{t('components:delta.same')}</span>
  const up = share > 0
  const tone = goodUp === null ? 'text-secondary' : up === goodUp ? 'text-success' : 'text-danger'
  const words = t(up ? 'components:delta.up' : 'components:delta.down', { value })
  return (
    <span className="figure" title={words}>
      <span aria-hidden="true" className={tone}>
        {up ? '▲' : '▼'} {value}
      </span>
      {label ? (
        <span aria-hidden="true" className="text-secondary">
          {' '}
          {label}
        </span>
      ) : null}
      <span className="visually-hidden">{words}</span>
    </span>
  )
}

function Unknown() {
  const t = useWords()
  return (
    <span className="text-secondary">
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{t('components:figure.unknown')}</span>
    </span>
  )
}

function figureClass(negative: boolean, more = ''): string {
  return `figure${negative ? ' figure-negative' : ''}${more ? ` ${more}` : ''}`
}
