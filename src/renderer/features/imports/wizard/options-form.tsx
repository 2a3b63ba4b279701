import { AutoComplete, Checkbox, Radio } from 'antd'
import { useQuery } from '@tanstack/react-query'
import type { ImportKind } from '#shared/contract/imports'
import { useApi } from '../../../components/backend'
import { useMay } from '../../../components/book'
import { useWords } from '../../../i18n'
import type { Options } from './use-wizard'

interface OptionsFormProps {
  kind: ImportKind
  options: Options
  onChange: (options: Partial<Options>) => void
}

/** What the clerk decides besides the columns; the preview is made anew with each change. */
export function OptionsForm({ kind, options, onChange }: OptionsFormProps) {
  const t = useWords()
  const may = useMay()
  if (kind === 'prices') {
    if (!may('pricing.approve')) return <p className="text-secondary">{t('imports:options.draft')}</p>
    return (
      <div className="option-field">
        <Checkbox checked={options.approve} onChange={(event) => onChange({ approve: event.target.checked })}>
          {t('imports:options.approve')}
        </Checkbox>
        <span className="text-secondary">
          {t(options.approve ? 'imports:options.approveText' : 'imports:options.draft')}
        </span>
      </div>
    )
  }
  return (
    <div className="option-grid">
      <div className="option-field" role="group" aria-label={t('imports:options.conflicts')}>
        <span>{t('imports:options.conflicts')}</span>
        <Radio.Group
          value={options.conflicts}
          onChange={(event) => onChange({ conflicts: event.target.value as Options['conflicts'] })}
          options={[
            { value: 'keep', label: t('imports:options.keep') },
            { value: 'update', label: t('imports:options.update') },
          ]}
        />
      </div>
      {kind === 'waybills' ? <CarrierField carrier={options.carrier} onChange={onChange} /> : null}
    </div>
  )
}

function CarrierField({ carrier, onChange }: { carrier: string; onChange: OptionsFormProps['onChange'] }) {
  const t = useWords()
  const api = useApi()
  const choices = useQuery({
    queryKey: ['waybills', 'choices'],
    queryFn: ({ signal }) => api.waybills.choices({}, { signal }),
  })
  return (
    <label className="option-field">
      {t('imports:options.carrier')}
      <AutoComplete
        aria-label={t('imports:options.carrier')}
        placeholder={t('imports:options.carrierHint')}
        defaultValue={carrier}
        maxLength={40}
        options={choices.data?.carriers.filter((name) => name !== '').map((value) => ({ value }))}
        // Taken over when the field is left, so that the file is not read again at each key.
        onBlur={(event) => onChange({ carrier: (event.target as HTMLInputElement).value.trim() })}
        onSelect={(value) => onChange({ carrier: value })}
        style={{ width: 200 }}
      />
    </label>
  )
}
