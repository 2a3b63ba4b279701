import { Button, Dropdown, Tag } from 'antd'
import { MoreOutlined } from '../../components/icons'
import type { PersonRow } from '#shared/contract/people'
import { useWords } from '../../i18n'
import { birthMonthText, Freshness, markText, StanceMark } from './person-marks'

type Do = ((person: PersonRow) => void) | undefined

interface ContactTableProps {
  people: readonly PersonRow[]
  /** Absent: the user may not. */
  onEdit: Do
  onShow: Do
  onRemove: Do
  onErase: Do
}

/** The people of one customer; numbers are masked, one contact at a time is shown in full. */
export function ContactTable({ people, onEdit, onShow, onRemove, onErase }: ContactTableProps) {
  const t = useWords()
  const headings = [
    t('fields:contact.name'),
    t('fields:contact.title'),
    t('fields:contact.role'),
    t('fields:contact.stance'),
    t('people:col.marks'),
    t('people:col.contact'),
    t('fields:contact.reportsTo'),
    t('fields:contact.birthday'),
    t('fields:contact.lastContactOn'),
  ]
  return (
    <div className="panel-flush people-table">
      <table className="plain-table">
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            <th scope="col" aria-label={t('people:col.actions')} />
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>
                <strong>{person.name}</strong> {person.primary ? <Tag>{t('people:map.primary')}</Tag> : null}
              </td>
              <td>{[person.department, person.title].filter(Boolean).join(' · ')}</td>
              <td>{person.role ? t(`people:role.${person.role}`) : '—'}</td>
              <td>
                <StanceMark stance={person.stance} />
              </td>
              <td className="figure">
                {markText(t, person.influence)} · {markText(t, person.relationship)}
              </td>
              <td>
                <Reached person={person} />
              </td>
              <td>{person.reportsToName}</td>
              <td>{birthMonthText(t, person.birthMonth)}</td>
              <td>
                <Freshness person={person} />
              </td>
              <td>
                <div className="row">
                  {onShow ? (
                    <Button
                      size="small"
                      aria-label={`${t('people:show')} ${person.name}`}
                      onClick={() => onShow(person)}
                    >
                      {t('people:show')}
                    </Button>
                  ) : null}
                  {onEdit ? (
                    <Button
                      size="small"
                      aria-label={`${t('people:edit')} ${person.name}`}
                      onClick={() => onEdit(person)}
                    >
                      {t('shell:edit')}
                    </Button>
                  ) : null}
                  <More person={person} onRemove={onRemove} onErase={onErase} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Reached({ person }: { person: PersonRow }) {
  const t = useWords()
  const ways = [person.phone, person.wechat, person.email].filter(Boolean)
  return (
    <>
      <span className="figure">{ways[0] ?? '—'}</span>
      {person.channel ? <span className="text-secondary"> {t(`people:channel.${person.channel}`)}</span> : null}
    </>
  )
}

function More({ person, onRemove, onErase }: { person: PersonRow; onRemove: Do; onErase: Do }) {
  const t = useWords()
  const items = [
    ...(onRemove ? [{ key: 'remove', label: t('shell:remove'), onClick: () => onRemove(person) }] : []),
    ...(onErase
      ? [{ key: 'erase', danger: true, label: t('people:erase.action'), onClick: () => onErase(person) }]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button size="small" type="text" icon={<MoreOutlined />} aria-label={`${t('people:more')} ${person.name}`} />
    </Dropdown>
  )
}
