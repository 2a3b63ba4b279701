import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { VerifyResult } from '#shared/contract/system'
import { useApi } from '../../components/backend'
import { useMay } from '../../components/book'
import { formatCount } from '../../components/figures'
import { useNotifyError } from '../../components/notify'
import { useWords } from '../../i18n'

/** Checks the data file, the monthly sums and the audit trail, and says what was found. */
export function VerifyPanel() {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const failed = useNotifyError()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<VerifyResult | null>(null)
  const verify = () => {
    setBusy(true)
    api.system
      .verify({})
      .then(setResult, failed)
      .finally(() => setBusy(false))
  }
  return (
    <section className="panel">
      <h2>{t('settings:verify.title')}</h2>
      <p className="text-secondary">{t('settings:verify.text')}</p>
      {result ? <Findings result={result} /> : null}
      <Button loading={busy} disabled={!may('system.manage')} onClick={verify}>
        {t('settings:verify.action')}
      </Button>
    </section>
  )
}

function Findings({ result }: { result: VerifyResult }) {
  const t = useWords()
  const { rollups, audit, attachments } = result
  return (
    <>
      <Alert
        type={result.ok ? 'success' : 'error'}
        showIcon
        role="status"
        title={t(result.ok ? 'settings:verify.ok' : 'settings:verify.wrong')}
      />
      <dl className="facts facts-apart">
        <dt>{t('settings:verify.integrity')}</dt>
        <dd>{result.integrity === 'ok' ? t('settings:verify.integrityOk') : result.integrity}</dd>
        <dt>{t('settings:verify.foreignKeys')}</dt>
        <dd className="figure">{formatCount(result.foreignKeys)}</dd>
        <dt>{t('settings:verify.rollups')}</dt>
        <dd>
          {t('settings:verify.rollupsValue', {
            checked: formatCount(rollups.checked),
            wrong: formatCount(rollups.wrong),
          })}
        </dd>
        <dt>{t('settings:verify.attachments')}</dt>
        <dd>
          {t('settings:verify.attachmentsValue', {
            checked: formatCount(attachments.checked),
            missing: formatCount(attachments.missing),
            altered: formatCount(attachments.altered),
          })}
        </dd>
        <dt>{t('settings:verify.audit')}</dt>
        <dd>
          {audit.broken === null
            ? t('settings:verify.auditValue', { entries: formatCount(audit.entries) })
            : t('settings:verify.auditBroken', { entries: formatCount(audit.entries), broken: audit.broken })}
        </dd>
      </dl>
    </>
  )
}
