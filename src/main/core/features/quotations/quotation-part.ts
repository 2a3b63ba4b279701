import type { QuotationPart } from '#shared/contract/quotations'
import { formatSheetForm } from '#shared/domain/rating/format-sheet'
import { textOf } from '#shared/domain/rating/form-value'
import type { PriceSheet } from '#shared/domain/rating/price-sheet'
import type { FormSurcharge, FormTier, FormValue, SheetForm } from '#shared/domain/rating/sheet-form'

/** What 报价信息 says of whom, what and when: a quotation says that itself. */
const ofTheSheet: ReadonlySet<string> = new Set([
  '报价编号',
  '报价名称',
  '用途',
  '竞争对手',
  '客户',
  '级别',
  '产品',
  '始发地',
  '生效日期',
  '失效日期',
  '备注',
])

/** The prices of a sheet as they stand, as a part of a quotation. */
export function partOfSheet(sheet: PriceSheet, source: QuotationPart['source']): QuotationPart {
  const form = formatSheetForm(sheet)
  const info = Object.entries(form.info).filter(([key]) => !ofTheSheet.has(key))
  return {
    product: sheet.product ?? '',
    origin: sheet.origin ?? '',
    note: '',
    source,
    info: Object.fromEntries(info.map(([key, value]) => [key, textOf(value)])),
    columns: [...form.columns],
    rows: form.rows.map(({ key, cells }) => ({ key, cells: cells.map(textOf) })),
    zones: (form.zones ?? []).map(({ zone, places }) => ({ zone, places })),
    surcharges: (form.surcharges ?? []).map(textLine),
    tiers: (form.tiers ?? []).map(textLine),
  }
}

function textLine(row: FormSurcharge | FormTier): Record<string, string> {
  const cells = Object.entries(row).map(([field, value]) => [
    field,
    Array.isArray(value) ? value.join('、') : textOf(value as FormValue | undefined),
  ])
  return Object.fromEntries(cells.filter(([, text]) => text !== '')) as Record<string, string>
}

/** The part in the notation of the price workbook; `head` says whom it prices, what and from when. */
export function formOfPart(part: QuotationPart, head: Readonly<Record<string, string>>): SheetForm {
  const scope = {
    ...(part.product !== '' && { 产品: part.product }),
    ...(part.origin !== '' && { 始发地: part.origin }),
  }
  return {
    info: { ...head, ...scope, ...part.info },
    columns: part.columns,
    rows: part.rows,
    ...(part.zones.length > 0 && { zones: part.zones }),
    surcharges: part.surcharges.map(({ item = '', kind = '', value = '', ...more }) => ({
      item,
      kind,
      value,
      ...more,
    })),
    tiers: part.tiers.map(({ basis = '', period = '', mode = '', lower = '', benefit = '', settle = '', ...more }) => ({
      basis,
      period,
      mode,
      lower,
      benefit,
      settle,
      ...more,
    })),
  }
}
