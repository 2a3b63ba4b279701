import { fireEvent, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { Preview } from '#shared/contract/imports'
import { DecidedRows } from '../../../src/renderer/features/imports/wizard/decided-rows'
import { firstState, importRequest, wizardMove } from '../../../src/renderer/features/imports/wizard/use-wizard'
import { renderScreen } from '../support/screen'

type Row = Preview['rows'][number]

const change = { field: 'account.manager', label: '客户经理', old: '王海涛', new: '周婷婷' }
const target = { id: 1, code: 'KH000001', name: '云栖食品', by: 'uscc' } as const

function Screen({ rows, onSkip }: { rows: Row[]; onSkip?: (rows: readonly number[], on: boolean) => void }) {
  const [state, setState] = useState(firstState)
  return (
    <DecidedRows
      rows={rows}
      headers={['客户名称']}
      problems={[]}
      skipped={state.skipped}
      onSkip={(some, on) => {
        onSkip?.(some, on)
        setState((old) => wizardMove(old, { type: 'skip', rows: some, on }))
      }}
    />
  )
}

const show = (rows: Row[], onSkip?: (rows: readonly number[], on: boolean) => void) =>
  renderScreen(<Screen rows={rows} onSkip={onSkip} />, { api: {}, at: '/x', path: 'x' })

const few: Row[] = [
  { row: 2, action: 'update', cells: ['云栖食品'], target, changes: [change] },
  { row: 3, action: 'import', cells: ['新客户'] },
  { row: 4, action: 'duplicate', cells: ['沃格'], target: { ...target, code: 'KH000002', by: 'code' } },
  { row: 5, action: 'reject', cells: [''] },
]
const tick = (row: number) => screen.getByRole<HTMLInputElement>('checkbox', { name: `导入第 ${row} 行` })

describe('rows decided one by one', () => {
  it('opens the differences of a changed row and says whom it means', () => {
    show(few)
    expect(screen.getByText('KH000001 云栖食品（按信用代码）')).toBeTruthy()
    expect(screen.queryByText('王海涛')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '1 处不同' }))
    const line = screen.getByText('客户经理').closest('li')
    expect(line?.textContent).toBe('客户经理 王海涛 → 周婷婷')
  })

  it('offers a decision for new and changed rows alone, and counts it', () => {
    show(few)
    expect(screen.getAllByRole('checkbox')).toHaveLength(2)
    expect(screen.getByText('勾选 2 行，不导入 0 行')).toBeTruthy()
    fireEvent.click(tick(2))
    expect(screen.getByText('勾选 1 行，不导入 1 行')).toBeTruthy()
    expect([tick(2).checked, tick(3).checked]).toEqual([false, true])
    fireEvent.click(screen.getByRole('button', { name: '全部导入' }))
    expect([tick(2).checked, tick(3).checked]).toEqual([true, true])
  })

  it('decides all of a state at once, and no other', () => {
    show(few)
    fireEvent.click(screen.getByText('新增 1'))
    expect(within(screen.getByRole('region')).queryByText('云栖食品')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '全部不导入' }))
    fireEvent.click(screen.getByText('全部'))
    expect([tick(2).checked, tick(3).checked]).toEqual([true, false])
  })

  it('turns 20,000 rows over page by page, and decides beyond the page', () => {
    const many: Row[] = Array.from({ length: 20_000 }, (_, at) => ({
      row: at + 2,
      action: 'import',
      cells: [`第${at}`],
    }))
    const decided = vi.fn<(rows: readonly number[], on: boolean) => void>()
    show(many, decided)
    expect(screen.getAllByRole('checkbox')).toHaveLength(50)
    fireEvent.click(screen.getByRole('button', { name: '全部不导入' }))
    expect(decided.mock.calls[0]?.[0]).toHaveLength(20_000)
    expect(screen.getByText('勾选 0 行，不导入 20,000 行')).toBeTruthy()
  })

  it('asks the core for differences, and forgets decisions when the file is read otherwise', () => {
    const decided = wizardMove(firstState, { type: 'skip', rows: [2, 3], on: true })
    expect([...wizardMove(decided, { type: 'skip', rows: [2], on: false }).skipped]).toEqual([3])
    expect(importRequest('accounts', decided, 'zh-CN').conflicts).toBe('update')
    expect(importRequest('waybills', decided, 'zh-CN').conflicts).toBe('keep')
    expect(wizardMove(decided, { type: 'choose', field: 'name', column: 1 }).skipped.size).toBe(0)
    expect(wizardMove(decided, { type: 'go', step: 'columns' }).skipped.size).toBe(2)
  })
})
