import type { AccountDetail, TeamMember } from '#shared/contract/accounts'
import { useWords } from '../../i18n'
import { useCustomFields } from './use-archive'

/** Every state with its first day and reason, the newest first. */
export function LifecycleHistory({ states }: { states: AccountDetail['lifecycleHistory'] }) {
  const t = useWords()
  return (
    <section className="panel">
      <h2>{t('archive:lifecycle.title')}</h2>
      {states.length === 0 ? <p className="text-secondary">{t('archive:lifecycle.none')}</p> : null}
      <ul className="history-list">
        {states.map((state) => (
          <li key={state.recordedAt + state.since}>
            <div className="row row-spread">
              <strong>{t(`accounts:lifecycle.${state.lifecycle}`)}</strong>
              <span className="figure">{state.since}</span>
            </div>
            {state.reason === '' ? null : <div>{state.reason}</div>}
            {state.actor === '' ? null : (
              <div className="text-secondary">{t('archive:lifecycle.by', { actor: state.actor })}</div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 项目组: who works for the customer, and who did. */
export function Team({ team }: { team: readonly TeamMember[] }) {
  const t = useWords()
  return (
    <section className="panel">
      <h2>{t('archive:team.title')}</h2>
      {team.length === 0 ? <p className="text-secondary">{t('archive:team.none')}</p> : null}
      <ul className="history-list">
        {team.map((member, index) => (
          <li key={index} className="row row-spread">
            <span>
              {member.name} <span className="text-secondary">{member.role}</span>
            </span>
            <span className="text-secondary figure">
              {member.since ?? ''} – {member.until ?? t('archive:team.now')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The branch's own fields; nothing where it has none. */
export function CustomRows({ values }: { values: AccountDetail['custom'] }) {
  const t = useWords()
  const fields = useCustomFields() ?? []
  if (fields.length === 0) return null
  return (
    <section className="panel">
      <h2>{t('archive:custom.title')}</h2>
      <dl className="facts">
        {fields.map(({ uid, name, unit }) => (
          <CustomRow key={uid} name={name} value={values[uid] ?? ''} unit={unit} />
        ))}
      </dl>
    </section>
  )
}

function CustomRow({ name, value, unit }: { name: string; value: string; unit: string }) {
  const t = useWords()
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {value === '' ? (
          <span className="text-secondary">{t('accounts:archive.empty')}</span>
        ) : (
          `${value} ${unit}`.trim()
        )}
      </dd>
    </>
  )
}
