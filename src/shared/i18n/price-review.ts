/** Words of the approval of prices: stages, floors, the queue. */
export const priceReviewZh = {
  'status.submitted': '待审批',
  'status.returned': '已退回',
  'status.competitor': '竞品',
  'status.scheduled': '待生效',
} as const

export const priceReviewEn: Record<keyof typeof priceReviewZh, string> = {
  'status.submitted': 'Waiting',
  'status.returned': 'Returned',
  'status.competitor': 'Competitor',
  'status.scheduled': 'Coming',
}
