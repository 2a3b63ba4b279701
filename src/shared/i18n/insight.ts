import { revenueReportEn, revenueReportZh } from './insight-report'
import { insightScreenEn, insightScreenZh } from './insight-screen'

/** Words of the insight screens. */
export const insightZh = {
  ...revenueReportZh,
  ...insightScreenZh,
  title: '报表',
  'empty.title': '还没有可统计的数据',
  'empty.text': '导入并计费运单后，这里按客户统计收入与毛利。',
} as const

export type InsightKey = keyof typeof insightZh

export const insightEn: Record<InsightKey, string> = {
  ...revenueReportEn,
  ...insightScreenEn,
  title: 'Reports',
  'empty.title': 'Nothing to report on yet',
  'empty.text': 'Once waybills are imported and rated, revenue and margin by customer appear here.',
}
