import { Form, Input, Select, type FormInstance } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { siteKinds, type SiteRow } from '#shared/contract/sites'
import { useApi, useChanged } from '../../components/backend'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { RegionField } from '../../components/region-field'
import { useWords } from '../../i18n'
import { emptySite, formOf, inputOf, type SiteForm } from './site-form'
import { WindowFields } from './window-fields'

interface SiteDrawerProps {
  accountId: number
  open: boolean
  /** Null: a new one. */
  site: SiteRow | null
  onClose: () => void
}

export function SiteDrawer({ accountId, open, site, onClose }: SiteDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const submit = async (form: SiteForm) => {
    const input = inputOf(form)
    const saved = site
      ? await api.needs.updateSite({ id: site.id, version: site.version, site: input })
      : await api.needs.createSite({ accountId, site: input })
    onClose()
    done(t('needs:site.saved', { name: saved.name }))
    await changed()
  }
  return (
    <FormDrawer<SiteForm>
      open={open}
      title={t(site ? 'needs:site.edit' : 'needs:site.new')}
      width={680}
      initial={site ? formOf(site) : emptySite}
      draftKey={site ? `site.${site.uid}` : `site.new.${accountId}`}
      draftBase={site ? String(site.version) : ''}
      onSubmit={submit}
      onClose={onClose}
    >
      {(form) => <SiteFields accountId={accountId} form={form} />}
    </FormDrawer>
  )
}

function SiteFields({ accountId, form }: { accountId: number; form: FormInstance<SiteForm> }) {
  const t = useWords()
  const api = useApi()
  const contacts = useQuery({
    queryKey: ['needs', 'contacts', accountId],
    queryFn: ({ signal }) => api.needs.contacts({ accountId }, { signal }),
  })
  const contactId = Form.useWatch('contactId', { form, preserve: true })
  const atMost = (count: number) => ({ max: count, message: t('accounts:form.tooLong', { count }) })
  return (
    <>
      <div className="grid-2 form-grid">
        <Form.Item
          name="name"
          label={t('needs:site.name')}
          rules={[
            {
              required: true,
              whitespace: true,
              message: t('components:input.required', { field: t('needs:site.name') }),
            },
            atMost(40),
          ]}
        >
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="kind" label={t('needs:site.kind')}>
          <Select options={siteKinds.map((value) => ({ value, label: t(`needs:site.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="region" label={t('needs:site.region')}>
          <RegionField />
        </Form.Item>
        <Form.Item name="address" label={t('needs:site.address')} rules={[atMost(120)]}>
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <WindowFields />
      <div className="grid-2 form-grid">
        <Form.Item
          name="contactId"
          label={t('needs:site.contactId')}
          normalize={(id?: number) => id ?? null}
          extra={t('needs:site.contactHint')}
        >
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(contacts.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="contact" label={t('needs:site.contactText')} rules={[atMost(60)]}>
          <Input autoComplete="off" disabled={Boolean(contactId)} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('needs:site.note')} rules={[atMost(200)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  )
}
