import { describe, expect, it } from 'vitest'
import { parseUscc } from '#shared/domain/import/parse-identifier'
import { translate } from '#shared/i18n/index'

describe('what is wrong with a unified social credit code', () => {
  it.each([
    ['91350100M000100Y4', 'usccLength', { length: 17 }],
    ['91350100M000100Y433', 'usccLength', { length: 19 }],
    ['9135O100M000100Y43', 'usccCharacter', { position: 5, character: 'O' }],
    ['91350100M00010OY43', 'usccCharacter', { position: 15, character: 'O' }],
    ['I1350100M000100Y43', 'usccCharacter', { position: 1, character: 'I' }],
    ['91350100M000100Y4Z', 'usccCharacter', { position: 18, character: 'Z' }],
    ['91350100M000100Y44', 'usccCheckDigit', { found: '4', expected: '3' }],
  ])('is said of %s: %s %j', (code, fault, params) => {
    const read = parseUscc(code)
    if (read.ok) throw new Error('taken')
    expect(read).toMatchObject({ code: fault, params })
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(translate(locale, `importProblems:value.${read.code}`, read.params)).not.toContain('{{')
      expect(translate(locale, `accounts:check.${read.code as 'usccLength'}`, read.params)).not.toContain('{{')
    }
  })

  it('takes a right one with blanks, dashes and small letters', () => {
    expect(parseUscc('9135 0100-m000100y43')).toEqual({ ok: true, value: '91350100M000100Y43' })
  })
})
