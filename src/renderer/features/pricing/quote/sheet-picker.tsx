import { Select } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../components/backend'
import { usePaused } from '../../../components/use-paused'
import { useLocale, useWords } from '../../../i18n'
import { SheetStatus } from '../sheet-words'

interface SheetPickerProps {
  id: string
  value: number | null
  /** Where nothing chosen does not mean that the sheet is found by the shipping date. */
  placeholder?: string
  onChange: (id: number | null) => void
}

/** Finds one price sheet by name, customer or number; drafts too, because a new price is tried before it holds. */
export function SheetPicker({ id, value, placeholder, onChange }: SheetPickerProps) {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const search = usePaused(typed)
  const found = useQuery({
    queryKey: ['pricing', 'list', 'picker', search],
    queryFn: ({ signal }) => api.pricing.list({ search, page: 1, pageSize: 50, filter: { usage: 'sale' } }, { signal }),
    enabled: open,
    placeholderData: keepPreviousData,
  })
  const chosen = useQuery({
    queryKey: ['pricing', 'get', value, locale],
    queryFn: ({ signal }) => api.pricing.get({ id: value ?? 0, locale }, { signal }),
    enabled: value !== null,
  })
  const sheets = found.data?.rows ?? []
  const shown = chosen.data && !sheets.some((sheet) => sheet.id === value) ? [chosen.data, ...sheets] : sheets
  return (
    <Select<number, { value: number; label: string; sheet: (typeof shown)[number] }>
      id={id}
      // Until its name is known the field stays empty rather than show a number.
      value={shown.some((sheet) => sheet.id === value) ? value : null}
      onChange={(next: number | undefined) => onChange(next ?? null)}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      onOpenChange={(next) => {
        setOpen(next)
        if (!next) setTyped('')
      }}
      options={shown.map((sheet) => ({
        value: sheet.id,
        label: `${sheet.name} · ${t('pricing:version.number', { version: sheet.version })}`,
        sheet,
      }))}
      optionRender={({ data }) => (
        <span className="row row-spread">
          <span className="ellipsis">{data.label}</span>
          <SheetStatus sheet={data.sheet} />
        </span>
      )}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? t('shell:loading') : t('components:list.noMatch')}
      placeholder={placeholder ?? t('pricing:quote.sheetAuto')}
      allowClear
      popupMatchSelectWidth={false}
    />
  )
}
