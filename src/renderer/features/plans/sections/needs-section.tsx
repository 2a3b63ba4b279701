import { Input } from 'antd'
import { Field } from '../../../components/field'
import { MoneyInput, NumberInput } from '../../../components/figure-input'
import { Money, Percent } from '../../../components/figures'
import { useWords } from '../../../i18n'
import { NoteField } from '../note-field'
import { RowsEditor } from '../rows-editor'
import type { SectionProps } from '../section-frame'
import { FactPanel } from './fact-panel'

/** Needs, how much of the customer's spend is ours, and who has the rest. */
export function NeedsSection({ detail, editing }: SectionProps) {
  const t = useWords()
  const { averageRevenueFen } = detail.facts
  const { walletFen, competitors } = editing.content
  const fault = editing.faults.get('walletFen')
  const share = averageRevenueFen === null || !walletFen ? null : averageRevenueFen / walletFen
  const others = competitors.reduce((sum, { share: part }) => sum + (part && part > 0 ? part : 0), 0)
  return (
    <div className="stack">
      <div className="plan-beside">
        <div className="stack">
          <NoteField
            part="needs"
            label={t('plans:field.needs')}
            hint={t('plans:field.needsHint')}
            editing={editing}
            rows={4}
          />
          <Field label={t('plans:field.walletFen')} message={fault ? t(fault) : null} className="plan-money">
            {(id) => (
              <MoneyInput id={id} value={walletFen} onChange={(next) => editing.edit(() => ({ walletFen: next }))} />
            )}
          </Field>
        </div>
        <FactPanel title={t('plans:facts.wallet')}>
          <div className="plan-figure">
            <Percent share={share} />
          </div>
          <dl className="plan-facts">
            <div>
              <dt>{t('plans:facts.average')}</dt>
              <dd>
                <Money fen={averageRevenueFen} />
              </dd>
            </div>
          </dl>
          {share === null ? <p className="text-secondary">{t('plans:facts.walletHint')}</p> : null}
        </FactPanel>
      </div>
      <h3>{t('plans:field.competitors')}</h3>
      <RowsEditor
        part="competitors"
        label={t('plans:field.competitors')}
        addLabel={t('plans:field.addCompetitor')}
        newRow={() => ({ name: '', share: null, note: '' })}
        editing={editing}
        columns={[
          {
            key: 'name',
            title: t('plans:field.competitor'),
            width: '28%',
            render: (row, edit) => (
              <Input
                aria-label={t('plans:field.competitor')}
                maxLength={40}
                value={row.name}
                onChange={(event) => edit({ name: event.target.value })}
              />
            ),
          },
          {
            key: 'share',
            title: t('plans:field.share'),
            width: '120px',
            render: (row, edit) => (
              <NumberInput
                label={t('plans:field.share')}
                unit="%"
                value={row.share}
                onChange={(value) => edit({ share: value })}
              />
            ),
          },
          {
            key: 'note',
            title: t('plans:field.note'),
            render: (row, edit) => (
              <Input
                aria-label={t('plans:field.note')}
                maxLength={200}
                value={row.note}
                onChange={(event) => edit({ note: event.target.value })}
              />
            ),
          },
        ]}
      />
      {others > 100 ? (
        <span className="text-warning" role="status">
          {t('plans:field.shareAbove', { sum: others })}
        </span>
      ) : null}
    </div>
  )
}
