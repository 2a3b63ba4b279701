import { Alert, Button, Checkbox } from 'antd'
import { DownloadOutlined, SwapOutlined } from '../../../components/icons'
import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { compareSheets } from '#shared/domain/price-editing/compare-sheets'
import '../../../styles/price-editor.css'
import { useApi } from '../../../components/backend'
import { useDeliver } from '../../../components/deliver'
import { EmptyState } from '../../../components/empty-state'
import { ErrorState } from '../../../components/error-state'
import { Field } from '../../../components/field'
import { PageHeader } from '../../../components/page-header'
import { useLocale, useWords } from '../../../i18n'
import { SheetPicker } from '../quote/sheet-picker'
import { useWholeSheet } from '../editor/use-whole-sheet'
import { CompareTable } from './compare-table'
import { OtherDifferences } from './other-differences'

const idOf = (text: string | null): number | null => {
  const id = Number(text)
  return text !== null && Number.isSafeInteger(id) && id > 0 ? id : null
}

/** `#/pricing/compare?a=3&b=17`: two sheets or versions cell by cell, even where brackets and zones differ. */
export function ComparePage() {
  const t = useWords()
  const locale = useLocale()
  const api = useApi()
  const deliver = useDeliver()
  const [address, setAddress] = useSearchParams()
  const [onlyDifferences, setOnlyDifferences] = useState(true)
  const [a, b] = [idOf(address.get('a')), idOf(address.get('b'))]
  const [before, after] = [useWholeSheet(a), useWholeSheet(b)]
  const comparison = useMemo(
    () => (before.sheet && after.sheet ? compareSheets(before.sheet, after.sheet) : null),
    [before.sheet, after.sheet],
  )
  const choose = (next: { a?: number | null; b?: number | null }) => {
    const ids = { a, b, ...next }
    const known = Object.entries(ids).flatMap(([key, id]) => (id === null ? [] : [[key, String(id)]]))
    setAddress(new URLSearchParams(known), { replace: true })
  }
  const faulty = [before, after].some(({ written }) => written !== undefined && written.errors > 0)
  const error = before.error ?? after.error
  return (
    <div className="page">
      <PageHeader
        title={t('pricingEditor:compare.title')}
        help={`${t('pricingEditor:compare.help')}\n${t('pricingEditor:compare.note')}`}
        actions={
          <>
            <Link to={b === null ? '/pricing' : `/pricing/${b}`}>
              {t(b === null ? 'pricing:sheet.back' : 'pricingEditor:back')}
            </Link>
            <Button
              icon={<DownloadOutlined />}
              disabled={!comparison || a === null || b === null}
              onClick={() => {
                if (a === null || b === null) return
                void deliver(() => api.pricing.exportComparison({ before: a, after: b, onlyDifferences, locale }))
              }}
            >
              {t('pricingEditor:compare.export')}
            </Button>
          </>
        }
      />
      <section className="panel compare-choice" aria-label={t('pricingEditor:compare.waiting')}>
        <Field label={t('pricingEditor:compare.before')}>
          {(id) => (
            <SheetPicker
              id={id}
              value={a}
              placeholder={t('pricing:sheet.pick')}
              onChange={(next) => choose({ a: next })}
            />
          )}
        </Field>
        <Button
          icon={<SwapOutlined />}
          aria-label={t('pricingEditor:compare.swap')}
          title={t('pricingEditor:compare.swap')}
          onClick={() => choose({ a: b, b: a })}
        />
        <Field label={t('pricingEditor:compare.after')}>
          {(id) => (
            <SheetPicker
              id={id}
              value={b}
              placeholder={t('pricing:sheet.pick')}
              onChange={(next) => choose({ b: next })}
            />
          )}
        </Field>
        <Checkbox checked={onlyDifferences} onChange={(event) => setOnlyDifferences(event.target.checked)}>
          {t('pricingEditor:compare.onlyDifferences')}
        </Checkbox>
      </section>
      {error ? <ErrorState error={error} /> : null}
      {faulty ? <Alert type="warning" showIcon title={t('pricingEditor:compare.faulty')} /> : null}
      {comparison ? (
        <>
          <CompareTable comparison={comparison} onlyDifferences={onlyDifferences} />
          <OtherDifferences comparison={comparison} />
        </>
      ) : a === null || b === null ? (
        <EmptyState title={t('pricingEditor:compare.waiting')} />
      ) : null}
    </div>
  )
}
