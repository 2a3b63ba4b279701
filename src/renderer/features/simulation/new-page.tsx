import { Alert, Button, Checkbox, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { SimulationInput } from '#shared/contract/simulation'
import { addMonths } from '#shared/domain/months'
import { AccountPicker } from '../../components/account-picker'
import { useApi } from '../../components/backend'
import { ErrorState } from '../../components/error-state'
import { Field } from '../../components/field'
import { NumberInput } from '../../components/figure-input'
import { formatCount } from '../../components/figures'
import { JobDialog } from '../../components/job-dialog'
import { useMonth } from '../../components/month'
import { useNotifyDone } from '../../components/notify'
import { PageHeader } from '../../components/page-header'
import { useWords } from '../../i18n'
import { SheetPicker } from '../pricing/quote/sheet-picker'

interface Draft {
  from: string
  to: string
  accountId: number | null
  kind: 'sheet' | 'change'
  sheetId: number | null
  forAccount: boolean
  percentPpm: number | null
  perTicketUnits: number | null
  perKgUnits: number | null
}

const number = (text: string | null) => {
  const value = Number(text)
  return text !== null && Number.isSafeInteger(value) && value > 0 ? value : null
}

/** A new what-if: which waybills, under which prices; it runs in the background and can be cancelled. */
export function NewSimulation() {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  const [address] = useSearchParams()
  const [month] = useMonth()
  const [draft, setDraft] = useState<Draft>({
    from: addMonths(month, -2),
    to: month,
    accountId: number(address.get('accountId')),
    kind: address.get('kind') === 'change' ? 'change' : 'sheet',
    sheetId: number(address.get('sheetId')),
    forAccount: false,
    percentPpm: null,
    perTicketUnits: null,
    perKgUnits: null,
  })
  const done = useNotifyDone()
  const [told, setTold] = useState(false)
  const [job, setJob] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const { from, to, accountId } = draft
  const ordered = from <= to
  const size = useQuery({
    queryKey: ['simulation', 'size', from, to, accountId],
    queryFn: ({ signal }) => api.simulation.size({ from, to, accountId }, { signal }),
    enabled: ordered,
  })
  const input = inputOf(draft)
  const start = () => {
    setTold(true)
    setFailure(null)
    if (!ordered || input === null) return
    api.simulation.start(input).then((started) => setJob(started.job), setFailure)
  }
  return (
    <div className="page">
      <PageHeader
        title={t('simulation:new')}
        help={t('simulation:help')}
        actions={<Link to="/simulation">{t('simulation:back')}</Link>}
      />
      <div className="simulation-form stack">
        <section className="panel stack">
          <h2>{t('simulation:form.scope')}</h2>
          <div className="row row-wrap">
            <MonthField label={t('simulation:form.from')} month={from} onChange={(value) => change({ from: value })} />
            <MonthField label={t('simulation:form.to')} month={to} onChange={(value) => change({ to: value })} />
            <Field label={t('simulation:form.account')}>
              {(id) => (
                <AccountPicker
                  id={id}
                  value={accountId}
                  label={t('simulation:form.allAccounts')}
                  width={280}
                  onChange={(next) => change({ accountId: next ?? null })}
                />
              )}
            </Field>
          </div>
          {ordered ? (
            <p className="text-secondary" role="status">
              {size.data === undefined
                ? ' '
                : size.data.tickets === 0
                  ? t('simulation:form.sizeNone')
                  : t('simulation:form.size', { count: formatCount(size.data.tickets) })}
            </p>
          ) : (
            <Alert type="error" showIcon role="alert" title={t('simulation:form.order')} />
          )}
        </section>
        <section className="panel stack">
          <h2>{t('simulation:form.scenario')}</h2>
          <Segmented
            aria-label={t('simulation:form.scenario')}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={(['sheet', 'change'] as const).map((value) => ({
              value,
              label: t(`simulation:form.kind.${value}`),
            }))}
          />
          {draft.kind === 'sheet' ? (
            <SheetFields draft={draft} told={told} onChange={change} />
          ) : (
            <ChangeFields draft={draft} told={told && input === null} onChange={change} />
          )}
        </section>
        {failure ? <ErrorState error={failure} /> : null}
        <div className="row">
          <Button type="primary" onClick={start} disabled={size.data?.tickets === 0}>
            {t('simulation:form.start')}
          </Button>
          <Button onClick={() => void navigate('/simulation')}>{t('shell:cancel')}</Button>
        </div>
      </div>
      {job === null ? null : (
        <JobDialog
          job={job}
          title={t('simulation:running')}
          onClose={() => setJob(null)}
          onDone={({ count = 0, simulation = '' }) => {
            done(t('simulation:done', { count: formatCount(count) }))
            void navigate(`/simulation/${simulation}`)
          }}
        />
      )}
    </div>
  )
}

interface PartProps {
  draft: Draft
  /** Whether what is missing is said. */
  told: boolean
  onChange: (part: Partial<Draft>) => void
}

function SheetFields({ draft, told, onChange }: PartProps) {
  const t = useWords()
  return (
    <>
      <Field
        label={t('simulation:form.sheet')}
        required
        message={told && draft.sheetId === null ? t('simulation:form.sheetMissing') : null}
        note={t('simulation:form.sheetHint')}
      >
        {(id) => (
          <SheetPicker
            id={id}
            value={draft.sheetId}
            placeholder={t('pricing:sheet.pick')}
            onChange={(sheetId) => onChange({ sheetId })}
          />
        )}
      </Field>
      {draft.accountId === null ? null : (
        <Checkbox checked={draft.forAccount} onChange={(event) => onChange({ forAccount: event.target.checked })}>
          {t('simulation:form.forAccount')}
        </Checkbox>
      )}
    </>
  )
}

function ChangeFields({ draft, told, onChange }: PartProps) {
  const t = useWords()
  return (
    <>
      <div className="row row-wrap">
        <Field label={t('simulation:form.percent')}>
          {(id) => (
            <NumberInput
              id={id}
              scale={4}
              unit="%"
              value={draft.percentPpm}
              onChange={(percentPpm) => onChange({ percentPpm })}
            />
          )}
        </Field>
        <Field label={t('simulation:form.perTicket')}>
          {(id) => (
            <NumberInput
              id={id}
              scale={4}
              unit={t('components:unit.yuan')}
              value={draft.perTicketUnits}
              onChange={(perTicketUnits) => onChange({ perTicketUnits })}
            />
          )}
        </Field>
        <Field label={t('simulation:form.perKg')}>
          {(id) => (
            <NumberInput
              id={id}
              scale={4}
              unit={t('components:unit.yuan')}
              value={draft.perKgUnits}
              onChange={(perKgUnits) => onChange({ perKgUnits })}
            />
          )}
        </Field>
      </div>
      <p className="text-secondary">{t('simulation:form.sheetsAll')}</p>
      {told ? <Alert type="error" showIcon role="alert" title={t('simulation:form.nothing')} /> : null}
    </>
  )
}

/** What is asked for, or null while something is missing or cannot be read. */
function inputOf(draft: Draft): SimulationInput | null {
  const { from, to, accountId, kind, sheetId, forAccount } = draft
  if (kind === 'sheet') {
    if (sheetId === null) return null
    return { from, to, accountId, scenario: { kind, sheetId, accountId: forAccount ? accountId : null } }
  }
  const figures = [draft.percentPpm, draft.perTicketUnits, draft.perKgUnits].map((figure) => figure ?? 0)
  const [percentPpm = 0, perTicketUnits = 0, perKgUnits = 0] = figures
  if (figures.some(Number.isNaN) || figures.every((figure) => figure === 0)) return null
  const change = { percentPpm, perTicketUnits, perKgUnits, rows: null, columns: null, roundToUnits: 1 }
  return { from, to, accountId, scenario: { kind, sheetIds: null, change } }
}

function MonthField({ label, month, onChange }: { label: string; month: string; onChange: (month: string) => void }) {
  return (
    <Field label={label}>
      {(id) => (
        <DatePicker
          id={id}
          picker="month"
          allowClear={false}
          value={dayjs(`${month}-01`)}
          onChange={(value) => value && onChange(value.format('YYYY-MM'))}
        />
      )}
    </Field>
  )
}
