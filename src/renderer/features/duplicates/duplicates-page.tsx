import { Button, Tabs, Tag } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import {
  duplicateReasons,
  duplicateStrengths,
  type DuplicatePair,
  type DuplicateReason,
  type DuplicateStrength,
} from '#shared/contract/duplicates'
import type { Locale } from '#shared/i18n/index'
import { joinClauses } from '#shared/i18n/join-clauses'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { EmptyState } from '../../components/empty-state'
import { useInstant } from '../../components/instant'
import { AppTable } from '../../components/list/app-table'
import type { Column } from '../../components/list/column'
import { ClearFilters, ListSearch, ListSelect, NoMatch } from '../../components/list/filters'
import { rowsOf } from '../../components/list/rows-of'
import { type FilterKinds, type ListState, useList } from '../../components/list/use-list'
import { PageHeader } from '../../components/page-header'
import { useUndoable } from '../../components/use-undoable'
import { useLocale, useWords, type Words } from '../../i18n'
import { factsText } from './compared-text'
import { MergeList } from './merge-list'
import './duplicates.css'

type Tab = 'open' | 'apart' | 'merges'

const tabs: readonly Tab[] = ['open', 'apart', 'merges']

/** 疑似重复客户: pairs that may be one customer, those that were said to be two, and the merges there were. */
export function DuplicatesPage() {
  const t = useWords()
  const [address, setAddress] = useSearchParams()
  const tab = tabs.find((one) => one === address.get('tab')) ?? 'open'
  return (
    <div className="page page-fill">
      <PageHeader
        title={t('duplicates:title')}
        help={t('duplicates:help')}
        extra={<Link to="/accounts">{t('accounts:backToList')}</Link>}
      />
      <Tabs
        className="duplicate-tabs"
        activeKey={tab}
        onChange={(next) => setAddress(next === 'open' ? {} : { tab: next }, { replace: true })}
        items={tabs.map((key) => ({ key, label: t(`duplicates:tab.${key}`) }))}
      />
      {tab === 'merges' ? <MergeList /> : <Pairs key={tab} apart={tab === 'apart'} />}
    </div>
  )
}

interface Filter {
  reason: DuplicateReason
  strength: DuplicateStrength
}

const filterKinds: FilterKinds<Filter> = { reason: 'text', strength: 'text' }

function Pairs({ apart }: { apart: boolean }) {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  const list = useList<Filter>(filterKinds)
  const input = { ...list.input, filter: { ...list.filter, apart } }
  const pairs = useQuery({
    queryKey: ['duplicates', 'list', input],
    queryFn: ({ signal }) => api.duplicates.list(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = usePairColumns(apart)
  return (
    <AppTable
      name={apart ? 'duplicates-apart' : 'duplicates'}
      label={t('duplicates:title')}
      columns={columns}
      list={list}
      {...rowsOf(pairs)}
      rowKey={rowKey}
      onOpen={(pair) => void navigate(comparePath(pair))}
      filters={<Filters list={list} />}
      empty={
        <EmptyState
          title={t(apart ? 'duplicates:empty.apart' : 'duplicates:empty.title')}
          text={t(apart ? 'duplicates:empty.apartText' : 'duplicates:empty.text')}
          action={<Button onClick={() => void navigate('/accounts')}>{t('accounts:backToList')}</Button>}
        />
      }
      noMatch={<NoMatch list={list} />}
    />
  )
}

/** Both ids in one number; ids of a branch stay far below a million. */
function rowKey({ first, second }: DuplicatePair): number {
  return first.id * 1_000_000 + second.id
}

function comparePath({ first, second }: DuplicatePair): string {
  return `/accounts/duplicates/compare?kept=${first.id}&other=${second.id}`
}

function Filters({ list }: { list: ListState<Filter> }) {
  const t = useWords()
  return (
    <>
      <ListSearch list={list} placeholder={t('duplicates:searchHint')} />
      <ListSelect
        label={t('duplicates:strength')}
        value={list.filter.strength}
        onChange={(strength) => list.setFilter('strength', strength)}
        options={duplicateStrengths.map((value) => ({ value, label: t(`duplicates:strength.${value}`) }))}
        width={112}
      />
      <ListSelect
        label={t('duplicates:reason')}
        value={list.filter.reason}
        onChange={(reason) => list.setFilter('reason', reason)}
        options={duplicateReasons.map((value) => ({ value, label: t(`duplicates:reason.${value}`) }))}
        width={160}
      />
      <ClearFilters list={list} />
    </>
  )
}

const strengthColours = { strong: 'error', likely: 'warning', weak: 'default' } as const

function usePairColumns(apart: boolean): readonly Column<DuplicatePair>[] {
  const t = useWords()
  const locale = useLocale()
  const instant = useInstant()
  return useMemo(() => {
    const columns: Column<DuplicatePair>[] = [
      {
        key: 'strength',
        title: t('duplicates:strength'),
        width: 72,
        render: ({ strength }) => <Tag color={strengthColours[strength]}>{t(`duplicates:strength.${strength}`)}</Tag>,
      },
      {
        key: 'first',
        title: t('duplicates:first'),
        always: true,
        maxWidth: 272,
        render: ({ first }) => <Party party={first} />,
      },
      {
        key: 'second',
        title: t('duplicates:second'),
        always: true,
        maxWidth: 272,
        render: ({ second }) => <Party party={second} />,
      },
      {
        key: 'reason',
        title: t('duplicates:reason'),
        maxWidth: 360,
        render: ({ reasons }) => reasonText(t, locale, reasons),
      },
    ]
    if (apart) {
      columns.push({
        key: 'said',
        title: t('duplicates:said'),
        render: (pair) =>
          pair.apart ? t('duplicates:saidBy', { actor: pair.apart.actor, at: instant(pair.apart.at) }) : '',
      })
    }
    columns.push({ key: 'act', title: '', always: true, width: 176, render: (pair) => <PairActions pair={pair} /> })
    return columns
  }, [t, locale, apart, instant])
}

function reasonText(t: Words, locale: Locale, reasons: DuplicatePair['reasons']): string {
  const said = reasons.map(({ reason, text }) =>
    t('duplicates:reasonText', { reason: t(`duplicates:reason.${reason}`), text }),
  )
  return joinClauses(locale, said)
}

function Party({ party }: { party: DuplicatePair['first'] }) {
  const t = useWords()
  return (
    <span className="duplicate-party">
      <Link to={`/accounts/${party.id}`} onClick={(event) => event.stopPropagation()}>
        {party.name}
      </Link>
      <span className="text-secondary">
        {party.code} · {factsText(t, party)}
      </span>
    </span>
  )
}

function PairActions({ pair }: { pair: DuplicatePair }) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const undoable = useUndoable()
  const two = { first: pair.first.id, second: pair.second.id }
  const names = { first: pair.first.name, second: pair.second.name }
  const say = (apart: boolean) => (apart ? api.duplicates.apart(two) : api.duplicates.together(two))
  if (!may('accounts.write')) return null
  const apart = pair.apart === null
  return (
    <span className="row" onClick={(event) => event.stopPropagation()}>
      {apart ? (
        <Button size="small" type="primary" ghost onClick={() => void navigate(comparePath(pair))}>
          {t('duplicates:compare')}
        </Button>
      ) : null}
      <Button
        size="small"
        onClick={() =>
          undoable(
            t(apart ? 'duplicates:apartDone' : 'duplicates:togetherDone', names),
            () => say(apart),
            () => say(!apart),
          )
        }
      >
        {t(apart ? 'duplicates:apart' : 'duplicates:together')}
      </Button>
    </span>
  )
}
