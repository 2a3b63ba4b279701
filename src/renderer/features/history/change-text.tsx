import type { HistoryRow } from '#shared/contract/history'
import { changeWords } from '#shared/fields/change-words'
import { useWords } from '../../i18n'

type Change = Pick<HistoryRow, 'entity' | 'field' | 'label' | 'old' | 'new'>

/** One change of one field: what it was and what it became; of lists what came and went. */
export function ChangeText({ change }: { change: Change }) {
  const t = useWords()
  const { label, old, new: next, list } = changeWords(t, change, change.label)
  return (
    <div className="change-text">
      <span className="change-label">{label}</span>
      {list ? (
        <span>
          {list.added.map((text) => (
            <ins key={text}>{t('history:added', { text })}</ins>
          ))}
          {list.removed.map((text) => (
            <del key={text}>{t('history:removed', { text })}</del>
          ))}
          {list.changed.map((text) => (
            <span key={text}>{t('history:changedItem', { text })}</span>
          ))}
        </span>
      ) : (
        <span>
          <span className="text-secondary">{old}</span> → {next}
        </span>
      )}
    </div>
  )
}
