import type { Rule } from 'antd/es/form'
import { parsePhone, parseUscc } from '#shared/domain/import/parse-identifier'
import type { Words } from '../../i18n'

/** Checks of the customer form, run while typing. Empty optional fields always pass. */
export function accountChecks(t: Words) {
  const check = (judge: (text: string) => string | null): Rule => ({
    validator: async (_rule, value: unknown) => {
      const text = typeof value === 'string' ? value.trim() : ''
      const fault = text === '' ? null : judge(text)
      if (fault !== null) throw new Error(fault)
    },
  })
  return {
    /** GB 32100-2015: 18 characters, the last one a check digit. */
    uscc: check((text) => {
      const read = parseUscc(text)
      if (read.ok) return null
      if (read.code === 'usccCheckDigit') {
        return t('accounts:check.usccCheckDigit', { expected: String(read.params['expected'] ?? '') })
      }
      return t(read.code === 'usccLength' ? 'accounts:check.usccLength' : 'accounts:check.usccCharacter')
    }),
    phone: check((text) => (parsePhone(text).ok ? null : t('accounts:check.phone'))),
    email: check((text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : t('accounts:check.email'))),
    required: (field: string): Rule => ({
      required: true,
      whitespace: true,
      message: t('components:input.required', { field }),
    }),
    atMost: (count: number): Rule => ({ max: count, message: t('accounts:form.tooLong', { count }) }),
  }
}
