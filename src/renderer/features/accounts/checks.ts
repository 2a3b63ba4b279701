import type { Rule } from 'antd/es/form'
import { parsePhone, parseUscc } from '#shared/domain/import/parse-identifier'
import { isWordKey } from '#shared/i18n/index'
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
      const key = `accounts:check.${read.code}`
      return isWordKey(key) ? t(key, read.params) : t('accounts:check.usccLength', { length: text.length })
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
