import { Alert, Button, type FormInstance } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { AccountDetail } from '#shared/contract/accounts'
import { useApi, useChanged } from '../../components/backend'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { refusalOf } from '../../components/refusal'
import { useWords } from '../../i18n'
import { AccountFields } from './account-form'
import { fieldLabel } from './field-label'
import { differingFields, emptyAccount, firstContactOf, formOf, inputOf, type AccountForm } from './form-values'
import './accounts.css'

interface AccountDrawerProps {
  open: boolean
  /** Null: a new customer. */
  account: AccountDetail | null
  onClose: () => void
}

/** Form for a new customer, which then opens, or for changing one. */
export function AccountDrawer({ open, account, onClose }: AccountDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const navigate = useNavigate()
  /** What stands in the book since somebody else saved first, and whether that is still to be told. */
  const [latest, setLatest] = useState<AccountDetail | null>(null)
  const [told, setTold] = useState(false)
  const close = () => {
    setLatest(null)
    onClose()
  }

  const submit = async (form: AccountForm) => {
    const input = inputOf(form)
    if (!account) {
      const made = await api.accounts.create({ ...input, firstContact: firstContactOf(form) })
      close()
      done(t('accounts:created', { name: made.name }))
      await changed()
      void navigate(`/accounts/${made.id}`)
      return
    }
    try {
      const { version } = latest ?? account
      const saved = await api.accounts.update({ id: account.id, version, account: input })
      close()
      done(t('accounts:saved', { name: saved.name }))
      await changed()
    } catch (error) {
      if (refusalOf(error).code === 'changed-meanwhile') {
        setLatest(await api.accounts.get({ id: account.id }))
        setTold(false)
      }
      throw error
    }
  }

  return (
    <FormDrawer<AccountForm>
      open={open}
      title={t(account ? 'accounts:edit' : 'accounts:new')}
      width={720}
      initial={account ? formOf(account) : emptyAccount}
      draftKey={account ? `account.${account.uid}` : 'account.new'}
      draftBase={account ? String(account.version) : ''}
      onSubmit={submit}
      onClose={close}
    >
      {(form) => (
        <>
          {latest && account && !told ? (
            <Conflict form={form} before={account} latest={latest} onTaken={() => setTold(true)} />
          ) : null}
          <AccountFields form={form} account={account} />
        </>
      )}
    </FormDrawer>
  )
}

interface ConflictProps {
  form: FormInstance<AccountForm>
  before: AccountDetail
  latest: AccountDetail
  onTaken: () => void
}

/** Somebody saved first: says which fields, and lets the user take them or save over them knowingly. */
function Conflict({ form, before, latest, onTaken }: ConflictProps) {
  const t = useWords()
  const fields = differingFields(formOf(before), formOf(latest)).map((field) => fieldLabel(t, field))
  return (
    <Alert
      className="form-note"
      type="warning"
      showIcon
      role="alert"
      title={t('accounts:conflict.title', { fields: fields.join('、') })}
      description={t('accounts:conflict.text')}
      action={
        <Button
          size="small"
          onClick={() => {
            form.setFieldsValue(formOf(latest))
            onTaken()
          }}
        >
          {t('accounts:conflict.takeLatest')}
        </Button>
      }
    />
  )
}
