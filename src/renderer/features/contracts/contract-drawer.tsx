import { Skeleton } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { ContractDetail } from '#shared/contract/contracts'
import { useApi, useChanged } from '../../components/backend'
import { todayHere } from '../../components/day-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'
import '../../styles/contracts.css'
import { BasicFields } from './basic-fields'
import { type ContractForm, formOf, inputOf, newForm } from './contract-form'
import { MoneyFields } from './money-fields'
import { PartyFields } from './party-fields'
import { PromiseFields } from './promise-fields'
import { VolumeFields } from './volume-fields'

interface ContractDrawerProps {
  /** Null: a new one. */
  contract: ContractDetail | null
  /** The customer it is for, where it is entered on his page. */
  account?: { id: number; name: string }
  onClose: () => void
}

/** 合同: everything that is agreed, in one form. A new one is opened when it is saved. */
export function ContractDrawer({ contract, account, onClose }: ContractDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const navigate = useNavigate()
  const choices = useQuery({
    queryKey: ['contracts', 'choices'],
    queryFn: ({ signal }) => api.contracts.choices({}, { signal }),
  })
  const initial = useMemo(
    () =>
      contract
        ? formOf(contract)
        : choices.data
          ? newForm(choices.data.ourName, choices.data.user, todayHere(), account ?? null)
          : null,
    [contract, choices.data, account],
  )
  if (initial === null) return <Skeleton active />
  return (
    <FormDrawer<ContractForm>
      open
      title={t(contract ? 'contracts:edit' : 'contracts:new')}
      width={760}
      initial={initial}
      draftKey={contract ? `contract.${contract.id}` : `contract.new.${account?.id ?? ''}`}
      draftBase={contract ? String(contract.version) : ''}
      onSubmit={async (form) => {
        const input = inputOf(form)
        const saved = contract
          ? await api.contracts.save({ id: contract.id, version: contract.version, contract: input })
          : await api.contracts.create(input)
        await changed()
        done(t('contracts:form.saved'))
        onClose()
        if (!contract) void navigate(`/contracts/${saved.id}`)
      }}
      onClose={onClose}
    >
      {() => (
        <div className="contract-form">
          <BasicFields accountFixed={account !== undefined} managers={choices.data?.managers ?? []} />
          <PartyFields />
          <MoneyFields />
          <PromiseFields />
          <VolumeFields />
        </div>
      )}
    </FormDrawer>
  )
}
