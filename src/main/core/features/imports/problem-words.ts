import type { ImportProblem } from '#shared/contract/imports'
import { isWordKey, type Locale, translate } from '#shared/i18n/index'
import type { FoundProblem } from '#shared/domain/import/found-problem'

/** Catalogues in which a bare code is looked up; a code belongs to exactly one of them. */
const namespaces = ['problems', 'importProblems', 'errors'] as const

/**
 * The words of a problem: of `catalogue.key` as price sheets name theirs, or of a bare code. A test rules out that a code
 * has no words.
 */
export function problemText(code: string, params: ImportProblem['params'], locale: Locale): string {
  for (const key of [code.replace('.', ':'), ...namespaces.map((namespace) => `${namespace}:${code}`)]) {
    if (isWordKey(key)) return translate(locale, key, params)
  }
  return code
}

export function describeProblems(problems: readonly FoundProblem[], locale: Locale): ImportProblem[] {
  return problems.map(({ row, column, sheet, code, params, severity }) => ({
    row,
    column,
    sheet: sheet ?? null,
    code,
    params,
    severity,
    text: problemText(code, params, locale),
  }))
}
