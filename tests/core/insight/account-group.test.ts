import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccountsService } from '#core/features/accounts/accounts.service'
import { createInsightService } from '#core/features/insight/insight.service'
import { openTestKernel } from '../support/test-book'
import { seedAccount, seedMonth } from './seed'

describe('a group of customers', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  const ids: Record<string, number> = {}
  const idOf = (name: string) => ids[name] ?? 0
  beforeEach(async () => {
    kernel = await openTestKernel()
    for (const [name, parent] of [
      ['集团', ''],
      ['分公司', '集团'],
      ['仓库', '分公司'],
      ['门店', '集团'],
      ['别家', ''],
    ] as const) {
      ids[name] = await seedAccount(kernel, { name, groupId: parent === '' ? null : idOf(parent) })
    }
    seedMonth(kernel, idOf('集团'), '2026-10', { revenueFen: 100, costFen: 60, tickets: 1 })
    seedMonth(kernel, idOf('分公司'), '2026-10', { revenueFen: 2000, costFen: 900, tickets: 2 })
    seedMonth(kernel, idOf('仓库'), '2026-10', { revenueFen: 30_000, costFen: 31_000, tickets: 3, uncosted: 1 })
    seedMonth(kernel, idOf('门店'), '2026-09', { revenueFen: 400_000, tickets: 4 })
    seedMonth(kernel, idOf('别家'), '2026-10', { revenueFen: 5_000_000, tickets: 5 })
  })
  afterEach(() => kernel.dispose())

  const group = (name: string, month = '2026-10') => createInsightService(kernel).accountGroup(idOf(name), month)

  it('adds up everybody below, level by level, and nobody else', () => {
    const { members, parents } = group('集团')
    expect(parents).toEqual([])
    expect(
      members.map(({ name, depth, own, rolled }) => [name, depth, own.revenueFen, rolled.revenueFen, rolled.tickets]),
    ).toEqual([
      ['集团', 0, 100, 32_100, 6],
      ['分公司', 1, 2000, 32_000, 5],
      ['仓库', 2, 30_000, 30_000, 3],
      ['门店', 1, 0, 0, 0],
    ])
    expect(members[0]?.rolled).toMatchObject({ costFen: 31_960, marginFen: 140, uncosted: 1 })
  })

  it('gives 24 months of all together, whose sum is that of the single customers', () => {
    const { months } = group('集团')
    expect(months).toHaveLength(24)
    expect(months.at(-1)).toMatchObject({ month: '2026-10', revenueFen: 32_100 })
    expect(months.at(-2)).toMatchObject({ month: '2026-09', revenueFen: 400_000 })
    const insight = createInsightService(kernel)
    const single = ['集团', '分公司', '仓库', '门店'].flatMap((name) =>
      insight.accountMonths(idOf(name), '2024-11', '2026-10'),
    )
    const total = (rows: readonly { revenueFen: number }[]) => rows.reduce((sum, { revenueFen }) => sum + revenueFen, 0)
    expect(total(months)).toBe(total(single))
  })

  it('shows a member its way up', () => {
    expect(group('仓库').parents.map(({ name }) => name)).toEqual(['集团', '分公司'])
    expect(group('仓库').members).toHaveLength(1)
  })

  it('keeps a removed member in the sums and marks it; one without figures is left out', async () => {
    await createAccountsService(kernel).remove([idOf('分公司'), idOf('门店')])
    const { members, months } = group('集团')
    expect(members.map(({ name, deleted }) => [name, deleted])).toEqual([
      ['集团', false],
      ['分公司', true],
      ['仓库', false],
      ['门店', true],
    ])
    expect(months.at(-1)?.revenueFen).toBe(32_100)
    expect(group('集团', '2024-01').members.map(({ name }) => name)).toEqual(['集团', '分公司', '仓库'])
  })

  it('ends where somebody wrote a circle past the program', () => {
    kernel.db.raw.prepare('UPDATE account SET group_id = ? WHERE id = ?').run(idOf('仓库'), idOf('集团'))
    expect(group('集团').members).toHaveLength(4)
    expect(group('仓库').parents.length).toBeLessThan(4)
  })
})
