import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { ImportCounts, ImportOptions, Inspection, Preview } from '#shared/contract/imports'
import Imports from '../../../src/renderer/features/imports/index'
import { jobEvents, refusal, renderScreen, type FakeApi } from '../support/screen'

const noCounts: ImportCounts = {
  read: 0,
  imported: 0,
  updated: 0,
  rejected: 0,
  duplicates: 0,
  skipped: 0,
  unmatched: 0,
  unrated: 0,
}

const inspection: Inspection = {
  sheets: [
    { name: '订单明细', hidden: false, rows: 12, fit: 1 },
    { name: '核算标准', hidden: false, rows: 30, fit: 0.1 },
  ],
  sheet: '订单明细',
  headerRow: 3,
  columns: [
    { index: 0, header: '快递单号', samples: ['7312000001'], unit: null },
    { index: 1, header: '寄件日期', samples: ['2026-03-01'], unit: null },
    { index: 2, header: '重量', samples: ['1.2'], unit: 'kg' },
    { index: 3, header: '称重', samples: ['1.3'], unit: 'kg' },
  ],
  mapping: { number: 0, shippedOn: 1 },
  ambiguous: [{ field: 'actualWeight', columns: [2, 3] }],
  remembered: false,
  missing: [],
}

const preview: Preview = {
  rows: [
    { row: 4, action: 'import', cells: ['7312000001', '2026-03-01', '1.2', '1.3'] },
    { row: 5, action: 'reject', cells: ['7312000002', '2026-13-01', '1', '1'] },
  ],
  counts: { ...noCounts, read: 10, imported: 8, duplicates: 1, rejected: 1, skipped: 2, unmatched: 3 },
  problems: [
    {
      row: 5,
      column: '寄件日期',
      sheet: null,
      code: 'value.noSuchDay',
      params: {},
      severity: 'error',
      text: '没有“2026-13-01”这一天',
    },
  ],
  partial: false,
}

const batch = {
  batch: 7,
  kind: 'waybills' as const,
  file: '三月.xlsx',
  sheet: '订单明细',
  state: 'visible' as const,
  counts: preview.counts,
  at: '2026-04-01T02:00:00.000Z',
  seconds: 1.5,
  undone: false,
  actor: '王芳',
  problems: preview.problems,
  problemTotal: 1,
  problemCodes: [{ code: 'value.noSuchDay', count: 1, text: '没有这一天' }],
  sheets: [],
}

function open(imports: FakeApi['imports'], more: FakeApi = {}, at = '/imports/waybills') {
  return renderScreen(<Imports />, {
    api: { imports, waybills: { choices: () => ({ months: [], products: [], carriers: ['中通'] }) }, ...more },
    at,
    path: 'imports',
    uploadFile: (file) => Promise.resolve({ ticket: 'T1', name: file.name, bytes: file.size }),
  })
}

function drop(name: string) {
  const input = document.querySelector('input[type=file]')
  if (!input) throw new Error('no file input')
  fireEvent.change(input, { target: { files: [new File(['x'], name)] } })
}

async function choose(label: string, option: string) {
  fireEvent.mouseDown(screen.getByRole('combobox', { name: label }))
  fireEvent.click(await screen.findByText(option, { selector: '.ant-select-item-option-content *' }))
}

