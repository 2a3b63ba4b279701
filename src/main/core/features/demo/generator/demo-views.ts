import { type ViewContent, viewContent, type ViewList } from '#shared/contract/views'

export interface DemoView {
  list: ViewList
  name: string
  content: ViewContent
}

/** What a manager, a clerk and a pricing desk would keep under a name. */
export const demoViews: readonly DemoView[] = [
  {
    list: 'accounts',
    name: '铂金客户按收入（示例）',
    content: viewContent.parse({
      filters: { tier: 'platinum' },
      sort: 'revenueFen',
      descending: true,
      columns: ['code', 'name', 'industry', 'manager', 'team', 'pieces', 'revenueFen', 'marginFen', 'marginRate'],
    }),
  },
  {
    list: 'accounts',
    name: '王海涛的客户（示例）',
    content: viewContent.parse({ filters: { manager: '王海涛' }, sort: 'lastShippedOn' }),
  },
  {
    list: 'waybills',
    name: '没有价格的运单（示例）',
    content: viewContent.parse({
      filters: { period: 'all', status: 'exception' },
      sort: 'shippedOn',
      descending: true,
    }),
  },
  {
    list: 'people',
    name: '久未联系的决策者（示例）',
    content: viewContent.parse({ filters: { role: 'decision-maker', stale: 'true' }, sort: 'account' }),
  },
]
