import { AutoComplete, Button, Form, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '../../components/icons'
import { DayInput, todayHere } from '../../components/day-input'
import { wordOptions } from '../../components/word-options'
import { useWords } from '../../i18n'
import { accountChecks } from './checks'
import { useOffered } from './use-archive'
import { useAccountChoices } from './use-choices'

/** 项目组: people with their role and time, one row each. */
export function TeamFields() {
  const t = useWords()
  const checks = accountChecks(t)
  const offered = useOffered()
  const { managers, members } = useAccountChoices()
  const names = [...new Set([...managers, ...members])].map((value) => ({ value }))
  const roles = wordOptions(offered('team-role'))
  return (
    <fieldset className="field-group">
      <legend>{t('archive:team.title')}</legend>
      <Form.List name="team">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="team-row">
                <Form.Item name={[name, 'name']} rules={[checks.required(t('archive:team.name')), checks.atMost(40)]}>
                  <AutoComplete
                    options={names}
                    placeholder={t('archive:team.name')}
                    aria-label={t('archive:team.name')}
                    showSearch={{ filterOption: (text, option) => option?.value.includes(text) ?? false }}
                  />
                </Form.Item>
                <Form.Item name={[name, 'role']} normalize={(role?: string) => role ?? ''}>
                  <Select options={roles} allowClear aria-label={t('archive:team.role')} />
                </Form.Item>
                <Form.Item name={[name, 'since']}>
                  <DayInput label={t('archive:team.since')} />
                </Form.Item>
                <Form.Item
                  name={[name, 'until']}
                  dependencies={[['team', name, 'since']]}
                  rules={[
                    ({ getFieldValue }) => ({
                      validator: async (_rule, until: unknown) => {
                        const since: unknown = getFieldValue(['team', name, 'since'])
                        if (typeof since === 'string' && typeof until === 'string' && until < since) {
                          throw new Error(t('archive:team.order'))
                        }
                      },
                    }),
                  ]}
                >
                  <DayInput label={t('archive:team.until')} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('archive:team.remove')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button
              icon={<PlusOutlined />}
              onClick={() => add({ name: '', role: '', since: todayHere(), until: null })}
            >
              {t('archive:team.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
