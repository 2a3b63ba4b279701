import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Presence } from '../../../src/main/browser/presence'
import { serve } from '../../../src/main/browser/server'
import { smallCore } from '../small-core'
import { tempFolder } from '../temp-folder'

async function served(graceMilliseconds = 50) {
  const folder = tempFolder()
  const pageFolder = join(folder, 'page')
  mkdirSync(join(pageFolder, 'assets'), { recursive: true })
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(pageFolder, 'assets', 'app.js'), 'export {}')
  writeFileSync(join(folder, 'secret.json'), '{}')
  const core = smallCore(folder)
  const deserted = vi.fn<() => void>()
  const failures: unknown[] = []
  const server = await serve({
    core,
    pageFolder,
    presence: new Presence(graceMilliseconds, deserted),
    port: 0,
    onFailure: (cause) => failures.push(cause),
  })
  onTestFinished(() => server.close())
  const origin = `http://127.0.0.1:${server.port}`
  const bearer = { authorization: `Bearer ${server.access.token}` }
  return { folder, core, server, origin, bearer, deserted, failures }
}

/** A raw request: fetch would set the Host header itself. */
function raw(port: number, path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
    })
    call.on('error', reject)
    call.end()
  })
}

const rooms = ['/', '/assets/app.js', '/rpc/system/preferences', '/files/x', '/presence', '/open', '/open?key=x']

test.each(rooms)('%s without a token answers 401 and nothing of the program', async (path) => {
  const { origin } = await served()
  const response = await fetch(origin + path)
  expect(response.status).toBe(401)
  expect(await response.text()).toContain('请重新启动驿客')
})

test.each([
  ['a foreign Host', { host: 'evil.example' }],
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['the browser of another site', { 'sec-fetch-site': 'cross-site' }],
])('%s is refused with the token too', async (_name, headers) => {
  const { server, bearer } = await served()
  expect((await raw(server.port, '/', { ...bearer, ...headers })).status).toBe(403)
  expect((await raw(server.port, '/rpc/system/preferences', { ...bearer, ...headers }, 'POST')).status).toBe(403)
})

test('a foreign Host cannot even open a session', async () => {
  const { server } = await served()
  const path = new URL(server.address('token')).pathname + new URL(server.address('token')).search
  expect((await raw(server.port, path, { host: `evil.example:${server.port}` })).status).toBe(403)
})

test('the address opens a session in a cookie that scripts and other sites cannot use', async () => {
  const { server, origin } = await served()
  const opened = await fetch(server.address('code'))
  const cookie = opened.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^yike-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  expect(cookie).not.toContain(server.access.token)
  const page = await fetch(origin, { headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(await page.text()).toContain('<title>page</title>')
})

test('a one-time address opens once', async () => {
  const { server } = await served()
  const address = server.address('code')
  expect((await fetch(address)).status).toBe(200)
  expect((await fetch(address)).status).toBe(401)
})

test('every answer forbids caching, foreign content and framing', async () => {
  const { origin, bearer } = await served()
  for (const path of ['/', '/assets/app.js', '/missing.js', '/rpc/system/preferences']) {
    const { headers } = await fetch(origin + path, { headers: bearer })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
  }
})

test.each([
  '/../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '/assets/..%5c..%5c..%5csecret.json',
  '/%00.js',
  '/%zz.js',
])('nothing outside the page is served: %s', async (path) => {
  const { server, bearer } = await served()
  const { status, body } = await raw(server.port, path, { ...bearer, host: `127.0.0.1:${server.port}` })
  expect(status).toBe(404)
  expect(body).not.toContain('{}')
})

test('places inside the program get the page; what is missing is missing', async () => {
  const { origin, bearer } = await served()
  expect(await (await fetch(`${origin}/accounts/7`, { headers: bearer })).text()).toContain('<title>page</title>')
  expect((await fetch(`${origin}/assets/old.js`, { headers: bearer })).status).toBe(404)
  expect((await fetch(origin, { method: 'PUT', headers: bearer })).status).toBe(405)
  expect((await fetch(`${origin}/rpc/no/such`, { method: 'POST', headers: bearer })).status).toBe(404)
})

test('a file goes in by its upload once, whole or not at all', async () => {
  const { core, origin, bearer } = await served()
  const bytes = Buffer.from('运单号,重量\n1,2\n')
  const upload = core.tickets.prepareUpload('三月 运单.csv', bytes.length, Date.now())
  const post = (address: string, body: Uint8Array<ArrayBuffer>) =>
    fetch(`${origin}/files/${address}`, { method: 'POST', headers: bearer, body })
  const chosen = (await (await post(upload, bytes)).json()) as { ticket: string; name: string; bytes: number }
  expect(chosen).toMatchObject({ name: '三月 运单.csv', bytes: bytes.length })
  expect(readFileSync(core.tickets.take(chosen.ticket).path)).toEqual(bytes)

  const again = await post(upload, bytes)
  expect([again.status, await again.json()]).toEqual([422, { code: 'ticket-expired', params: {} }])
  const short = core.tickets.prepareUpload('a.csv', bytes.length + 1, Date.now())
  expect(await (await post(short, bytes)).json()).toMatchObject({ code: 'file-damaged' })
})

test('a made file goes out once, under its Chinese name', async () => {
  const { folder, core, origin, bearer } = await served()
  const path = join(folder, 'made.xlsx')
  writeFileSync(path, 'workbook')
  const name = `客户(3月)'s "报表".xlsx`
  const download = core.tickets.prepareDownload(core.tickets.made(path, name).ticket)
  const first = await fetch(`${origin}/files/${download}`, { headers: bearer })
  const disposition = first.headers.get('content-disposition') ?? ''
  expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.%~!-]+$/)
  expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(name)
  expect(await first.text()).toBe('workbook')
  expect((await fetch(`${origin}/files/${download}`, { headers: bearer })).status).toBe(404)
})

test('a call larger than any the program makes is refused', async () => {
  const { origin, bearer } = await served()
  const body = JSON.stringify({ json: { key: 'big', value: 'x'.repeat(9 * 1024 * 1024) } })
  const headers = { ...bearer, 'content-type': 'application/json' }
  const answer = await fetch(`${origin}/rpc/system/setPreference`, { method: 'POST', headers, body }).catch(() => null)
  expect(answer?.status ?? 413).toBe(413)
})

test('the host is deserted when its last page has gone, and not while one is reloaded', async () => {
  const { origin, bearer, deserted } = await served(300)
  const open = async () => {
    const abort = new AbortController()
    await fetch(`${origin}/presence`, { headers: bearer, signal: abort.signal })
    return () => abort.abort()
  }
  const closeFirst = await open()
  const closeSecond = await open()
  closeFirst()
  closeSecond()
  const closeReloaded = await open()
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(deserted).not.toHaveBeenCalled()
  closeReloaded()
  await vi.waitFor(() => expect(deserted).toHaveBeenCalledOnce(), 5_000)
})
