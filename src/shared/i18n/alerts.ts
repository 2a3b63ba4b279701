/**
 * Tasks of the workbench (plain codes and `task-…`) and alerts of a customer (`alert-…`), each with its reason.
 * Parameters that end in Fen, Grams or Share are written as amounts, kilograms and percent.
 */
export const alertsZh = {
  unmatched: '{{count}} 票运单没有匹配到客户',
  unrated: '{{count}} 票运单没有价格，未计入收入',
  uncosted: '{{count}} 票运单没有成本，毛利不完整',
  prospects: '{{count}} 个发货大户还没有档案，最多的是「{{name}}」，{{tickets}} 票',
  'sheet-expiring': '价格表「{{sheet}}」{{days}} 天后到期（{{validTo}}）',
  'prices-waiting': '{{count}} 份价格表待审批',
  'prices-returned': '{{count}} 份价格表被退回，改好后可再提交',
  'alert-loss': '本月亏损 {{lossFen}} 元：收入 {{revenueFen}}，成本 {{costFen}}',
  'alert-growing': '增长 {{changeShare}}：本月 {{revenueFen}} 元，前三月同期均值 {{meanFen}} 元',
  'alert-growing-tickets': '票数增长 {{changeShare}}：本月 {{tickets}} 票，前三月同期均值 {{meanTickets}} 票',
  'alert-declining': '下滑 {{changeShare}}：本月 {{revenueFen}} 元，前三月同期均值 {{meanFen}} 元',
  'alert-declining-tickets': '票数下滑 {{changeShare}}：本月 {{tickets}} 票，前三月同期均值 {{meanTickets}} 票',
  'alert-silent': '已 {{days}} 天没有发货（最近一票 {{lastShippedOn}}）',
  'alert-no-price': '没有适用的价格表，新运单无法计费',
  'alert-price-expired': '专属价格表「{{sheet}}」已于 {{validTo}} 到期，现按通用价格计费',
  'alert-price-expiring': '价格表「{{sheet}}」{{days}} 天后到期（{{validTo}}）',
  'alert-contract-expiring': '合同 {{number}} {{days}} 天后到期（{{endsOn}}），还没有续签',
  'alert-contract-expired': '合同 {{number}} 已于 {{endsOn}} 到期，没有续签',
  'alert-no-contract': '没有签订合同',
  'alert-unrated': '本月 {{tickets}} 票没有价格，未计入收入',
  'alert-uncosted': '本月 {{tickets}} 票没有成本，毛利不完整',
  'task-alert-loss': '{{account}}：本月亏损 {{lossFen}} 元',
  'task-alert-declining': '{{account}}：收入下滑 {{changeShare}}（{{revenueFen}} 元，前三月同期均值 {{meanFen}} 元）',
  'task-alert-declining-tickets':
    '{{account}}：票数下滑 {{changeShare}}（{{tickets}} 票，前三月同期均值 {{meanTickets}} 票）',
  'task-alert-silent': '{{account}}：已 {{days}} 天没有发货（最近一票 {{lastShippedOn}}）',
  'task-alert-no-price': '{{account}}：没有适用的价格表',
  'task-alert-price-expired': '{{account}}：专属价格表「{{sheet}}」已于 {{validTo}} 到期',
  'task-alert-contract-expiring': '{{account}}：合同 {{number}} {{days}} 天后到期（{{endsOn}}）',
  'task-alert-contract-expired': '{{account}}：合同 {{number}} 已于 {{endsOn}} 到期',
  'task-alert-price-expiring': '{{account}}：价格表「{{sheet}}」{{days}} 天后到期（{{validTo}}）',
} as const

export type AlertsKey = keyof typeof alertsZh

export const alertsEn: Record<AlertsKey, string> = {
  unmatched: 'Waybills without a customer: {{count}}',
  unrated: 'Waybills without a price, not in the revenue: {{count}}',
  uncosted: 'Waybills without a cost, so the margin is incomplete: {{count}}',
  prospects: 'Big senders without an archive: {{count}}; the biggest is “{{name}}” with {{tickets}} tickets',
  'sheet-expiring': 'Price sheet “{{sheet}}” expires in {{days}} days ({{validTo}})',
  'prices-waiting': 'Price sheets waiting for approval: {{count}}',
  'prices-returned': 'Price sheets returned, to be corrected and handed in again: {{count}}',
  'alert-loss': 'Loses {{lossFen}} yuan this month: revenue {{revenueFen}}, cost {{costFen}}',
  'alert-growing':
    'Growing by {{changeShare}}: {{revenueFen}} yuan this month, {{meanFen}} in the same days of the three months before',
  'alert-growing-tickets':
    'Tickets up {{changeShare}}: {{tickets}} this month, {{meanTickets}} in the same days of the three months before',
  'alert-declining':
    'Down {{changeShare}}: {{revenueFen}} yuan this month, {{meanFen}} in the same days of the three months before',
  'alert-declining-tickets':
    'Tickets down {{changeShare}}: {{tickets}} this month, {{meanTickets}} in the same days of the three months before',
  'alert-silent': 'No shipment for {{days}} days (the last one on {{lastShippedOn}})',
  'alert-no-price': 'No price sheet applies; new waybills cannot be rated',
  'alert-price-expired': 'Own price sheet “{{sheet}}” expired on {{validTo}}; a more general one is used',
  'alert-price-expiring': 'Price sheet “{{sheet}}” expires in {{days}} days ({{validTo}})',
  'alert-contract-expiring': 'Contract {{number}} ends in {{days}} days ({{endsOn}}) and is not renewed',
  'alert-contract-expired': 'Contract {{number}} ended on {{endsOn}} and was not renewed',
  'alert-no-contract': 'No contract was signed',
  'alert-unrated': 'Tickets without a price this month, not in the revenue: {{tickets}}',
  'alert-uncosted': 'Tickets without a cost this month, so the margin is incomplete: {{tickets}}',
  'task-alert-loss': '{{account}}: loses {{lossFen}} yuan this month',
  'task-alert-declining':
    '{{account}}: revenue down {{changeShare}} ({{revenueFen}} yuan against {{meanFen}} on average before)',
  'task-alert-declining-tickets':
    '{{account}}: tickets down {{changeShare}} ({{tickets}} against {{meanTickets}} on average before)',
  'task-alert-silent': '{{account}}: no shipment for {{days}} days (the last one on {{lastShippedOn}})',
  'task-alert-no-price': '{{account}}: no price sheet applies',
  'task-alert-price-expired': '{{account}}: own price sheet “{{sheet}}” expired on {{validTo}}',
  'task-alert-contract-expiring': '{{account}}: contract {{number}} ends in {{days}} days ({{endsOn}})',
  'task-alert-contract-expired': '{{account}}: contract {{number}} ended on {{endsOn}}',
  'task-alert-price-expiring': '{{account}}: price sheet “{{sheet}}” expires in {{days}} days ({{validTo}})',
}
