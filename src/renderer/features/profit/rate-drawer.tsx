import { Form } from 'antd'
import { useApi, useChanged } from '../../components/backend'
import { figureRule, NumberInput } from '../../components/figure-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'

/** The yearly rate at which money that lies with customers is counted. */
export function RateDrawer({ rule, onClose }: { rule: { ratePpm: number }; onClose: () => void }) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  return (
    <FormDrawer<{ ratePpm: number }>
      open
      title={t('profit:rate.title')}
      initial={rule}
      draftKey="profit.rule"
      draftBase={JSON.stringify(rule)}
      width={420}
      onSubmit={async (values) => {
        await api.profit.setRule(values)
        await changed()
        done(t('profit:rate.saved'))
        onClose()
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item
            name="ratePpm"
            label={t('profit:rate.label')}
            rules={[
              { required: true, message: t('components:input.required', { field: t('profit:rate.label') }) },
              figureRule(t, { scale: 4, min: 0, max: 1_000_000 }),
            ]}
          >
            <NumberInput scale={4} unit="%" />
          </Form.Item>
          <p className="text-secondary reading">{t('profit:note.capitalText')}</p>
        </>
      )}
    </FormDrawer>
  )
}
