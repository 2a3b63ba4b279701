import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { useMemo } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { labelMatches, loadPinyin } from '../../../src/renderer/app/pinyin'
import { Palette } from '../../../src/renderer/app/palette'
import { useActions } from '../../../src/renderer/components/actions'
import { renderScreen, type FakeApi } from '../support/screen'

describe('labels by pinyin', () => {
  it.each([
    ['前往客户', 'kh', true],
    ['前往客户', 'kehu', true],
    ['前往客户', 'ke hu', true],
    ['前往客户', '客户', true],
    ['前往工作台', 'gzt', true],
    ['前往工作台', 'kehu', false],
    ['Go to Customers', 'cust', true],
    ['导入运单', 'yundan', true],
    ['导入运单', 'xyz', false],
    ['导入运单', '', true],
  ])('%s is found by %j: %s', async (label, query, found) => {
    expect(labelMatches(label, query, await loadPinyin())).toBe(found)
  })

  it('still finds by letters while the pinyin engine is loading', () => {
    expect(labelMatches('前往客户', '客', null)).toBe(true)
    expect(labelMatches('前往客户', 'kh', null)).toBe(false)
  })
})

function Screen({ run, close }: { run: (id: string) => void; close: () => void }) {
  const actions = useMemo(
    () => [
      { id: 'go', label: '前往客户', run: () => run('go') },
      { id: 'rename', label: '修改名称', run: () => run('rename') },
      { id: 'off', label: '导出客户', enabled: false, run: () => run('off') },
    ],
    [run],
  )
  useActions(actions)
  return <Palette open onClose={close} />
}

function show(api: FakeApi = { accounts: { search: () => [] } }) {
  const run = vi.fn<(id: string) => void>()
  const close = vi.fn<() => void>()
  const view = renderScreen(<Screen run={run} close={close} />, { api, at: '/x', path: 'x' })
  return { ...view, run, close, field: screen.getByRole<HTMLInputElement>('combobox') }
}

const options = () => screen.getAllByRole('option').map((option) => option.textContent)

describe('palette', () => {
  it('runs what the arrows chose, on Enter, and closes', async () => {
    const { run, close, field } = show()
    await screen.findByText('修改名称')
    fireEvent.keyDown(field, { key: 'ArrowDown' })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(run.mock.calls).toEqual([['rename']])
    expect(close).toHaveBeenCalledOnce()
  })

  it('offers no action that is switched off', async () => {
    show()
    await screen.findByText('前往客户')
    expect(options().join()).not.toContain('导出客户')
  })

  it('finds customers through the core and opens the one chosen', async () => {
    const search = vi.fn<(input: { text: string }) => object[]>(() => [
      { id: 7, code: 'KH000007', name: '杭州天山果语食品有限公司', tier: 'lead' },
    ])
    const { field, address } = show({ accounts: { search: search as never } })
    fireEvent.change(field, { target: { value: 'tsgy' } })
    await screen.findByText(/天山果语/)
    expect(search.mock.calls[0]?.[0]).toEqual({ text: 'tsgy', limit: 8 })
    expect(screen.getByText('铅质')).toBeTruthy()
    fireEvent.keyDown(field, { key: 'Enter' })
    await waitFor(() => expect(address()).toBe('/accounts/7'))
  })

  it('leaves the Enter that ends a composition to the IME', async () => {
    const { run, field } = show()
    await screen.findByText('前往客户')
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229, isComposing: true })
    expect(run).not.toHaveBeenCalled()
    await act(async () => undefined)
  })

  it('says what to try where nothing is found', async () => {
    const { field } = show()
    fireEvent.change(field, { target: { value: '不存在' } })
    expect(await screen.findByText('没有找到。试试名称的一部分、拼音首字母或客户编码。')).toBeTruthy()
  })
})
