import { Alert, Form, type FormInstance } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { AccountHit } from '#shared/contract/accounts'
import { normaliseName } from '#shared/domain/import/normalise-name'
import { useApi } from '../../components/backend'
import { usePaused } from '../../components/use-paused'
import { useWords } from '../../i18n'
import type { AccountForm } from './form-values'

interface KnownAccountsProps {
  form: FormInstance<AccountForm>
  /** The customer that is edited: he may have his own name. */
  own: number | null
  field: 'name' | 'uscc'
}

/**
 * Says which customer has the typed name (or short name, alias) or credit code already: the same one entered twice has his
 * waybills and prices in two places. It hinders nobody: two branches of a chain may have one name.
 */
export function KnownAccounts({ form, own, field }: KnownAccountsProps) {
  const t = useWords()
  const api = useApi()
  const written: unknown = Form.useWatch(field, form)
  const text = usePaused(typeof written === 'string' ? written : '')
  const found = useQuery({
    queryKey: ['accounts', 'search', text],
    queryFn: ({ signal }) => api.accounts.search({ text, limit: 8 }, { signal }),
    enabled: Array.from(text).length > 1,
  })
  const same = (found.data ?? []).filter((hit) => hit.id !== own && isSame(hit, text, field))
  if (same.length === 0) return null
  return (
    <Alert
      className="form-note"
      type="warning"
      showIcon
      title={
        <>
          {t(`duplicates:known.${field}`)}{' '}
          {same.map(({ id, name, code }) => (
            <span key={id}>
              <Link to={`/accounts/${id}`}>{name}</Link> {code}{' '}
            </span>
          ))}
        </>
      }
    />
  )
}

const names: ReadonlySet<string> = new Set(['name', 'short-name', 'alias'])

function isSame({ match, name }: AccountHit, text: string, field: 'name' | 'uscc'): boolean {
  const wanted = normaliseName(text)
  if (field === 'uscc') return match?.kind === 'uscc' && normaliseName(match.text) === wanted
  if (normaliseName(name) === wanted) return true
  return match !== null && names.has(match.kind) && normaliseName(match.text) === wanted
}
