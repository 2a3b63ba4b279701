import { expect, it } from 'vitest'
import { type AlertFacts, alertsOf, type ContractFacts } from '#core/features/insight/alerts'

const contract = (change: Partial<ContractFacts>): ContractFacts => ({
  number: 'HT2026110001',
  endsOn: '2026-12-31',
  daysLeft: 39,
  goesOn: false,
  ...change,
})

function told(facts: ContractFacts | undefined, lifecycle: AlertFacts['account']['lifecycle'] = 'active') {
  const alerts = alertsOf({
    account: { lifecycle } as AlertFacts['account'],
    month: '2026-11',
    months: [],
    season: 1,
    lastShippedOn: null,
    dataDay: '2026-11-22',
    today: '2026-11-22',
    sheets: [{ level: 'account', name: '专属价', validFrom: '2026-01-01', validTo: null }],
    contract: facts,
  })
  return alerts.map(({ code, severity }) => [code, severity])
}

it.each([
  [contract({ daysLeft: 91 }), []],
  [contract({ daysLeft: 90 }), [['alert-contract-expiring', 'info']]],
  [contract({ daysLeft: 31 }), [['alert-contract-expiring', 'info']]],
  [contract({ daysLeft: 30 }), [['alert-contract-expiring', 'warning']]],
  [contract({ daysLeft: 0 }), [['alert-contract-expiring', 'warning']]],
  [contract({ daysLeft: -1 }), [['alert-contract-expired', 'warning']]],
  [contract({ daysLeft: 5, goesOn: true }), []],
  [contract({ endsOn: null, daysLeft: null }), []],
  [contract({ number: null, endsOn: null, daysLeft: null }), [['alert-no-contract', 'info']]],
  [undefined, []],
])('%o is told as %o', (facts, expected) => {
  expect(told(facts)).toEqual(expected)
})

it('says nothing of customers that left', () => {
  expect(told(contract({ daysLeft: 3 }), 'lost')).toEqual([])
})
