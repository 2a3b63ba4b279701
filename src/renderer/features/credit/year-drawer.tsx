import { Form, Input } from 'antd'
import { financialFigures, type FinancialFigures, type FinancialYear } from '#shared/contract/credit'
import { useApi, useChanged } from '../../components/backend'
import { figureRule, MoneyInput } from '../../components/figure-input'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'

const fields = financialFigures.keyof().options
/** Figures that can be negative: a loss, and red entries. */
const signed: ReadonlySet<string> = new Set(['netProfitFen', 'revenueFen', 'costFen'])

interface YearForm extends FinancialFigures {
  year: number | null
  source: string
  note: string
}

interface YearDrawerProps {
  accountId: number
  open: boolean
  /** Null: a new one. */
  year: FinancialYear | null
  /** With the year that was saved, if one was. */
  onClose: (saved?: number) => void
}

export function YearDrawer({ accountId, open, year, onClose }: YearDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const submit = async (form: YearForm) => {
    const number = form.year ?? 0
    await api.credit.saveYear({ accountId, version: year?.version ?? 0, year: { ...form, year: number } })
    onClose(number)
    done(t('credit:saved', { year: number }))
    await changed()
  }
  return (
    <FormDrawer<YearForm>
      open={open}
      title={year ? t('credit:edit', { year: year.year }) : t('credit:new')}
      width={600}
      initial={year ? formOf(year) : { ...financialFigures.parse({}), year: null, source: '', note: '' }}
      draftKey={year ? `credit.${year.id}` : `credit.new.${accountId}`}
      draftBase={year ? String(year.version) : ''}
      onSubmit={submit}
      onClose={() => onClose()}
    >
      {() => (
        <>
          <div className="grid-2 form-grid">
            <Form.Item
              name="year"
              label={t('credit:year')}
              rules={[
                { required: true, message: t('components:input.required', { field: t('credit:year') }) },
                figureRule(t, { min: 1990, max: 2100 }),
              ]}
            >
              <YearInput disabled={year !== null} />
            </Form.Item>
            <Form.Item
              name="source"
              label={t('credit:field.source')}
              rules={[{ max: 60, message: t('accounts:form.tooLong', { count: 60 }) }]}
            >
              <Input autoComplete="off" placeholder={t('credit:sourceHint')} />
            </Form.Item>
            {fields.map((field) => (
              <Form.Item
                key={field}
                name={field}
                label={t(`credit:field.${field}`)}
                rules={[figureRule(t, signed.has(field) ? { scale: 2 } : { scale: 2, min: 0 })]}
              >
                <MoneyInput />
              </Form.Item>
            ))}
          </div>
          <Form.Item
            name="note"
            label={t('credit:field.note')}
            rules={[{ max: 200, message: t('accounts:form.tooLong', { count: 200 }) }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

/** A year is a name, not a quantity: no thousands separator. */
function YearInput({
  value,
  onChange,
  ...rest
}: {
  id?: string
  value?: number | null
  onChange?: (value: number | null) => void
  disabled: boolean
}) {
  return (
    <Input
      {...rest}
      autoComplete="off"
      inputMode="numeric"
      maxLength={4}
      value={value === null || value === undefined || Number.isNaN(value) ? '' : String(value)}
      onChange={(event) => {
        const digits = event.target.value.normalize('NFKC').replaceAll(/\D/g, '')
        onChange?.(digits === '' ? null : Number(digits))
      }}
    />
  )
}

function formOf(year: FinancialYear): YearForm {
  const figures = Object.fromEntries(fields.map((field) => [field, year[field]])) as FinancialFigures
  return { ...figures, year: year.year, source: year.source, note: year.note }
}
