import { Input } from 'antd'
import { useState, type FocusEvent } from 'react'
import { formatDecimal, parseDecimal } from '#shared/domain/decimal'
import { useWords, type Words } from '../i18n'

/** What a field holds whose text is no figure: validation refuses it, the text stays for correction. */
export const UNREADABLE = Number.NaN

export interface FigureInputProps {
  id?: string
  /** Scaled integer; null: nothing entered; NaN: the text cannot be read. */
  value?: number | null
  onChange?: (value: number | null) => void
  onBlur?: (event: FocusEvent) => void
  disabled?: boolean
  placeholder?: string
  /** For fields without a visible label. */
  label?: string
  autoFocus?: boolean
  className?: string
  status?: 'error' | 'warning' | ''
}

interface ScaledInputProps extends FigureInputProps {
  /** Decimals of the unit shown: 2 for yuan over fen, 3 for kg over g. */
  scale: number
  /** Least number of decimals shown when the field is left. */
  minDecimals?: number
  /** Unit inside the field. */
  unit?: string
}

/** Text in, scaled integer out; takes `1,234.5`, `￥1,234.5`, full-width digits and a pasted unit. */
export function readFigure(text: string, scale: number): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s¥]/g, '')
    .replace(/(元|kg|公斤|千克|cm|厘米|件|天|%)$/i, '')
  if (plain === '') return null
  const read = parseDecimal(plain, scale)
  return read.ok ? read.value : UNREADABLE
}

function ScaledInput({
  scale,
  minDecimals = 0,
  unit,
  value = null,
  onChange,
  onBlur,
  label,
  ...rest
}: ScaledInputProps) {
  const shown = value === null || Number.isNaN(value) ? '' : groupFigure(formatDecimal(value, scale, minDecimals))
  // While the field has the focus the text is the user's own; `typed` is null otherwise.
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? shown
  const unreadable = value !== null && Number.isNaN(value)
  return (
    <Input
      {...rest}
      className={`figure-input ${rest.className ?? ''}`}
      inputMode="decimal"
      autoComplete="off"
      suffix={unit ? <span className="text-secondary">{unit}</span> : undefined}
      status={unreadable ? 'error' : rest.status}
      aria-label={label}
      aria-invalid={unreadable || undefined}
      value={text}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange?.(readFigure(event.target.value, scale))
      }}
      onBlur={(event) => {
        if (!unreadable) setTyped(null)
        onBlur?.(event)
      }}
    />
  )
}

/** Yuan with two decimals over integer fen. */
export function MoneyInput(props: FigureInputProps) {
  const t = useWords()
  return <ScaledInput scale={2} minDecimals={2} unit={t('components:unit.yuan')} {...props} />
}

/** Kilograms with up to three decimals over integer grams. */
export function WeightInput(props: FigureInputProps) {
  const t = useWords()
  return <ScaledInput scale={3} unit={t('components:unit.kg')} {...props} />
}

/** Any other figure: whole by default, `scale` decimals otherwise, with its unit inside the field. */
export function NumberInput({ scale = 0, ...props }: FigureInputProps & { scale?: number; unit?: string }) {
  return <ScaledInput scale={scale} {...props} />
}

/** antd rule of a field with one of these inputs: refuses unreadable text and figures out of bounds (scaled integers). */
export function figureRule(t: Words, options: { scale?: number; min?: number; max?: number } = {}) {
  const { scale = 0, min, max } = options
  return {
    validator: (_rule: unknown, value: number | null | undefined): Promise<void> => {
      if (value === null || value === undefined) return Promise.resolve()
      if (Number.isNaN(value)) {
        const hint =
          scale === 0 ? t('components:input.notAnInteger') : t('components:input.notANumberOf', { count: scale })
        return Promise.reject(new Error(hint))
      }
      if (min !== undefined && value < min) {
        return Promise.reject(new Error(t('components:input.tooSmall', { value: formatDecimal(min, scale) })))
      }
      if (max !== undefined && value > max) {
        return Promise.reject(new Error(t('components:input.aboveMax', { value: formatDecimal(max, scale) })))
      }
      return Promise.resolve()
    },
  }
}

function groupFigure(text: string): string {
  const [whole = '', fraction] = text.split('.')
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`
}
