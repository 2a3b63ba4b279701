import { App, Button, Dropdown, type MenuProps } from 'antd'
import { DownOutlined, PrinterOutlined } from '../../components/icons'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ContractDetail } from '#shared/contract/contracts'
import { useApi, useChanged } from '../../components/backend'
import { useDeliver } from '../../components/deliver'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { useUndoable } from '../../components/use-undoable'
import { useLocale, useWords } from '../../i18n'
import { TerminateDrawer } from './terminate-drawer'

interface ContractActionsProps {
  contract: ContractDetail
  mayWrite: boolean
  onEdit: () => void
}

/** The steps a contract can take from where it stands. */
export function ContractActions({ contract, mayWrite, onEdit }: ContractActionsProps) {
  const t = useWords()
  const api = useApi()
  const locale = useLocale()
  const navigate = useNavigate()
  const changed = useChanged()
  const deliver = useDeliver()
  const done = useNotifyDone()
  const failed = useNotifyError()
  const undoable = useUndoable()
  const { modal } = App.useApp()
  const [ending, setEnding] = useState(false)
  const { id, version, number, status } = contract
  const key = { id, version }
  const renewable =
    mayWrite &&
    status !== 'draft' &&
    contract.terminatedOn === null &&
    contract.endsOn !== null &&
    contract.validTo !== null &&
    contract.successor === null

  const renew = () =>
    modal.confirm({
      title: t('contracts:renew.title'),
      content: t('contracts:renew.text'),
      okText: t('contracts:do.renew'),
      cancelText: t('shell:cancel'),
      onOk: async () => {
        try {
          const next = await api.contracts.renew(key)
          await changed()
          void navigate(`/contracts/${next.id}`)
          done(t('contracts:done.renewed', { number: next.number }))
        } catch (error) {
          failed(error)
        }
      },
    })
  const remove = () =>
    undoable(
      t('contracts:done.removed', { number }),
      () => api.contracts.remove({ id }).then(() => navigate('/contracts')),
      () => api.contracts.restore({ id }),
    )
  const reinstate = async () => {
    await api.contracts.reinstate(key)
    await changed()
  }
  const open = contract.terminatedOn === null && status !== 'draft' && status !== 'expired'
  const items: MenuProps['items'] = [
    ...(open ? [{ key: 'terminate', label: t('contracts:do.terminate'), onClick: () => setEnding(true) }] : []),
    ...(contract.terminatedOn === null
      ? []
      : [{ key: 'reinstate', label: t('contracts:do.reinstate'), onClick: () => void reinstate().catch(failed) }]),
    { key: 'remove', label: t('contracts:do.remove'), danger: true, onClick: remove },
  ]
  return (
    <>
      {mayWrite ? (
        <Dropdown menu={{ items }} trigger={['click']}>
          <Button>
            {t('pricingEditor:more')} <DownOutlined />
          </Button>
        </Dropdown>
      ) : null}
      <Button icon={<PrinterOutlined />} onClick={() => void deliver(() => api.contracts.print({ id, locale }))}>
        {t('contracts:do.print')}
      </Button>
      {mayWrite ? <Button onClick={onEdit}>{t('shell:edit')}</Button> : null}
      {renewable ? (
        <Button type="primary" onClick={renew}>
          {t('contracts:do.renew')}
        </Button>
      ) : null}
      {ending ? <TerminateDrawer contract={contract} onClose={() => setEnding(false)} /> : null}
    </>
  )
}
