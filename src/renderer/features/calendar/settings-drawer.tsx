import { Button, Checkbox, Form, Input, Segmented, Switch } from 'antd'
import { DeleteOutlined, PlusOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { type CalendarSettings, type LeadKind, leadKinds, longestLead } from '#shared/contract/calendar'
import { festivalKeys } from '#shared/domain/calendar/festivals'
import { isYearlyDate } from '#shared/domain/calendar/yearly-date'
import { useApi, useChanged } from '../../components/backend'
import { ErrorState } from '../../components/error-state'
import { figureRule, NumberInput } from '../../components/figure-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords, type Words } from '../../i18n'

const tiers = ['platinum', 'gold', 'iron', 'lead', 'none'] as const

/** Days ahead by kind, festivals and tiers that are greeted, what days off do to due days. */
export function SettingsDrawer({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const settings = useQuery({
    queryKey: ['calendar', 'settings'],
    queryFn: ({ signal }) => api.calendar.settings({}, { signal }),
  })
  if (settings.error) return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
  if (!settings.data) return null
  const days = (max: number) => [
    { required: true, message: t('components:input.required', { field: t('calendar:settings.lead') }) },
    figureRule(t, { scale: 0, min: 0, max }),
  ]
  return (
    <FormDrawer<CalendarSettings>
      open
      title={t('calendar:settings.title')}
      width={640}
      initial={settings.data}
      draftKey="calendar.settings"
      draftBase={JSON.stringify(settings.data)}
      onSubmit={async (values) => {
        await api.calendar.setSettings(values)
        await changed()
        done(t('calendar:settings.saved'))
        onClose()
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <h3 className="calendar-heading">{t('calendar:settings.lead')}</h3>
          <div className="grid-3 form-grid">
            {leadKinds.map((kind) => (
              <Form.Item key={kind} name={['lead', kind]} label={leadLabel(t, kind)} rules={days(longestLead)}>
                <NumberInput scale={0} unit={t('calendar:form.unitDays')} />
              </Form.Item>
            ))}
          </div>
          <Form.Item name="festivals" label={t('calendar:settings.festivals')}>
            <Checkbox.Group
              className="calendar-choices"
              options={festivalKeys.map((key) => ({ value: key, label: t(`calendar:festival.${key}`) }))}
            />
          </Form.Item>
          <OwnFestivals t={t} />
          <Form.Item name="greeted" label={t('calendar:settings.greeted')}>
            <Checkbox.Group
              options={tiers.map((tier) => ({
                value: tier,
                label: tier === 'none' ? t('calendar:greetings.none') : t(`components:tier.${tier}`),
              }))}
            />
          </Form.Item>
          <div className="grid-2 form-grid">
            <Form.Item name="beforeHolidays" label={t('calendar:settings.beforeHolidays')} valuePropName="checked">
              <Switch />
            </Form.Item>
            <Form.Item
              name="keepOverdue"
              label={t('calendar:settings.keepOverdue')}
              extra={t('calendar:settings.keepOverdueHint')}
              rules={days(90)}
            >
              <NumberInput scale={0} unit={t('calendar:form.unitDays')} />
            </Form.Item>
          </div>
        </>
      )}
    </FormDrawer>
  )
}

function leadLabel(t: Words, kind: LeadKind): string {
  if (kind === 'birthday' || kind === 'festival') return t(`calendar:source.${kind}`)
  return t(`calendar:kind.${kind}`)
}

/** Festivals of the branch's own, e.g. a customer day. */
function OwnFestivals({ t }: { t: Words }) {
  return (
    <Form.List name="ownFestivals">
      {(fields, { add, remove }) => (
        <div className="stack calendar-own">
          <span>{t('calendar:settings.own')}</span>
          {fields.map(({ key, name }) => (
            <div key={key} className="row calendar-own-row">
              <Form.Item
                name={[name, 'name']}
                noStyle
                rules={[{ required: true, whitespace: true, message: t('calendar:form.titleNeeded') }]}
              >
                <Input
                  placeholder={t('calendar:settings.ownName')}
                  aria-label={t('calendar:settings.ownName')}
                  maxLength={20}
                />
              </Form.Item>
              <Form.Item name={[name, 'calendar']} noStyle>
                <Segmented
                  aria-label={t('calendar:form.calendar')}
                  options={(['solar', 'lunar'] as const).map((value) => ({
                    value,
                    label: t(`calendar:account.${value}`),
                  }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'month']} noStyle rules={[{ required: true }]}>
                <NumberInput scale={0} unit={t('calendar:form.month')} label={t('calendar:form.month')} />
              </Form.Item>
              <Form.Item
                name={[name, 'day']}
                noStyle
                rules={[
                  ({ getFieldValue }) => ({
                    validator: (_rule: unknown, day: number | null) => {
                      const date = getFieldValue(['ownFestivals', name]) as CalendarSettings['ownFestivals'][number]
                      return isYearlyDate({ ...date, day: day ?? 0, leap: false })
                        ? Promise.resolve()
                        : Promise.reject(new Error(t('calendar:form.noSuchDay')))
                    },
                  }),
                ]}
              >
                <NumberInput scale={0} unit={t('calendar:form.day')} label={t('calendar:form.day')} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('calendar:settings.ownRemove', { name: name + 1 })}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <div>
            <Button
              size="small"
              icon={<PlusOutlined />}
              onClick={() => add({ name: '', calendar: 'solar', month: 1, day: 1 })}
            >
              {t('calendar:settings.ownAdd')}
            </Button>
          </div>
        </div>
      )}
    </Form.List>
  )
}
