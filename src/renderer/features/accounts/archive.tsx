import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { AccountDetail } from '#shared/contract/accounts'
import { Money } from '../../components/figures'
import { TierBadge } from '../../components/tier-badge'
import { useWords } from '../../i18n'
import { CustomRows, LifecycleHistory, Team } from './archive-parts'
import { ChangeHistory } from '../history/change-history'

/** 档案: everything that was entered about the customer, and who changed what when. */
export function Archive({ account, onEdit }: { account: AccountDetail; onEdit?: () => void }) {
  const t = useWords()
  return (
    <div className="columns-2-1">
      <div className="stack">
        <section className="panel">
          <h2 className="row row-spread">
            {t('accounts:archive.basic')}
            {onEdit ? (
              <Button size="small" onClick={onEdit}>
                {t('shell:edit')}
              </Button>
            ) : null}
          </h2>
          <dl className="facts">
            <Row label={t('fields:account.name')}>{account.name}</Row>
            <Row label={t('fields:account.shortName')}>{account.shortName}</Row>
            <Row label={t('fields:account.code')}>{account.code}</Row>
            <Row label={t('fields:account.industry')}>{account.industry}</Row>
            <Row label={t('archive:form.stage')}>{account.stage}</Row>
            <Row label={t('archive:form.source')}>{account.source}</Row>
            <Row label={t('archive:form.tags')}>{tags(account.tags)}</Row>
            <Row label={t('accounts:lifecycle')}>
              {account.lifecycleSince === null
                ? t(`accounts:lifecycle.${account.lifecycle}`)
                : t('archive:lifecycle.sinceNow', {
                    state: t(`accounts:lifecycle.${account.lifecycle}`),
                    since: account.lifecycleSince,
                  })}
            </Row>
            <Row label={t('accounts:tier')}>{account.tier === null ? null : <TierBadge tier={account.tier} />}</Row>
            <Row label={t('fields:account.manager')}>{account.manager}</Row>
            <Row label={t('accounts:archive.group')}>
              {account.groupId === null ? null : <Link to={`/accounts/${account.groupId}`}>{account.groupName}</Link>}
            </Row>
            <Row label={t('fields:account.uscc')}>{account.uscc}</Row>
            <Row label={t('accounts:form.region')}>
              {[account.province, account.city === account.province ? '' : account.city, account.district]
                .filter(Boolean)
                .join(' ')}
            </Row>
            <Row label={t('fields:account.address')}>{account.address}</Row>
            <Row label={t('fields:account.remark')}>{account.note}</Row>
          </dl>
        </section>
        <CustomRows values={account.custom} />
        <section className="panel">
          <h2>{t('accounts:archive.names')}</h2>
          <dl className="facts">
            <Row label={t('fields:account.monthAccounts')}>{tags(account.monthAccounts)}</Row>
            <Row label={t('fields:account.aliases')}>{tags(account.aliases)}</Row>
          </dl>
        </section>
        <section className="panel">
          <h2>{t('accounts:archive.terms')}</h2>
          <dl className="facts">
            <Row label={t('fields:account.paymentDays')}>{account.creditDays}</Row>
            <Row label={t('fields:account.creditLimit')}>
              {account.creditLimitFen === null ? null : <Money fen={account.creditLimitFen} />}
            </Row>
          </dl>
        </section>
      </div>
      <div className="stack">
        <Team team={account.team} />
        <LifecycleHistory states={account.lifecycleHistory} />
        <section className="panel">
          <h2>{t('accounts:archive.history')}</h2>
          <ChangeHistory subject={{ accountId: account.id }} title={account.name} />
        </section>
      </div>
    </div>
  )
}

function tags(texts: readonly string[]): ReactNode {
  return texts.length === 0 ? null : texts.map((text) => <Tag key={text}>{text}</Tag>)
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  const t = useWords()
  const empty = children === null || children === undefined || children === ''
  return (
    <>
      <dt>{label}</dt>
      <dd>{empty ? <span className="text-secondary">{t('accounts:archive.empty')}</span> : children}</dd>
    </>
  )
}
