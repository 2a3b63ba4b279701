import { Alert, Button, Form, Input, Select, type FormInstance } from 'antd'
import { DeleteOutlined, PlusOutlined } from '../../components/icons'
import { expectationKeys, itStates, type NeedsContent, type NeedsDetail } from '#shared/contract/needs'
import { knownSum, wholePpm } from '#shared/domain/needs/shares'
import { bracketText, weightBrackets } from '#shared/domain/needs/weight-brackets'
import { useApi, useChanged } from '../../components/backend'
import { figureRule, NumberInput, WeightInput } from '../../components/figure-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'
import { percentText } from './percent-text'
import { TagsField } from './tags-field'

interface NeedsDrawerProps {
  accountId: number
  needs: NeedsDetail
  open: boolean
  onClose: () => void
}

const importances = [1, 2, 3, 4, 5] as const

export function NeedsDrawer({ accountId, needs, open, onClose }: NeedsDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const submit = async (content: NeedsContent) => {
    await api.needs.save({ accountId, version: needs.version, content: cleaned(content) })
    onClose()
    done(t('needs:saved'))
    await changed()
  }
  return (
    <FormDrawer<NeedsContent>
      open={open}
      title={t(needs.version === 0 ? 'needs:start' : 'needs:edit')}
      width={760}
      initial={{
        ...needs.content,
        weightShares: weightBrackets.map((_one, index) => needs.content.weightShares[index] ?? null),
      }}
      draftKey={`needs.${accountId}`}
      draftBase={String(needs.version)}
      onSubmit={submit}
      onClose={onClose}
    >
      {(form) => <NeedsFields form={form} />}
    </FormDrawer>
  )
}

/** Rows that were added and left empty hold nothing. */
function cleaned(content: NeedsContent): NeedsContent {
  const lanes = content.lanes.map((lane) => ({
    from: lane.from ?? '',
    to: lane.to ?? '',
    tickets: lane.tickets ?? null,
    note: lane.note ?? '',
  }))
  return { ...content, lanes: lanes.filter(({ to }) => to.trim() !== '') }
}

function NeedsFields({ form }: { form: FormInstance<NeedsContent> }) {
  const t = useWords()
  const atMost = (count: number) => ({ max: count, message: t('accounts:form.tooLong', { count }) })
  return (
    <>
      <Form.Item name="products" label={t('needs:products')}>
        <TagsField placeholder={t('needs:productsHint')} />
      </Form.Item>
      <LaneFields />
      <div className="grid-2 form-grid">
        <Form.Item name="monthlyTickets" label={t('needs:monthlyTickets')} rules={[figureRule(t, { min: 0 })]}>
          <NumberInput unit={t('needs:unit.tickets')} />
        </Form.Item>
        <Form.Item name="monthlyGrams" label={t('needs:monthlyGrams')} rules={[figureRule(t, { scale: 3, min: 0 })]}>
          <WeightInput />
        </Form.Item>
      </div>
      <WeightFields form={form} />
      <fieldset className="field-group">
        <legend>{t('needs:expectations')}</legend>
        {expectationKeys.map((key) => (
          <div key={key} className="expectation-row">
            <span>{t(`needs:expectation.${key}`)}</span>
            <Form.Item name={['expectations', key, 'importance']} normalize={(value?: number) => value ?? null}>
              <Select
                allowClear
                aria-label={`${t(`needs:expectation.${key}`)} ${t('needs:expectation.importance')}`}
                placeholder={t('needs:expectation.importance')}
                options={importances.map((value) => ({ value, label: t(`needs:importance.${value}`) }))}
              />
            </Form.Item>
            <Form.Item name={['expectations', key, 'note']} rules={[atMost(100)]}>
              <Input
                autoComplete="off"
                aria-label={`${t(`needs:expectation.${key}`)} ${t('needs:expectation.note')}`}
                placeholder={t('needs:expectation.note')}
              />
            </Form.Item>
          </div>
        ))}
      </fieldset>
      {(['packaging', 'warehousing', 'it'] as const).map((key) => (
        <Form.Item key={key} name={key} label={t(`needs:${key}`)} rules={[atMost(500)]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      ))}
      <Form.Item name="itState" label={t('needs:itState')}>
        <Select options={itStates.map((value) => ({ value, label: t(`needs:itState.${value}`) }))} />
      </Form.Item>
    </>
  )
}

function LaneFields() {
  const t = useWords()
  return (
    <fieldset className="field-group">
      <legend>{t('needs:lanes')}</legend>
      <Form.List name="lanes">
        {(rows, { add, remove }) => (
          <>
            {rows.length === 0 ? null : (
              <div className="lane-row window-head" aria-hidden="true">
                {(['from', 'to', 'tickets', 'note'] as const).map((part) => (
                  <span key={part}>{t(`needs:lane.${part}`)}</span>
                ))}
              </div>
            )}
            {rows.map(({ key, name }) => (
              <div key={key} className="lane-row">
                {(['from', 'to', 'tickets', 'note'] as const).map((part) => (
                  <Form.Item
                    key={part}
                    name={[name, part]}
                    rules={
                      part === 'tickets'
                        ? [figureRule(t, { min: 0 })]
                        : [{ max: part === 'note' ? 60 : 40, message: t('accounts:form.tooLong', { count: 40 }) }]
                    }
                  >
                    {part === 'tickets' ? (
                      <NumberInput label={t('needs:lane.tickets')} placeholder={t('needs:lane.tickets')} />
                    ) : (
                      <Input
                        autoComplete="off"
                        aria-label={t(`needs:lane.${part}`)}
                        placeholder={t(`needs:lane.${part}`)}
                      />
                    )}
                  </Form.Item>
                ))}
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('needs:lane.remove', { number: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ from: '', to: '', tickets: null, note: '' })}>
              {t('needs:lane.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function WeightFields({ form }: { form: FormInstance<NeedsContent> }) {
  const t = useWords()
  const shares = Form.useWatch('weightShares', { form, preserve: true }) ?? []
  const known = shares.filter((share): share is number => typeof share === 'number' && !Number.isNaN(share))
  const sum = knownSum(known)
  const whole = known.length < weightBrackets.length || sum === wholePpm
  return (
    <fieldset className="field-group">
      <legend>{t('needs:weights')}</legend>
      <p className="text-secondary">{t('needs:weightsHint')}</p>
      <div className="grid-4 form-grid">
        {weightBrackets.map((bracket, index) => (
          <Form.Item
            key={bracket.above}
            name={['weightShares', index]}
            label={`${bracketText(bracket)} kg`}
            rules={[figureRule(t, { scale: 4, min: 0, max: wholePpm })]}
          >
            <NumberInput scale={4} unit="%" />
          </Form.Item>
        ))}
      </div>
      {sum > wholePpm ? (
        <Alert type="warning" showIcon title={t('needs:weights.over', { sum: percentText(sum) })} />
      ) : (
        <span className={whole ? 'text-secondary' : 'text-warning'}>
          {t(whole ? 'needs:weights.sum' : 'needs:weights.sumOff', { sum: percentText(sum) })}
        </span>
      )}
    </fieldset>
  )
}
