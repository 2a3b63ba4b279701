import { queryOptions } from '@tanstack/react-query'
import type { QuoteInput } from '#shared/contract/pricing'
import type { Api } from '../../../components/backend'

/** The price of one ticket together with what was asked; nothing is read while nothing can be asked. */
export function quoteQuery(api: Api, asked: QuoteInput | null) {
  return queryOptions({
    queryKey: ['pricing', 'quote', asked],
    queryFn: async ({ signal }) => {
      if (asked === null) throw new Error('nothing to quote')
      return { asked, ...(await api.pricing.quote(asked, { signal })) }
    },
    enabled: asked !== null,
  })
}
