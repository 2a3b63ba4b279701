import { Alert, Button, Form, Input, type FormInstance } from 'antd'
import { DeleteOutlined, PlusOutlined } from '../../components/icons'
import type { CompetitionRow, CompetitionShare, WalletView } from '#shared/contract/needs'
import { knownSum, wholePpm } from '#shared/domain/needs/shares'
import { useApi, useChanged } from '../../components/backend'
import { DayInput, todayHere } from '../../components/day-input'
import { figureRule, NumberInput } from '../../components/figure-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'
import { CompetitorField } from './competitor-field'
import { percentText } from './percent-text'

/** Shares to begin with, and the day that is corrected; null: another day is written down. */
export interface EditedCompetition {
  correcting: CompetitionRow | null
  shares: readonly CompetitionShare[]
}

type ShareForm = Omit<CompetitionShare, 'competitorId'> & { competitorId: number | null }

interface CompetitionForm {
  statedOn: string
  source: string
  shares: ShareForm[]
}

const newShare: ShareForm = {
  competitorId: null,
  sharePpm: null,
  products: '',
  lanes: '',
  priceNote: '',
  pricePerKg: '',
  pricePerTicket: '',
  strengths: '',
  weaknesses: '',
}

interface CompetitionDrawerProps {
  accountId: number
  view: WalletView
  edited: EditedCompetition | null
  onClose: () => void
}

export function CompetitionDrawer({ accountId, view, edited, onClose }: CompetitionDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const correcting = edited?.correcting ?? null
  const versionOf = (day: string) => view.competitions.find(({ statedOn }) => statedOn === day)?.version ?? 0
  const submit = async ({ statedOn, source, shares }: CompetitionForm) => {
    const given = shares.filter((share): share is CompetitionShare => share.competitorId !== null)
    await api.needs.saveCompetition({
      accountId,
      version: versionOf(statedOn),
      competition: { statedOn, source, shares: given.map((share) => ({ ...newShare, ...share })) },
    })
    onClose()
    done(t('needs:competition.saved', { date: statedOn }))
    await changed()
  }
  return (
    <FormDrawer<CompetitionForm>
      open={edited !== null}
      title={t(correcting ? 'needs:competition.correct' : 'needs:competition.new')}
      width={760}
      initial={{
        statedOn: correcting?.statedOn ?? todayHere(),
        source: correcting?.source ?? '',
        shares: (edited?.shares.length ?? 0) > 0 ? [...(edited?.shares ?? [])] : [newShare],
      }}
      draftKey={`competition.${accountId}.${correcting?.id ?? 'new'}`}
      draftBase={String(correcting?.version ?? view.competitions[0]?.id ?? 0)}
      onSubmit={submit}
      onClose={onClose}
    >
      {(form) => <CompetitionFields form={form} view={view} correcting={correcting !== null} />}
    </FormDrawer>
  )
}

interface FieldsProps {
  form: FormInstance<CompetitionForm>
  view: WalletView
  correcting: boolean
}

function CompetitionFields({ form, view, correcting }: FieldsProps) {
  const t = useWords()
  const shares = Form.useWatch('shares', { form, preserve: true }) ?? []
  const day = Form.useWatch('statedOn', { form, preserve: true })
  const taken = !correcting && view.competitions.some(({ statedOn }) => statedOn === day)
  const sum = knownSum(shares.map((share) => share?.sharePpm ?? null).filter((share) => !Number.isNaN(share)))
  const required = (field: string) => ({ required: true, message: t('components:input.required', { field }) })
  const once = {
    validator: (_rule: unknown, id: number | null) =>
      id !== null && shares.filter((share) => share?.competitorId === id).length > 1
        ? Promise.reject(new Error(t('needs:competition.twice')))
        : Promise.resolve(),
  }
  return (
    <>
      <div className="grid-2 form-grid">
        <Form.Item
          name="statedOn"
          label={t('needs:competition.statedOn')}
          rules={[required(t('needs:competition.statedOn'))]}
          extra={taken ? <span className="text-warning">{t('needs:competition.dayTaken')}</span> : null}
        >
          {correcting ? <Input disabled /> : <DayInput />}
        </Form.Item>
        <Form.Item
          name="source"
          label={t('needs:competition.source')}
          rules={[{ max: 60, message: t('accounts:form.tooLong', { count: 60 }) }]}
        >
          <Input autoComplete="off" placeholder={t('needs:wallet.sourceHint')} />
        </Form.Item>
      </div>
      <Form.List name="shares">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <fieldset key={key} className="field-group">
                <legend>
                  {t('needs:competition.name')} {name + 1}
                </legend>
                <div className="competition-row">
                  <Form.Item
                    name={[name, 'competitorId']}
                    label={t('needs:competition.name')}
                    rules={[required(t('needs:competition.name')), once]}
                  >
                    <CompetitorField competitors={view.competitors} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'sharePpm']}
                    label={t('needs:competition.share')}
                    rules={[figureRule(t, { scale: 4, min: 0, max: wholePpm })]}
                  >
                    <NumberInput scale={4} unit="%" />
                  </Form.Item>
                  {(['pricePerKg', 'pricePerTicket'] as const).map((part) => (
                    <TextItem key={part} name={[name, part]} label={t(`needs:competition.${part}`)} max={40} />
                  ))}
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('needs:competition.removeRow', { number: name + 1 })}
                    onClick={() => remove(name)}
                  />
                </div>
                <div className="grid-3 form-grid">
                  <TextItem name={[name, 'products']} label={t('needs:competition.products')} max={100} />
                  <TextItem name={[name, 'lanes']} label={t('needs:competition.lanes')} max={100} />
                  <TextItem name={[name, 'priceNote']} label={t('needs:competition.priceNote')} max={200} />
                </div>
                <div className="grid-2 form-grid">
                  <TextItem name={[name, 'strengths']} label={t('needs:competition.strengths')} max={200} />
                  <TextItem name={[name, 'weaknesses']} label={t('needs:competition.weaknesses')} max={200} />
                </div>
              </fieldset>
            ))}
            <div className="row row-spread">
              <Button icon={<PlusOutlined />} onClick={() => add(newShare)}>
                {t('needs:competition.addRow')}
              </Button>
              {sum <= wholePpm ? (
                <span className="text-secondary">{t('needs:competition.sum', { sum: percentText(sum) })}</span>
              ) : null}
            </div>
          </>
        )}
      </Form.List>
      {sum > wholePpm ? (
        <Alert
          className="form-note"
          type="error"
          showIcon
          role="alert"
          title={t('needs:competition.sumOver', { sum: percentText(sum) })}
        />
      ) : null}
    </>
  )
}

function TextItem({ name, label, max }: { name: [number, keyof CompetitionShare]; label: string; max: number }) {
  const t = useWords()
  return (
    <Form.Item name={name} label={label} rules={[{ max, message: t('accounts:form.tooLong', { count: max }) }]}>
      <Input autoComplete="off" />
    </Form.Item>
  )
}
