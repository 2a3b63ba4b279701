import { Form, Input } from 'antd'
import type { ContractDetail } from '#shared/contract/contracts'
import { useApi, useChanged } from '../../components/backend'
import { DayInput, todayHere } from '../../components/day-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyUndo } from '../../components/notify'
import { useWords } from '../../i18n'

interface EndForm {
  on: string | null
  reason: string
}

/** 终止合同: the first day it no longer holds, and why. */
export function TerminateDrawer({ contract, onClose }: { contract: ContractDetail; onClose: () => void }) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const notifyUndo = useNotifyUndo()
  const { id, version, number } = contract
  const needed = (field: string) => ({ required: true, message: t('components:input.required', { field }) })
  return (
    <FormDrawer<EndForm>
      open
      title={t('contracts:terminate.title')}
      width={440}
      initial={{ on: todayHere(), reason: '' }}
      draftKey={`contract.terminate.${id}`}
      draftBase={String(version)}
      submitLabel={t('contracts:do.terminate')}
      onSubmit={async ({ on, reason }) => {
        const ended = await api.contracts.terminate({ id, version, on: on ?? '', reason })
        onClose()
        await changed()
        notifyUndo(t('contracts:done.terminated', { number }), async () => {
          await api.contracts.reinstate({ id, version: ended.version })
          await changed()
        })
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item name="on" label={t('contracts:terminate.on')} rules={[needed(t('contracts:field.terminatedOn'))]}>
            <DayInput />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t('contracts:terminate.reason')}
            rules={[
              { ...needed(t('contracts:terminate.reason')), whitespace: true },
              { max: 500, message: t('accounts:form.tooLong', { count: 500 }) },
            ]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
