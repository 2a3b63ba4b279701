import type { z } from 'zod'
import type { auditEntry } from '#shared/contract/system'
import { formatFen } from '#shared/domain/money'
import { isWordKey } from '#shared/i18n/index'
import { useInstant } from '../../components/instant'
import { useWords, type Words } from '../../i18n'
import { fieldLabel } from './field-label'

type Entry = z.infer<typeof auditEntry>

/** Change history of a customer: who, when, and field by field what it was and what it became. */
export function History({ entries }: { entries: readonly Entry[] }) {
  const t = useWords()
  const instant = useInstant()
  if (entries.length === 0) return <p className="text-secondary">{t('accounts:archive.historyNone')}</p>
  return (
    <ul className="history-list">
      {entries.map((entry) => (
        <li key={entry.seq}>
          <div className="row row-spread">
            <span>
              {actionWord(t, entry.action)} · {entry.actor}
            </span>
            <span className="text-secondary figure">{instant(entry.at)}</span>
          </div>
          {entry.changes.map((change) => (
            <div key={change.field}>
              {fieldLabel(t, change.field)}：
              <span className="text-secondary">{valueWord(t, change.field, change.old)}</span> →{' '}
              {valueWord(t, change.field, change.new)}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}

function actionWord(t: Words, action: string): string {
  const key = `accounts:history.${action}`
  return isWordKey(key) ? t(key) : action
}

/** A stored value as the form shows it. */
function valueWord(t: Words, field: string, value: unknown): string {
  const empty = t('accounts:archive.empty')
  if (value === null || value === undefined || value === '') return empty
  if (field === 'creditLimitFen' && typeof value === 'number') return formatFen(value)
  if (typeof value === 'string') {
    const key = field === 'tier' ? `components:tier.${value}` : `accounts:lifecycle.${value}`
    return (field === 'tier' || field === 'lifecycle') && isWordKey(key) ? t(key) : value
  }
  if (typeof value === 'number') return String(value)
  if (!Array.isArray(value)) return empty
  const texts = value.map((one: unknown) => (typeof one === 'object' && one !== null ? contactWord(one) : String(one)))
  return texts.join('、') || empty
}

function contactWord(contact: object): string {
  const { name, phone } = contact as { name?: unknown; phone?: unknown }
  return [name, phone].filter((part) => typeof part === 'string' && part !== '').join(' ')
}
