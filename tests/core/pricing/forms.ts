import type { SheetForm } from '#shared/domain/rating/sheet-form'

/** A small sound price sheet; what a test is about is said by `info` and `more`. */
export function priceForm(info: Record<string, string | number> = {}, more: Partial<SheetForm> = {}): SheetForm {
  return {
    info: { 报价名称: '测试价', 生效日期: '2026-01-01', ...info },
    columns: ['0-1', '1以上'],
    rows: [{ key: '*', cells: ['5', '5+2'] }],
    ...more,
  }
}

export const nobody = () => 'unknown' as const
