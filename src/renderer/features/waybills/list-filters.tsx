import { Button, Checkbox, DatePicker, Popover } from 'antd'
import { FilterOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useSearchParams } from 'react-router'
import { PROVINCE_NAMES } from '#shared/domain/region/province-names'
import type { WaybillStatus } from '#shared/contract/waybills'
import { AccountPicker } from '../../components/account-picker'
import { useApi } from '../../components/backend'
import { NumberInput } from '../../components/figure-input'
import { ClearFilters, ListSearch, ListSelect } from '../../components/list/filters'
import type { ListState } from '../../components/list/use-list'
import { useMonth } from '../../components/month'
import { wordOptions } from '../../components/word-options'
import { useLocale, useWords } from '../../i18n'
import { moreFilters, periodOf, type WaybillListFilter } from './list-filter'
import { reasonCodes, reasonLabel } from './reasons'

type List = ListState<WaybillListFilter>

const statuses: readonly WaybillStatus[] = ['rated', 'unmatched', 'exception', 'recorded']

/** The row of filters above the list; what is used less stands behind 更多筛选. */
export function WaybillFilters({ list }: { list: List }) {
  const t = useWords()
  const [month] = useMonth()
  const { filter } = list
  const reasons = filter.status === 'exception' || filter.status === 'unmatched' || filter.reason !== undefined
  return (
    <>
      <ListSearch list={list} placeholder={t('waybills:search.number')} />
      <ListSelect
        label={t('waybills:filter.period')}
        value={periodOf(filter)}
        onChange={(value) => list.setFilter('period', value)}
        options={[
          { value: 'month', label: t('waybills:filter.periodMonth', { month }) },
          { value: 'all', label: t('waybills:filter.periodAll') },
        ]}
        width={112}
      />
      <AccountPicker
        label={t('waybills:filter.account')}
        value={filter.accountId}
        onChange={(id) => list.setFilter('accountId', id)}
        width={160}
      />
      <ListSelect
        label={t('waybills:filter.status')}
        value={filter.status}
        onChange={(value) => list.setFilter('status', value)}
        options={statuses.map((value) => ({ value, label: t(`waybills:status.${value}`) }))}
        width={104}
      />
      {reasons ? (
        <ListSelect
          label={t('waybills:filter.reason')}
          value={filter.reason}
          onChange={(value) => list.setFilter('reason', value)}
          options={reasonCodes.map((value) => ({ value, label: reasonLabel(t, value) }))}
          width={150}
        />
      ) : null}
      <More list={list} />
      <ClearFilters list={list} />
    </>
  )
}

function More({ list }: { list: List }) {
  const t = useWords()
  const set = moreFilters.filter((key) => list.filter[key] !== undefined).length
  return (
    <Popover trigger="click" placement="bottomLeft" content={<MoreFields list={list} />}>
      <Button icon={<FilterOutlined />} type={set > 0 ? 'primary' : 'default'} ghost={set > 0}>
        {set > 0 ? t('waybills:filter.moreCount', { count: set }) : t('waybills:filter.more')}
      </Button>
    </Popover>
  )
}

function MoreFields({ list }: { list: List }) {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const { filter } = list
  const choices = useQuery({
    queryKey: ['waybills', 'choices'],
    queryFn: ({ signal }) => api.waybills.choices({}, { signal }),
  })
  const provinces = Object.entries(PROVINCE_NAMES).map(([value, names]) => ({
    value,
    label: locale === 'en' ? names.english : names.short,
  }))
  return (
    <div className="filter-fields">
      <Labelled text={t('waybills:filter.product')}>
        <ListSelect
          label={t('waybills:filter.product')}
          value={filter.product}
          onChange={(value) => list.setFilter('product', value)}
          options={wordOptions(choices.data?.products)}
          width={240}
        />
      </Labelled>
      <Labelled text={t('waybills:filter.carrier')}>
        <ListSelect
          label={t('waybills:filter.carrier')}
          value={filter.carrier}
          onChange={(value) => list.setFilter('carrier', value)}
          options={wordOptions(choices.data?.carriers)}
          width={240}
        />
      </Labelled>
      <Labelled text={t('waybills:filter.province')}>
        <ListSelect
          label={t('waybills:filter.province')}
          value={filter.province}
          onChange={(value) => list.setFilter('province', value)}
          options={provinces}
          width={240}
        />
      </Labelled>
      <Labelled text={t('waybills:filter.days')}>
        <Days filter={filter} />
      </Labelled>
      <Labelled text={t('waybills:filter.batch')}>
        <NumberInput
          label={t('waybills:filter.batch')}
          value={filter.batch ?? null}
          onChange={(value) => list.setFilter('batch', value !== null && value > 0 ? value : undefined)}
        />
      </Labelled>
      <Checkbox
        checked={filter.loss ?? false}
        onChange={(event) => list.setFilter('loss', event.target.checked ? true : undefined)}
      >
        {t('waybills:filter.loss')}
      </Checkbox>
    </div>
  )
}

function Days({ filter }: { filter: List['filter'] }) {
  const t = useWords()
  const [, setAddress] = useSearchParams()
  const day = (text: string | undefined) => (text ? dayjs(text) : null)
  return (
    <DatePicker.RangePicker
      aria-label={t('waybills:filter.days')}
      value={[day(filter.from), day(filter.to)]}
      allowEmpty={[true, true]}
      onChange={(days) =>
        // Both ends in one step: the address takes one change at a time.
        setAddress(
          (old) => {
            const next = new URLSearchParams(old)
            for (const [key, value] of [['from', days?.[0]] as const, ['to', days?.[1]] as const]) {
              if (value) next.set(key, value.format('YYYY-MM-DD'))
              else next.delete(key)
            }
            next.delete('page')
            return next
          },
          { replace: true },
        )
      }
    />
  )
}

function Labelled({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <div className="filter-field">
      <span className="text-secondary">{text}</span>
      {children}
    </div>
  )
}
