import { useCallback } from 'react'
import type { TableProblem } from '#shared/domain/price-editing/check-tables'
import { isWordKey } from '#shared/i18n/index'
import { useWords } from '../../../i18n'

/** The words of a problem: catalogue and key are parted by the first point of its code. */
export function useProblemText(): (problem: Pick<TableProblem, 'code' | 'params'>) => string {
  const t = useWords()
  return useCallback(
    ({ code, params }) => {
      const key = code.replace('.', ':')
      return isWordKey(key) ? t(key, params) : code
    },
    [t],
  )
}
