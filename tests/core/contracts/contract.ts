import { contractInput, type ContractInput } from '#shared/contract/contracts'

/** A signed contract of 2026 with promises, a minimum and a deposit. */
export function contract(change: Partial<ContractInput>): ContractInput {
  return contractInput.parse({
    number: '',
    accountId: 1,
    title: '2026 年度快递服务合同',
    parties: [
      { side: 'ours', name: '测试营业部' },
      { side: 'customer', name: '杭州云帆服饰有限公司' },
    ],
    manager: '王芳',
    signedOn: '2025-12-20',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    products: ['标快'],
    sheets: [],
    creditDays: 30,
    creditLimitFen: 5_000_000,
    billingDay: 5,
    promises: [
      {
        key: 'on-time',
        kind: 'on-time',
        name: '签收及时率',
        measure: '按时签收 ÷ 应签收',
        direction: 'least',
        target: 98_000,
        unit: '%',
        from: null,
        to: null,
      },
    ],
    minimum: { unit: 'pieces', amount: 1000, period: 'month' },
    coversGroup: false,
    depositFen: 1_000_000,
    depositDueOn: '2026-12-01',
    depositReceivedOn: null,
    renewMonths: null,
    noticeDays: null,
    note: '',
    ...change,
  })
}
