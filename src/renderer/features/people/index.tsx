import { Button } from 'antd'
import { DownloadOutlined, ImportOutlined } from '../../components/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { PeopleFilter, PersonDetail } from '#shared/contract/people'
import { decisionRoles, stances } from '#shared/domain/people/person'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { useDeliver } from '../../components/deliver'
import { EmptyState } from '../../components/empty-state'
import { AppTable } from '../../components/list/app-table'
import { ClearFilters, ListSearch, ListSelect, NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { useList, type FilterKinds } from '../../components/list/use-list'
import { PageHeader } from '../../components/page-header'
import { useLocale, useWords } from '../../i18n'
import { peopleColumns } from './columns'
import { usePersonActions } from './person-actions'
import { RevealModal } from './reveal-modal'
import './people.css'

interface ListFilter {
  role?: NonNullable<PeopleFilter['role']>
  stance?: NonNullable<PeopleFilter['stance']>
  birthMonth?: number
  stale?: boolean
}

const filterKinds: FilterKinds<ListFilter> = { role: 'text', stance: 'text', birthMonth: 'number', stale: 'flag' }
const months = Array.from({ length: 12 }, (_, at) => at + 1)

/** 客户 › 联系人: all contacts of all customers, numbers masked; one at a time is shown in full. */
export default function PeopleList() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const locale = useLocale()
  const deliver = useDeliver()
  const navigate = useNavigate()
  const [shown, setShown] = useState<PersonDetail | null>(null)
  const { read, seesAll } = usePersonActions()
  const list = useList<ListFilter>(filterKinds, { sort: 'account' })
  const filter = knownFilter(list.filter)
  const input = { ...list.input, filter }
  const people = useQuery({
    queryKey: ['people', 'list', input],
    queryFn: ({ signal }) => api.people.list(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(
    () => peopleColumns(t, seesAll ? (id) => void read(id, true).then(setShown) : null),
    [t, seesAll, read],
  )
  const importButton = may('accounts.write') ? (
    <Button icon={<ImportOutlined />} onClick={() => void navigate('/imports/contacts')}>
      {t('shell:import')}
    </Button>
  ) : null
  return (
    <div className="page page-fill">
      <PageHeader
        title={t('people:title')}
        help={t('people:help')}
        actions={
          <>
            <Button onClick={() => void navigate('/accounts')}>{t('accounts:backToList')}</Button>
            {importButton}
            <Button
              icon={<DownloadOutlined />}
              disabled={!people.data?.total}
              onClick={() => void deliver(() => api.people.export({ ...input, locale }))}
            >
              {t('shell:export')}
            </Button>
          </>
        }
      />
      <AppTable
        name="people"
        views="people"
        label={t('people:title')}
        columns={columns}
        list={list}
        {...rowsOf(people)}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/accounts/${row.accountId}?tab=contacts`)}
        filters={
          <>
            <ListSearch list={list} placeholder={t('people:searchHint')} />
            <ListSelect
              label={t('fields:contact.role')}
              value={filter.role}
              onChange={(role) => list.setFilter('role', role)}
              options={decisionRoles.map((value) => ({ value, label: t(`people:role.${value}`) }))}
            />
            <ListSelect
              label={t('fields:contact.stance')}
              value={filter.stance}
              onChange={(stance) => list.setFilter('stance', stance)}
              options={stances.map((value) => ({ value, label: t(`people:stance.${value}`) }))}
              width={100}
            />
            <ListSelect
              label={t('people:filter.birthMonth')}
              value={filter.birthMonth}
              onChange={(month) => list.setFilter('birthMonth', month)}
              options={months.map((value) => ({ value, label: t('people:birthday.monthOf', { number: value }) }))}
              width={136}
            />
            <ListSelect<'stale'>
              label={t('people:filter.staleLabel')}
              value={filter.stale ? 'stale' : undefined}
              onChange={(stale) => list.setFilter('stale', stale ? true : undefined)}
              options={[{ value: 'stale', label: t('people:filter.stale') }]}
              width={168}
            />
            <ClearFilters list={list} />
          </>
        }
        empty={<EmptyState title={t('people:empty.title')} text={t('people:empty.text')} action={importButton} />}
        noMatch={<NoMatch list={list} />}
      />
      {shown ? <RevealModal person={shown} onClose={() => setShown(null)} /> : null}
    </div>
  )
}

/** Only what the core takes: an address may hold anything. */
function knownFilter({ role, stance, birthMonth, stale }: ListFilter): ListFilter {
  return {
    ...(role && decisionRoles.includes(role) ? { role } : {}),
    ...(stance && stances.includes(stance) ? { stance } : {}),
    ...(birthMonth && months.includes(birthMonth) ? { birthMonth } : {}),
    ...(stale ? { stale } : {}),
  }
}
