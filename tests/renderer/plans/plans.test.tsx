import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { PlanContent, PlanDetail } from '#shared/contract/plans'
import Plans from '../../../src/renderer/features/plans/index'
import { refusal, renderScreen, type FakeApi } from '../support/screen'
import { content, detail } from './plan-content'

// A page of a hundred fields is slow to draw without a browser on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

type Saved = { accountId: number; period: string; version: number; content: PlanContent }

function open(at: string, plans: FakeApi['plans'], more: FakeApi = {}) {
  return renderScreen(<Plans />, { api: { plans, ...more }, at, path: 'plans' })
}

/** A core that keeps one plan and refuses a stale version. */
function keeper(start: PlanDetail = detail()) {
  let kept = start
  const save = vi.fn<(input: Saved) => object>((input) => {
    if (input.version !== kept.version) throw refusal('changed-meanwhile')
    kept = { ...kept, version: kept.version + 1, content: input.content }
    return { id: 3, version: kept.version, updatedAt: '2026-03-02T00:00:00.000Z' }
  })
  return {
    save,
    get: () => kept,
    /** Someone else saves. */
    meanwhile: (change: Partial<PlanContent>) => {
      kept = { ...kept, version: kept.version + 1, content: { ...kept.content, ...change } }
    },
  }
}

const field = async (label: string) => (await screen.findByLabelText(label)) as HTMLTextAreaElement
const write = async (label: string, value: string) => fireEvent.change(await field(label), { target: { value } })
/** The mark of a save just ended may still stand before the word: without layout its fading never ends. */
/** Hidden ones are looked at too: telling them apart takes seconds on a page of a hundred fields. */
const button = (name: string | RegExp) => screen.findByRole('button', { name, hidden: true })
const saveNow = async () => fireEvent.click(await button(/保存$/))

describe('plan list', () => {
  const row = {
    id: 3,
    accountId: 7,
    account: '沃格小家电',
    accountCode: 'KH000012',
    manager: '王芳',
    period: '2026H1',
    actions: 4,
    actionsDone: 1,
    updatedAt: '2026-03-01T02:00:00.000Z',
  }

  it('shows each plan with its actions and opens it with Enter', async () => {
    const view = open('/plans', { list: () => ({ rows: [row], total: 1 }), get: () => detail() })
    const line = (await screen.findByText('沃格小家电')).closest('tr') as HTMLElement
    expect(within(line).getByText('2026 年上半年')).toBeTruthy()
    expect(within(line).getByText('1 / 4')).toBeTruthy()
    fireEvent.keyDown(line, { key: 'Enter' })
    await waitFor(() => expect(view.address()).toBe('/plans/7?period=2026H1'))
  })

  it('an empty list offers the first plan', async () => {
    open('/plans', { list: () => ({ rows: [], total: 0 }) })
    const empty = (await screen.findByText('还没有大客户计划')).closest('.empty-state') as HTMLElement
    fireEvent.click(within(empty).getByRole('button', { name: '新建计划' }))
    expect(await screen.findByText('选客户和期间；已有计划的会直接打开。')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '打开计划' }).disabled).toBe(true)
  })
})

describe('plan', () => {
  it('shows what the book knows beside what people wrote', async () => {
    const get = vi.fn<(input: unknown) => object>(() => detail())
    open('/plans/7', { get })
    expect((await field('概况与关系')).value).toBe('小家电为主')
    expect(get.mock.calls[0]?.[0]).toEqual({ accountId: 7, period: '2026H1', locale: 'zh-CN' })
    expect(screen.getByText('138****1111')).toBeTruthy()
    expect(screen.getByText('40.0%')).toBeTruthy()
    expect(screen.getByText('实际 500')).toBeTruthy()
    expect(screen.getByText('完成 50%')).toBeTruthy()
    expect(screen.getByText('已过期')).toBeTruthy()
    expect(screen.getByText('没有专用价格表，按级别或通用价格计费。')).toBeTruthy()
  })

  it('saves what was typed, money to the fen, empty rows left out', async () => {
    const core = keeper()
    open('/plans/7?period=2026H1', core)
    await write('概况与关系', '新的概况')
    await write('月总发货额（所有承运商）', '３６，０００．１')
    fireEvent.click(await button(/添加成员/))
    expect(screen.getByText('有未保存的修改，已留作草稿')).toBeTruthy()
    await saveNow()
    expect(await screen.findByText('计划已保存')).toBeTruthy()
    const saved = core.save.mock.calls[0]?.[0]
    expect(saved).toMatchObject({ accountId: 7, period: '2026H1', version: 2 })
    expect(saved?.content).toMatchObject({ profile: '新的概况', walletFen: 3_600_010, team: [] })
    await waitFor(() => expect(screen.queryByText('有未保存的修改，已留作草稿')).toBeNull())
    await write('概况与关系', '再改')
    fireEvent.keyDown(window, { key: 's', ctrlKey: true })
    await waitFor(() => expect(core.save.mock.calls[1]?.[0]).toMatchObject({ version: 3 }))
  })

  it('marks what is wrong and does not save', async () => {
    const core = keeper()
    open('/plans/7?period=2026H1', core)
    await write('投入预算', '很多')
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: '' } })
    await saveNow()
    expect(await screen.findByText('有 2 处需要修改，已标出，改正后再保存。')).toBeTruthy()
    expect(screen.getByText('请填写，或删除此行')).toBeTruthy()
    expect(await button(/风险与投入 !/)).toBeTruthy()
    expect(core.save).not.toHaveBeenCalled()
  })

  it('deletes a row and brings it back', async () => {
    open('/plans/7?period=2026H1', keeper())
    const rows = await screen.findByRole('table', { name: '竞争对手', hidden: true })
    fireEvent.click(within(rows).getByRole('button', { name: '删除第 1 行', hidden: true }))
    await waitFor(() => expect(screen.queryByRole('table', { name: '竞争对手', hidden: true })).toBeNull())
    fireEvent.click(await button(/撤\s*销/))
    expect(await screen.findByDisplayValue('顺达')).toBeTruthy()
  })

  it('adds the next free quarter as a goal', async () => {
    const core = keeper()
    open('/plans/7?period=2026H1', core)
    fireEvent.click(await button(/添加季度/))
    await saveNow()
    await waitFor(() => expect(core.save.mock.calls[0]?.[0].content.goals[1]?.quarter).toBe('2026Q2'))
  })
})

