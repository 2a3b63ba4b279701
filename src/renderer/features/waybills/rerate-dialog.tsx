import { Alert, Button, DatePicker, Modal } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { AccountPicker } from '../../components/account-picker'
import { useApi, useChanged } from '../../components/backend'
import { ErrorState } from '../../components/error-state'
import { formatCount } from '../../components/figures'
import { JobProgress } from '../../components/job-progress'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'

interface RerateDialogProps {
  /** Month the dialog starts with. */
  month: string
  accountId: number | undefined
  onClose: () => void
}

/** 重新计价: a period, one customer or all; runs with progress and can be cancelled. */
export function RerateDialog({ month, accountId, onClose }: RerateDialogProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const [from, setFrom] = useState(month)
  const [to, setTo] = useState(month)
  const [account, setAccount] = useState(accountId)
  const [job, setJob] = useState<string | null>(null)
  const [ended, setEnded] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const wrongOrder = from > to
  const start = () => {
    setFailure(null)
    api.waybills.rate({ from, to, accountId: account }).then((started) => setJob(started.job), setFailure)
  }
  const running = job !== null && !ended
  return (
    <Modal
      open
      title={t('waybills:rerate.title')}
      onCancel={onClose}
      closable={!running}
      keyboard={!running}
      mask={{ closable: false }}
      footer={
        job === null ? (
          <>
            <Button onClick={onClose}>{t('shell:cancel')}</Button>
            <Button type="primary" onClick={start} disabled={wrongOrder}>
              {t('waybills:rerate.start')}
            </Button>
          </>
        ) : (
          <Button onClick={onClose} disabled={running}>
            {t('shell:close')}
          </Button>
        )
      }
    >
      <div className="stack">
        <p className="reading">{t('waybills:rerate.text')}</p>
        {failure ? <ErrorState error={failure} /> : null}
        {job === null ? (
          <>
            <div className="row row-wrap">
              <MonthField label={t('waybills:rerate.from')} month={from} onChange={setFrom} />
              <MonthField label={t('waybills:rerate.to')} month={to} onChange={setTo} />
            </div>
            {wrongOrder ? <Alert type="error" showIcon role="alert" title={t('waybills:rerate.order')} /> : null}
            <div className="filter-field">
              <span>{t('waybills:rerate.account')}</span>
              <AccountPicker
                label={t('waybills:rerate.accountAll')}
                value={account}
                onChange={(id) => setAccount(id)}
                width="100%"
              />
            </div>
          </>
        ) : (
          <JobProgress
            job={job}
            onEnd={(event) => {
              setEnded(true)
              void changed()
              if (event.state !== 'done') return
              done(t('waybills:rerate.doneText', { count: formatCount(event.result?.count ?? 0) }))
              onClose()
            }}
          />
        )}
      </div>
    </Modal>
  )
}

interface MonthFieldProps {
  label: string
  month: string
  onChange: (month: string) => void
}

function MonthField({ label, month, onChange }: MonthFieldProps) {
  return (
    <label className="filter-field">
      {label}
      <DatePicker
        picker="month"
        allowClear={false}
        aria-label={label}
        value={dayjs(`${month}-01`)}
        onChange={(value) => value && onChange(value.format('YYYY-MM'))}
      />
    </label>
  )
}
