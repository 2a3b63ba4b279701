/**
 * Tasks of the workbench and alerts of a customer, each with its reason. Parameters that end in Fen, Grams or Share
 * are written as amounts, kilograms and percent.
 */
export const alertsZh = {
  unmatched: '{{count}} 票运单没有匹配到客户',
} as const

export type AlertsKey = keyof typeof alertsZh

export const alertsEn: Record<AlertsKey, string> = {
  unmatched: 'Waybills without a customer: {{count}}',
}