describe('a plan that two people write', () => {
  it('brings both together and saves on the newer version', async () => {
    const core = keeper()
    open('/plans/7?period=2026H1', core)
    await write('概况与关系', '我写的')
    core.meanwhile({ needs: '他写的需求' })
    await saveNow()
    expect(await screen.findByText('这份计划刚刚被别人保存过')).toBeTruthy()
    expect(screen.getByText('对方改了：需求。已并入页面，请核对后再保存。')).toBeTruthy()
    expect((await field('需求')).value).toBe('他写的需求')
    expect((await field('概况与关系')).value).toBe('我写的')
    await saveNow()
    expect(await screen.findByText('计划已保存')).toBeTruthy()
    expect(core.save.mock.calls[1]?.[0]).toMatchObject({
      version: 3,
      content: { needs: '他写的需求', profile: '我写的' },
    })
  })

  it('asks where both changed the same part', async () => {
    const core = keeper()
    open('/plans/7?period=2026H1', core)
    await write('概况与关系', '我写的')
    core.meanwhile({ profile: '他写的' })
    await saveNow()
    expect(await screen.findByText('概况与关系：两边都改了，页面上保留的是您写的。')).toBeTruthy()
    expect((await field('概况与关系')).value).toBe('我写的')
    fireEvent.click(await button('采用对方的'))
    expect((await field('概况与关系')).value).toBe('他写的')
  })
})

describe('draft and paper', () => {
  it('comes back after the page was left, and can be given up', async () => {
    const stored = new Map<string, unknown>()
    const system = {
      setPreference: ({ key, value }: { key: string; value: unknown }) => {
        stored.set(key, value)
        return {}
      },
    }
    const first = open('/plans/7?period=2026H1', keeper(), { system })
    await write('概况与关系', '没存的')
    first.unmount()
    expect(stored.get('draft.plan.7.2026H1')).toMatchObject({ values: { content: { profile: '没存的' } } })

    const again = renderScreen(<Plans />, {
      api: { plans: keeper(), system },
      at: '/plans/7?period=2026H1',
      path: 'plans',
      preferences: Object.fromEntries(stored),
    })
    expect(await screen.findByText('已恢复上次未保存的内容。')).toBeTruthy()
    expect((await field('概况与关系')).value).toBe('没存的')
    fireEvent.click(await button('放弃未保存的修改'))
    expect((await field('概况与关系')).value).toBe('小家电为主')
    again.unmount()
    expect(stored.get('draft.plan.7.2026H1')).toBeNull()
  })

  it('saves before it prints, so that the paper shows what is on the page', async () => {
    const core = keeper()
    const order: string[] = []
    const view = open(
      '/plans/7?period=2026H1',
      {
        get: core.get,
        save: (input: Saved) => {
          order.push('save')
          return core.save(input)
        },
        print: () => {
          order.push('print')
          return { ticket: 'P1', name: '计划.pdf', bytes: 9 }
        },
      },
      { files: { deliver: () => ({ saved: true, path: null, download: '/made/1' }) } },
    )
    await write('概况与关系', '新的')
    fireEvent.click(await button(/打印 PDF/))
    await waitFor(() => expect(view.downloaded).toHaveBeenCalledWith('/made/1', '计划.pdf'))
    expect(order).toEqual(['save', 'print'])
  })

  it('prints a plan nobody has saved yet as it is pre-filled', async () => {
    const print = vi.fn<(input: unknown) => object>(() => ({ ticket: 'P1', name: '计划.pdf', bytes: 9 }))
    const fresh = detail({ id: null, version: 0, updatedAt: null, content: content() })
    const view = open(
      '/plans/7?period=2026H1',
      { get: () => fresh, print },
      { files: { deliver: () => ({ saved: true, path: null, download: '/made/1' }) } },
    )
    expect(await screen.findByText('尚未保存，内容由账套数据预填')).toBeTruthy()
    fireEvent.click(await button(/打印 PDF/))
    await waitFor(() => expect(view.downloaded).toHaveBeenCalled())
    expect(print.mock.calls[0]?.[0]).toEqual({ accountId: 7, period: '2026H1', locale: 'zh-CN' })
  })

  it('says that the customer is not there', async () => {
    open('/plans/9', { get: () => Promise.reject(refusal('not-found')) })
    expect(await screen.findByText(/没有找到这条记录/)).toBeTruthy()
  })
})
