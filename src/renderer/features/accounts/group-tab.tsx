import { Tag } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { AccountGroup, MonthFigure } from '#shared/contract/accounts'
import { useApi } from '../../components/backend'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { Count, Money } from '../../components/figures'
import { MonthChart } from '../../components/month-chart'
import { useMonth } from '../../components/month'
import { useWords } from '../../i18n'

const indent = 16

function useGroup(id: number) {
  const api = useApi()
  const [month] = useMonth()
  return useQuery({
    queryKey: ['accounts', 'group', id, month],
    queryFn: ({ signal }) => api.accounts.group({ id, month }, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** 集团: everybody below a customer, with figures of their own and together, and the way up. */
export function GroupTab({ id }: { id: number }) {
  const t = useWords()
  const [, setMonth] = useMonth()
  const group = useGroup(id)
  if (group.error) return <ErrorState error={group.error} onRetry={() => void group.refetch()} />
  if (!group.data) return null
  const { parents, members, months } = group.data
  return (
    <div className="stack">
      {parents.length > 0 ? (
        <p>
          <span className="text-secondary">{t('archive:group.parents')}：</span>
          {parents.map((parent, index) => (
            <span key={parent.id}>
              {index > 0 ? ' › ' : ''}
              <Link to={`/accounts/${parent.id}?tab=group`}>{parent.name}</Link>
            </span>
          ))}
        </p>
      ) : null}
      {members.length > 1 ? (
        <>
          <section className="panel">
            <h2>{t('archive:group.months')}</h2>
            <MonthChart
              months={months.map((row) => ({ ...row, marginFen: knownMargin(row) }))}
              height={200}
              onMonth={setMonth}
            />
          </section>
          <Members group={group.data} />
          <p className="text-secondary">{t('archive:group.note')}</p>
        </>
      ) : (
        <EmptyState title={t('archive:group.none')} text={t('archive:group.noneText')} />
      )}
    </div>
  )
}

/** The group's sums on its overview; nothing for a customer without members. */
export function GroupPanel({ id, memberCount }: { id: number; memberCount: number }) {
  return memberCount > 0 ? <GroupSums id={id} /> : null
}

function GroupSums({ id }: { id: number }) {
  const t = useWords()
  const [month] = useMonth()
  const { data } = useGroup(id)
  const head = data?.members[0]
  if (!data || !head) return null
  return (
    <section className="panel">
      <h2 className="row row-spread">
        {t('archive:group.title')}
        <Link to="?tab=group">{t('archive:group.all')}</Link>
      </h2>
      <dl className="facts">
        <dt>{t('archive:group.members')}</dt>
        <dd>{t('archive:group.count', { count: data.members.length - 1 })}</dd>
        <dt>{t('archive:group.rolled')}</dt>
        <dd title={t('archive:group.month', { month })}>
          <Money fen={head.rolled.revenueFen} />
        </dd>
        <dt>{t('archive:group.rolledMargin')}</dt>
        <dd>
          <Money fen={knownMargin(head.rolled)} />
        </dd>
        <dt>{t('archive:group.rolledPieces')}</dt>
        <dd>
          <Count value={head.rolled.pieces} />
        </dd>
      </dl>
    </section>
  )
}

function Members({ group }: { group: AccountGroup }) {
  const t = useWords()
  const [month] = useMonth()
  const figures = ['own', 'rolled', 'rolledMargin', 'rolledPieces'] as const
  return (
    <section className="panel-plain">
      <h2>{t('archive:group.month', { month })}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('archive:group.member')}</th>
            <th scope="col">{t('accounts:manager')}</th>
            <th scope="col">{t('accounts:lifecycle')}</th>
            {figures.map((key) => (
              <th key={key} scope="col" className="cell-figure">
                {t(`archive:group.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.members.map((member) => (
            <tr key={member.id}>
              <td>
                <span className="group-name" style={{ paddingLeft: member.depth * indent }}>
                  {member.depth === 0 ? (
                    <strong>{member.name}</strong>
                  ) : (
                    <Link to={`/accounts/${member.id}`}>{member.name}</Link>
                  )}
                  {member.deleted ? <Tag>{t('archive:group.deleted')}</Tag> : null}
                </span>
              </td>
              <td>{member.manager}</td>
              <td>{t(`accounts:lifecycle.${member.lifecycle}`)}</td>
              <td className="cell-figure">
                <Money fen={member.own.revenueFen} />
              </td>
              <td className="cell-figure">
                <Money fen={member.rolled.revenueFen} />
              </td>
              <td className="cell-figure">
                <Money fen={knownMargin(member.rolled)} />
              </td>
              <td className="cell-figure">
                <Count value={member.rolled.pieces} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A month with uncosted tickets has no known margin. */
function knownMargin({ marginFen, uncosted }: MonthFigure): number | null {
  return uncosted > 0 ? null : marginFen
}
