import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { chromiumPdf } from '../../../src/main/browser/chromium-pdf'
import { tempFolder } from '../temp-folder'

const paper = (body: string) => `<!doctype html><html><head><meta charset="utf-8"><style>
  @page { size: A4; margin: 20mm; @bottom-center { content: '第 ' counter(page) ' / ' counter(pages) ' 页' } }
  section + section { break-before: page }
</style></head><body>${body}</body></html>`

test('prints A4 pages with their own numbers', async () => {
  const pdf = await chromiumPdf(paper('<section>大客户计划</section><section>第二页</section>'))
  const text = Buffer.from(pdf).toString('latin1')
  expect(text.slice(0, 5)).toBe('%PDF-')
  expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2)
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []
  expect(Number(width)).toBeCloseTo(595, -1)
  expect(Number(height)).toBeCloseTo(842, -1)
})

test('a document runs no scripts and reaches no address', async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked++
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await chromiumPdf(
    paper(`<img src="${address}/a.png"><link rel="stylesheet" href="${address}/a.css"><iframe src="${address}"></iframe>
      <script>new Image().src = '${address}/script.png'</script>`),
  )
  expect(asked).toBe(0)
})

test('no browser and a browser that fails are different refusals', async () => {
  await expect(chromiumPdf('<p>x</p>', null)).rejects.toMatchObject({ code: 'no-pdf-printer' })
  const broken = join(tempFolder(), 'broken-browser')
  writeFileSync(broken, '#!/bin/sh\nexit 3\n', { mode: 0o755 })
  await expect(chromiumPdf('<p>x</p>', broken)).rejects.toMatchObject({
    code: 'pdf-failed',
    params: { why: 'exit code 3' },
  })
})

test('nothing is left behind in the temporary folder', async () => {
  const folder = tempFolder()
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  onTestFinished(() => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  })
  await chromiumPdf(paper('x'))
  expect(execFileSync('find', [folder, '-name', 'yike-print-*']).toString()).toBe('')
})
