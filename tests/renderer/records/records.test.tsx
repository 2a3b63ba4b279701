import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { AttachmentRow } from '../../../src/shared/contract/attachments'
import type { HistoryRow } from '../../../src/shared/contract/history'
import type { TimelineEvent } from '../../../src/shared/contract/timeline'
import { AttachmentList } from '../../../src/renderer/features/attachments/attachment-list'
import { ChangeHistory } from '../../../src/renderer/features/history/change-history'
import { TimelineTab } from '../../../src/renderer/features/timeline/timeline-tab'
import { renderScreen, type FakeApi } from '../support/screen'

const place = { at: '/x', path: 'x' }

const attachment = (more: Partial<AttachmentRow> = {}): AttachmentRow => ({
  uid: 'u1',
  version: 1,
  fileName: '合同.pdf',
  title: '',
  category: 'contract',
  note: '',
  kind: 'pdf',
  warns: false,
  bytes: 2048,
  sha256: 'ab'.repeat(32),
  actor: '王芳',
  createdAt: '2026-11-22T04:00:00.000Z',
  updatedAt: '2026-11-22T04:00:00.000Z',
  state: 'present',
  ...more,
})

describe('attachments', () => {
  const shown = (rows: AttachmentRow[], attachments: FakeApi['attachments'] = {}, readOnly = false) =>
    renderScreen(<AttachmentList entity="account" entityUid="a" write="accounts.write" readOnly={readOnly} />, {
      ...place,
      api: { attachments: { list: () => ({ rows, bytes: rows.length * 2048 }), ...attachments } },
    })

  it('say what to do where there are none, and offer nothing to those who may not change', async () => {
    shown([], {}, true)
    expect(await screen.findByText('还没有附件')).toBeTruthy()
    expect(screen.queryByText('把文件拖到这里，或点击选择，可一次多个')).toBeNull()
  })

  it('are marked where the file is gone, and cannot be opened then', async () => {
    shown([attachment({ state: 'missing' }), attachment({ uid: 'u2', fileName: '好的.pdf' })])
    expect(await screen.findByText('文件缺失')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '打开「合同.pdf」' })).toBeNull()
    expect(screen.getByRole('button', { name: '打开「好的.pdf」' })).toBeTruthy()
    expect(screen.getByText('2 个附件，共 4 KB')).toBeTruthy()
  })

  it('that may run something are opened after a warning only', async () => {
    const open = vi.fn<(input: unknown) => object>(() => ({ download: null }))
    shown([attachment({ fileName: '工具.exe', kind: 'program', warns: true })], { open })
    fireEvent.click(await screen.findByRole('button', { name: '打开「工具.exe」' }))
    expect(await screen.findByText('这类文件可能会运行程序。只有确认来源可靠时才打开。')).toBeTruthy()
    expect(open).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: '仍然打开' }))
    await waitFor(() => expect(open).toHaveBeenCalledWith({ uid: 'u1', warned: true }, undefined))
  })

  it('removed are offered back', async () => {
    const [remove, restore] = [vi.fn<() => object>(() => ({})), vi.fn<() => object>(() => ({}))]
    shown([attachment()], { remove, restore })
    fireEvent.click(await screen.findByRole('button', { name: '删除「合同.pdf」' }))
    fireEvent.click(await screen.findByRole('button', { name: /撤\s*销/ }))
    await waitFor(() => expect(restore).toHaveBeenCalled())
    expect(remove).toHaveBeenCalled()
  })
})

const change = (key: string, more: Partial<HistoryRow>): HistoryRow => ({
  key,
  at: '2026-11-22T04:00:00.000Z',
  actor: '王芳',
  action: 'update',
  entity: 'account',
  entityUid: 'a',
  summary: 'KH1 某公司',
  field: '',
  label: '',
  old: null,
  new: null,
  erased: false,
  ...more,
})

describe('the change history', () => {
  it('tells fields in words, the fields of one entry together, and erased values as erased', async () => {
    const rows = [
      change('9.0', { field: 'creditLimitFen', old: 100, new: 123_456 }),
      change('9.1', { field: 'custom.x', label: '包装要求', old: '', new: '木箱' }),
      change('8', { erased: true }),
    ]
    const { container } = renderScreen(<ChangeHistory subject={{ accountId: 1 }} title="某公司" />, {
      ...place,
      api: { history: { changes: () => ({ rows, total: 3, fields: ['account.creditLimitFen'], actors: ['王芳'] }) } },
    })
    await screen.findByText('内容已依法删除')
    const entries = container.querySelectorAll('.history-list > li')
    expect(entries).toHaveLength(2)
    expect(entries[0]?.textContent).toContain('信用额度1.00 → 1,234.56')
    expect(entries[0]?.textContent).toContain('包装要求空 → 木箱')
    expect(entries[1]?.textContent).toContain('内容已依法删除')
  })
})

const event = (key: string, more: Partial<TimelineEvent>): TimelineEvent => ({
  key,
  at: '2026-11-22T04:00:00.000Z',
  day: null,
  kind: 'import',
  code: 'import.waybills',
  params: { count: 3 },
  text: `文件 ${key}`,
  actor: '王芳',
  link: null,
  entity: '',
  changes: [],
  note: null,
  ...more,
})

describe('the timeline', () => {
  const choices = () => ({ kinds: ['call', 'import'], actors: ['王芳'] })

  it('stands under days, folds long runs, and goes on where it is asked to', async () => {
    const imports = Array.from({ length: 6 }, (_, at) => event(`import:${at}`, {}))
    const note = {
      uid: 'n1',
      version: 1,
      kind: 'call',
      happenedOn: '2026-11-20',
      withWhom: '陈',
      text: '谈价格',
    } as const
    const call = event('note:1', {
      kind: 'call',
      code: 'noteWith',
      params: { kind: 'call', whom: '陈' },
      day: '2026-11-20',
      text: '谈价格',
      note,
    })
    const events = vi.fn<(input: { cursor?: string }) => object>(({ cursor }) =>
      cursor === undefined ? { rows: [...imports, call], next: 'more' } : { rows: [event('import:x', {})], next: null },
    )
    renderScreen(<TimelineTab accountId={1} readOnly={false} />, { ...place, api: { timeline: { events, choices } } })
    expect(await screen.findByRole('heading', { name: '2026-11-22' })).toBeTruthy()
    expect(screen.getAllByText('导入运单 3 票')).toHaveLength(3)
    fireEvent.click(screen.getByRole('button', { name: '还有 3 条导入，展开' }))
    expect(screen.getAllByText('导入运单 3 票')).toHaveLength(6)
    const day = screen.getByRole('heading', { name: '2026-11-20' }).parentElement
    expect(within(day ?? document.body).getByText('电话 · 陈')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '更早的记录' }))
    expect(await screen.findByText('没有更早的记录了')).toBeTruthy()
    expect(events).toHaveBeenLastCalledWith(expect.objectContaining({ cursor: 'more' }), expect.anything())
  })

  it('that is empty offers the first note', async () => {
    renderScreen(<TimelineTab accountId={1} readOnly={false} />, {
      ...place,
      api: { timeline: { events: () => ({ rows: [], next: null }), choices } },
    })
    expect(await screen.findByText('还没有任何记录')).toBeTruthy()
    fireEvent.click(screen.getAllByRole('button', { name: /记一笔/ })[0] ?? document.body)
    expect(await screen.findByText('记录一次沟通')).toBeTruthy()
  })
})
