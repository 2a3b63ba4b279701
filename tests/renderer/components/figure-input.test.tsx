import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { translate } from '#shared/i18n/index'
import {
  figureRule,
  MoneyInput,
  NumberInput,
  readFigure,
  WeightInput,
} from '../../../src/renderer/components/figure-input'
import type { Words } from '../../../src/renderer/i18n'
import { renderScreen } from '../support/screen'

describe('readFigure', () => {
  const cases: [text: string, scale: number, value: number | null][] = [
    ['1,234.5', 2, 123450],
    ['１，２３４．５', 2, 123450],
    ['￥1,234.50', 2, 123450],
    ['18.9元', 2, 1890],
    ['-0.01', 2, -1],
    ['2.5kg', 3, 2500],
    ['3 公斤', 3, 3000],
    ['0.1', 2, 10],
    ['12', 0, 12],
    ['', 2, null],
    ['   ', 2, null],
    ['9007199254740991', 0, 9007199254740991],
  ]
  it.each(cases)('reads %j at scale %i as %j', (text, scale, value) => {
    expect(readFigure(text, scale)).toBe(value)
  })

  it.each([
    ['12.345', 2],
    ['12x', 2],
    ['1,23,4', 2],
    ['1.5', 0],
    ['一百', 2],
    ['9007199254740993', 0],
  ])('cannot read %j at scale %i and never rounds it away', (text, scale) => {
    expect(readFigure(text, scale)).toBeNaN()
  })
})

describe('figureRule', () => {
  const said = (scale: number, say: Words) =>
    figureRule(say, { scale })
      .validator(null, Number.NaN)
      .catch((error: unknown) => (error instanceof Error ? error.message : ''))
  const zh: Words = (key, params) => translate('zh-CN', key, params)
  const en: Words = (key, params) => translate('en', key, params)

  it('asks for a whole number where no decimals fit, in the signs of its language', async () => {
    expect(await said(0, zh)).toBe('请输入整数，例如 30')
    expect(await said(2, zh)).toBe('请输入数字，例如 1,234.5（最多 2 位小数）')
    expect(await said(2, en)).toBe('Enter a number, e.g. 1,234.5 (at most 2 decimals)')
  })
})

function Field({ kind: Kind, seen }: { kind: typeof MoneyInput; seen: (number | null)[] }) {
  const [value, setValue] = useState<number | null>(null)
  return (
    <Kind
      label="figure"
      value={value}
      onChange={(next) => {
        seen.push(next)
        setValue(next)
      }}
    />
  )
}

function typed(kind: typeof MoneyInput, text: string) {
  const seen: (number | null)[] = []
  renderScreen(<Field kind={kind} seen={seen} />, { api: {}, at: '/x', path: 'x' })
  const field = screen.getByLabelText<HTMLInputElement>('figure')
  fireEvent.change(field, { target: { value: text } })
  const during = field.value
  fireEvent.blur(field)
  return { seen, during, after: field.value, invalid: field.getAttribute('aria-invalid') }
}

describe('figure fields', () => {
  it('take a pasted amount as it is and write it tidily when the field is left', () => {
    expect(typed(MoneyInput, ' 1234.5 ')).toEqual({
      seen: [123450],
      during: ' 1234.5 ',
      after: '1,234.50',
      invalid: null,
    })
  })

  it('take full-width digits and a pasted unit', () => {
    expect(typed(WeightInput, '１２．５kg').after).toBe('12.5')
  })

  it('keep text they cannot read, say so, and report it as unreadable', () => {
    const { seen, after, invalid } = typed(NumberInput, '12 o')
    expect(seen).toEqual([Number.NaN])
    expect(after).toBe('12 o')
    expect(invalid).toBe('true')
  })

  it('turn empty into null, not into zero', () => {
    const seen: (number | null)[] = []
    renderScreen(<MoneyInput label="figure" value={100} onChange={(value) => seen.push(value)} />, {
      api: {},
      at: '/x',
      path: 'x',
    })
    fireEvent.change(screen.getByLabelText('figure'), { target: { value: '' } })
    expect(seen).toEqual([null])
  })
})
