import { plansDraftsEn, plansDraftsZh } from './plans-drafts'
import { plansPaperEn, plansPaperZh } from './plans-paper'
import { plansScreensEn, plansScreensZh } from './plans-screens'

/** Words of the plans screens. */
export const plansZh = {
  ...plansScreensZh,
  ...plansDraftsZh,
  ...plansPaperZh,
  title: '计划',
  'empty.title': '还没有大客户计划',
  'empty.text': '点“新建计划”选一个客户，或从客户页打开；内容会先用账套数据填好。',
} as const

export type PlansKey = keyof typeof plansZh

export const plansEn: Record<PlansKey, string> = {
  ...plansScreensEn,
  ...plansDraftsEn,
  ...plansPaperEn,
  title: 'Plans',
  'empty.title': 'No account plans yet',
  'empty.text':
    'Choose a customer for a new plan, or open one from a customer page; it is pre-filled from the data of the book.',
}
