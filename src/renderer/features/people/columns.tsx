import { Button } from 'antd'
import { Link } from 'react-router'
import type { PersonRow } from '#shared/contract/people'
import type { Column } from '../../components/list/column'
import type { Words } from '../../i18n'
import { birthMonthText, Freshness, markText, StanceMark } from './person-marks'

/** `onShow` shows one contact in full; null where the user may not. */
export function peopleColumns(t: Words, onShow: ((id: number) => void) | null): Column<PersonRow>[] {
  return [
    {
      key: 'name',
      title: t('fields:contact.name'),
      sort: 'name',
      always: true,
      width: 110,
      render: (row) => (
        <Link to={`/accounts/${row.accountId}?tab=contacts`} tabIndex={-1}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'account',
      title: t('fields:contact.accountName'),
      sort: 'account',
      width: 160,
      maxWidth: 240,
      render: (row) => <span title={row.account}>{row.account}</span>,
    },
    { key: 'title', title: t('fields:contact.title'), sort: 'title', width: 80, render: (row) => row.title },
    {
      key: 'department',
      title: t('fields:contact.department'),
      optional: true,
      render: (row) => row.department,
    },
    {
      key: 'role',
      title: t('fields:contact.role'),
      sort: 'role',
      width: 72,
      render: (row) => (row.role ? t(`people:role.${row.role}`) : null),
    },
    {
      key: 'stance',
      title: t('fields:contact.stance'),
      sort: 'stance',
      width: 76,
      render: (row) => <StanceMark stance={row.stance} />,
    },
    {
      key: 'influence',
      title: t('fields:contact.influence'),
      sort: 'influence',
      width: 52,
      render: (row) => markText(t, row.influence),
    },
    {
      key: 'relationship',
      title: t('fields:contact.relationship'),
      sort: 'relationship',
      optional: true,
      render: (row) => markText(t, row.relationship),
    },
    {
      key: 'phone',
      title: t('fields:contact.phone'),
      width: 160,
      render: (row) => (
        <span className="row row-spread">
          <span className="figure">{row.phone || '—'}</span>
          {onShow ? (
            <Button
              size="small"
              type="link"
              aria-label={`${t('people:show')} ${row.name}`}
              onClick={(event) => {
                event.stopPropagation()
                onShow(row.id)
              }}
            >
              {t('people:show')}
            </Button>
          ) : null}
        </span>
      ),
    },
    { key: 'wechat', title: t('fields:contact.wechat'), optional: true, render: (row) => row.wechat },
    { key: 'email', title: t('fields:contact.email'), optional: true, render: (row) => row.email },
    { key: 'reportsTo', title: t('fields:contact.reportsTo'), optional: true, render: (row) => row.reportsToName },
    {
      key: 'birthday',
      title: t('fields:contact.birthday'),
      width: 72,
      render: (row) => birthMonthText(t, row.birthMonth),
    },
    {
      key: 'lastContactOn',
      title: t('fields:contact.lastContactOn'),
      sort: 'lastContactOn',
      width: 108,
      render: (row) => <Freshness person={row} />,
    },
  ]
}
