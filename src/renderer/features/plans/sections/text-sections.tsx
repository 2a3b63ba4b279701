import { Segmented } from 'antd'
import { Link } from 'react-router'
import { Field } from '../../../components/field'
import { MoneyInput } from '../../../components/figure-input'
import { useWords } from '../../../i18n'
import { NoteField } from '../note-field'
import type { SectionProps } from '../section-frame'
import { FactPanel } from './fact-panel'

export function SwotSection({ editing }: SectionProps) {
  const t = useWords()
  return (
    <div className="grid-2">
      {(['strengths', 'weaknesses', 'opportunities', 'threats'] as const).map((part) => (
        <NoteField key={part} part={part} label={t(`plans:field.${part}`)} editing={editing} rows={4} />
      ))}
    </div>
  )
}

const packages = ['high', 'middle', 'low'] as const

/** The three layers that keep a customer, and the service package. */
export function RetentionSection({ editing }: SectionProps) {
  const t = useWords()
  const layers = ['retentionFinancial', 'retentionSocial', 'retentionStructural'] as const
  const { servicePackage } = editing.content
  return (
    <div className="stack">
      <div className="grid-3">
        {layers.map((part) => (
          <NoteField
            key={part}
            part={part}
            label={t(`plans:field.${part}`)}
            hint={t(`plans:field.${part}Hint`)}
            editing={editing}
            rows={4}
          />
        ))}
      </div>
      <div className="field">
        <span>{t('plans:field.servicePackage')}</span>
        <div>
          <Segmented
            aria-label={t('plans:field.servicePackage')}
            value={servicePackage ?? 'none'}
            options={[
              { value: 'none', label: t('shell:none') },
              ...packages.map((value) => ({ value, label: t(`plans:package.${value}`) })),
            ]}
            onChange={(value) =>
              editing.edit(() => ({ servicePackage: packages.find((one) => one === value) ?? null }))
            }
          />
        </div>
      </div>
      <NoteField part="serviceNote" label={t('plans:field.serviceNote')} editing={editing} />
    </div>
  )
}

export function PriceSection({ detail, editing }: SectionProps) {
  const t = useWords()
  const { sheets } = detail.facts
  return (
    <div className="plan-beside">
      <NoteField
        part="priceNote"
        label={t('plans:field.priceNote')}
        hint={t('plans:field.priceNoteHint')}
        editing={editing}
        rows={5}
      />
      <FactPanel title={t('plans:facts.sheets')}>
        {sheets.length === 0 ? (
          <p className="text-secondary">{t('plans:facts.noSheets')}</p>
        ) : (
          <ul className="plain-rows">
            {sheets.map((sheet) => (
              <li key={`${sheet.name} ${sheet.validFrom}`}>
                <Link to={`/pricing?accountId=${detail.accountId}`}>{sheet.name}</Link>
                <div className="figure text-secondary">
                  {t('plans:facts.sheetValidity', {
                    from: sheet.validFrom,
                    to: sheet.validTo ?? t('plans:facts.open'),
                  })}
                </div>
              </li>
            ))}
          </ul>
        )}
      </FactPanel>
    </div>
  )
}

export function RiskSection({ editing }: SectionProps) {
  const t = useWords()
  const fault = editing.faults.get('budgetFen')
  return (
    <div className="grid-2">
      <NoteField part="risks" label={t('plans:field.risks')} editing={editing} rows={4} />
      <div className="stack">
        <Field label={t('plans:field.budgetFen')} message={fault ? t(fault) : null} className="plan-money">
          {(id) => (
            <MoneyInput
              id={id}
              value={editing.content.budgetFen}
              onChange={(budgetFen) => editing.edit(() => ({ budgetFen }))}
            />
          )}
        </Field>
        <NoteField part="expectedReturn" label={t('plans:field.expectedReturn')} editing={editing} rows={2} />
      </div>
    </div>
  )
}