describe('import wizard', () => {
  it('asks for the ambiguous column, previews, imports and shows what became of the file', async () => {
    const previewed: ImportOptions[] = []
    const started = vi.fn<(input: ImportOptions) => { job: string }>(() => ({ job: 'J1' }))
    const view = open(
      {
        inspect: () => inspection,
        preview: (input: ImportOptions) => {
          previewed.push(input)
          return preview
        },
        start: started,
        batch: () => batch,
      },
      {
        jobs: {
          running: () => [],
          watch: () => jobEvents({ state: 'done', phase: 'finishing', done: 10, total: 10, result: { batch: 7 } }),
        },
      },
    )
    drop('三月.xlsx')
    const next = await screen.findByRole('button', { name: '下一步：预览' })
    expect(next.hasAttribute('disabled')).toBe(true)
    expect(screen.getByText('请先选定：实际重量')).toBeTruthy()
    await choose('实际重量', 'D 称重')
    await waitFor(() => expect(next.hasAttribute('disabled')).toBe(false))
    fireEvent.click(next)

    expect(
      await screen.findByText(/文件共 10 行数据：新增 8 条；1 条与已有内容完全相同，跳过；1 条有问题，不导入/),
    ).toBeTruthy()
    expect(screen.getByText('3 条暂时找不到客户，导入后在「未匹配」里处理')).toBeTruthy()
    expect(previewed[0]).toMatchObject({
      ticket: 'T1',
      sheet: '订单明细',
      mapping: { number: 0, shippedOn: 1, actualWeight: 3 },
      conflicts: 'keep',
    })
    const faulty = screen.getByText('2026-13-01', { selector: 'td' })
    expect(faulty.className).toContain('cell-faulty')
    expect(faulty.getAttribute('title')).toBe('没有“2026-13-01”这一天')

    fireEvent.click(screen.getByRole('button', { name: '导入 8 条' }))
    expect(await screen.findByText('处理未匹配的 3 条')).toBeTruthy()
    expect(started.mock.calls[0]?.[0]).toMatchObject({ ticket: 'T1', mapping: { actualWeight: 3 } })
    expect(view.address()).toBe('/imports/waybills?batch=7')
    expect(screen.getByText('下载拒收清单')).toBeTruthy()
    expect(screen.getByText('撤销这批')).toBeTruthy()
  })

  it('previews again with what the clerk decides about conflicts, and imports the same', async () => {
    const policies: string[] = []
    open({
      inspect: () => ({ ...inspection, ambiguous: [] }),
      preview: (input: ImportOptions) => {
        policies.push(input.conflicts)
        return input.conflicts === 'keep' ? preview : { ...preview, counts: { ...preview.counts, updated: 4 } }
      },
    })
    drop('三月.csv')
    fireEvent.click(await screen.findByRole('button', { name: '下一步：预览' }))
    await screen.findByRole('button', { name: '导入 8 条' })
    fireEvent.click(screen.getByLabelText('用文件里的内容更新'))
    expect(await screen.findByRole('button', { name: '导入 12 条' })).toBeTruthy()
    expect(policies).toEqual(['keep', 'update'])
  })

  it('blocks while a required field has no column and says which', async () => {
    open({ inspect: () => ({ ...inspection, mapping: { number: 0 }, ambiguous: [] }) })
    drop('三月.xls')
    expect(await screen.findByText('还没有对应：寄件日期')).toBeTruthy()
    expect(screen.getByRole('button', { name: '下一步：预览' }).hasAttribute('disabled')).toBe(true)
  })

  it('reads the file again where the clerk names another header row or sheet', async () => {
    const asked: unknown[] = []
    open({
      inspect: (input: { sheet?: string; headerRow?: number }) => {
        asked.push({ sheet: input.sheet, headerRow: input.headerRow })
        return { ...inspection, ambiguous: [], headerRow: input.headerRow ?? null }
      },
    })
    drop('三月.xlsx')
    expect(await screen.findByText('没有找到表头。请填写表头在第几行。')).toBeTruthy()
    const row = screen.getByRole('spinbutton', { name: '表头在第几行' })
    fireEvent.change(row, { target: { value: '5' } })
    fireEvent.blur(row)
    await waitFor(() => expect(asked).toContainEqual({ sheet: undefined, headerRow: 5 }))
    await waitFor(() => expect(screen.queryByText('没有找到表头。请填写表头在第几行。')).toBeNull())
  })

  it('says what is wrong with a file and keeps the field to choose another', async () => {
    open({ inspect: () => Promise.reject(refusal('file-encrypted', { file: '三月.xlsx' })) })
    drop('三月.xlsx')
    expect(await screen.findByText(/有打开密码/)).toBeTruthy()
    expect(document.querySelector('input[type=file]')).toBeTruthy()
  })

  it('does not import where nothing would come in', async () => {
    open({
      inspect: () => ({ ...inspection, ambiguous: [] }),
      preview: () => ({ ...preview, counts: { ...noCounts, read: 10, duplicates: 10 } }),
    })
    drop('三月.xlsx')
    fireEvent.click(await screen.findByRole('button', { name: '下一步：预览' }))
    expect(await screen.findByText(/没有可以导入的行/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '导入 0 条' }).hasAttribute('disabled')).toBe(true)
  })

  it('skips the columns of a price workbook and names sheet and cell of a problem', async () => {
    const asked: ImportOptions[] = []
    open(
      {
        preview: (input: ImportOptions) => {
          asked.push(input)
          return {
            rows: [],
            counts: { ...noCounts, read: 1, rejected: 1 },
            problems: [{ ...preview.problems[0], row: 5, column: 'C5', sheet: '价格', text: '价格“x”无法识别' }],
            partial: false,
          }
        },
      },
      {},
      '/imports/prices',
    )
    drop('报价.xlsx')
    expect(await screen.findByText('工作表「价格」 C5 格')).toBeTruthy()
    expect(screen.queryByText('对应列')).toBeNull()
    fireEvent.click(screen.getByLabelText('导入后立即生效'))
    await waitFor(() => expect(asked.at(-1)?.approve).toBe(true))
  })

  it('finds a running import again after a reload and cancels it', async () => {
    const cancelled = vi.fn<() => object>(() => ({}))
    let end: () => void = () => undefined
    const ended = new Promise<void>((resolve) => (end = resolve))
    async function* watch() {
      yield { state: 'running', phase: 'importing', done: 5000, total: 20000 }
      await ended
      yield { state: 'cancelled', phase: 'importing', done: 5000, total: 20000 }
    }
    const view = open(
      {},
      {
        jobs: {
          running: () => [{ job: 'J9', kind: 'import', phase: 'importing', done: 5000, total: 20000 }],
          watch,
          cancel: cancelled,
        },
      },
    )
    expect(await screen.findByText('5,000 / 20,000')).toBeTruthy()
    expect(view.address()).toBe('/imports/waybills?job=J9')
    fireEvent.click(within(screen.getByRole('status')).getByRole('button'))
    await waitFor(() => expect(cancelled).toHaveBeenCalled())
    end()
    expect(await screen.findByText('已取消，没有留下任何数据。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '上一步' })).toBeTruthy()
  })

  it('speaks English', async () => {
    renderScreen(<Imports />, { api: { imports: {} }, at: '/imports/accounts', path: 'imports', locale: 'en' })
    expect(await screen.findByRole('heading', { name: 'Import customers' })).toBeTruthy()
    expect(screen.getByText('Download a sample')).toBeTruthy()
  })
})
