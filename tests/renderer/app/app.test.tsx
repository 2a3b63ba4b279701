import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { App } from '../../../src/renderer/app/app'
import { refusal, shellBackend } from '../support/shell-backend'

beforeEach(() => {
  window.location.hash = ''
})
afterEach(cleanup)

describe('window', () => {
  it('says why the book could not be opened and tries again when asked', async () => {
    let tries = 0
    const { backend } = shellBackend({
      system: {
        info: () => {
          tries += 1
          throw refusal('book-locked', { path: '/书/book.sqlite' })
        },
      },
    })
    render(<App backend={backend} />)
    await screen.findByText('账套正被另一个驿客程序使用：/书/book.sqlite。请先关闭那个程序。')
    fireEvent.click(screen.getByRole('button', { name: '重试' }))
    await act(async () => undefined)
    expect(tries).toBe(2)
  })

  it('shows nothing but the way out once the host is gone', async () => {
    const { backend, goneNow } = shellBackend({})
    render(<App backend={backend} />)
    await screen.findByRole('navigation')
    act(goneNow)
    await screen.findByText('程序的后台已停止')
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  it('offers demonstration data or an import where the book is empty, and other pages stay reachable', async () => {
    const { backend } = shellBackend({}, { empty: true })
    render(<App backend={backend} />)
    await screen.findByRole('button', { name: /载入示例数据/ })
    expect(screen.getByRole('button', { name: /导入我的客户资料/ })).toBeTruthy()
    fireEvent.click(screen.getByRole('link', { name: '设置' }))
    await screen.findByRole('heading', { name: '设置' })
  })

  it('marks the entry a page without one of its own belongs to', async () => {
    window.location.hash = '#/simulation/new'
    const { backend } = shellBackend({ simulation: { size: () => ({ tickets: 0 }) } })
    render(<App backend={backend} />)
    const prices = await screen.findByRole('link', { name: '价格' })
    expect(prices.classList.contains('active')).toBe(true)
    expect(screen.getByRole('link', { name: '工作台' }).classList.contains('active')).toBe(false)
  })

  it('tells of an import that was cut off', async () => {
    const { backend } = shellBackend({}, { recovered: [{ batch: 3, file: '3月运单.xlsx', kind: 'waybills' }] })
    render(<App backend={backend} />)
    expect(await screen.findByText('导入「3月运单.xlsx」时程序中断，该批数据没有进入账套，可以重新导入。')).toBeTruthy()
  })

  it('labels the demonstration book', async () => {
    const { backend } = shellBackend({}, { demo: true })
    render(<App backend={backend} />)
    expect(await screen.findByText('示例数据')).toBeTruthy()
  })

  it('starts in the language the book remembers and switches without a reload', async () => {
    const { backend } = shellBackend({ system: { preferences: () => ({ language: 'en' }) } })
    render(<App backend={backend} />)
    await screen.findByRole('link', { name: 'Customers' })
    expect(document.documentElement.lang).toBe('en')
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
    const field = await screen.findByRole('combobox')
    fireEvent.change(field, { target: { value: '切换为中文' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await screen.findByRole('link', { name: '客户' })
    expect(document.documentElement.lang).toBe('zh-CN')
  })

  it('lists every shortcut it knows on ?', async () => {
    const { backend } = shellBackend({})
    render(<App backend={backend} />)
    await screen.findByRole('navigation')
    fireEvent.keyDown(window, { key: '?' })
    await screen.findByText('快捷键一览', { selector: '.ant-modal-title' })
    expect(screen.getByText('前往工作台')).toBeTruthy()
    expect(screen.getByText('Alt 1')).toBeTruthy()
  })
})
