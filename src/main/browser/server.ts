import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import type { AnyRouter } from '@orpc/server'
import type { CoreContext } from '#core/kernel'
import { Access, arrivalOf, refusals } from './access'
import { pageFile, pageHeaders } from './page-files'
import type { Presence } from './presence'
import { answerDownload, answerUpload, type FilePassage } from './transfer'

const largestCallBytes = 8 * 1024 * 1024

/** What of the core is served. */
export interface ServedCore {
  router: AnyRouter
  context: CoreContext
  files: FilePassage
}

export interface ServerOptions {
  core: ServedCore
  /** Folder of the built page. */
  pageFolder: string
  presence: Presence
  /** 0: any free port. */
  port: number
  /** Told about answers that broke off with an error nobody expected. */
  onFailure: (cause: unknown) => void
}

export interface LoopbackServer {
  port: number
  access: Access
  /** The address under which a page opens, with the token or with a one-time code. */
  address(kind: 'token' | 'code'): string
  close(): Promise<void>
}

/** Serves the page, the contract and the passage of files on 127.0.0.1 and nowhere else. */
export async function serve(options: ServerOptions): Promise<LoopbackServer> {
  const access = new Access()
  const calls = new RPCHandler(options.core.router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: largestCallBytes })],
  })
  const server = createServer((request, response) => {
    answer({ ...options, access, calls }, request, response).catch((cause: unknown) => {
      if (!isHangUp(cause)) options.onFailure(cause)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, pageHeaders).end()
    })
  })
  const port = await listen(server, options.port)
  access.port = port
  const origin = `http://127.0.0.1:${port}`
  return {
    port,
    access,
    address: (kind) =>
      kind === 'token' ? `${origin}/open?key=${access.token}` : `${origin}/open?code=${access.newCode()}`,
    close: () => close(server, options.presence),
  }
}

interface Served extends ServerOptions {
  access: Access
  calls: RPCHandler<CoreContext>
}

async function answer(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { access, core } = served
  const arrival = arrivalOf(request)
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (url.pathname === '/open' && request.method === 'GET') {
    const refused = access.judgeSource(arrival)
    if (refused) return turnAway(response, refusals[refused])
    return openPage(access, url, response)
  }
  const refused = access.judge(arrival)
  if (refused) return turnAway(response, refusals[refused])

  const [, room = '', rest = ''] = /^\/([^/]*)(?:\/(.*))?$/.exec(url.pathname) ?? []
  switch (`${request.method} ${room}`) {
    case 'GET presence':
      return served.presence.hold(response)
    case 'POST window':
      return answerJson(response, { code: access.newCode() })
    case 'POST files':
      return answerUpload(core.files, rest, request, response)
    case 'GET files':
      return answerDownload(core.files, rest, response)
  }
  if (room === 'rpc') {
    response.setHeaders(new Map(Object.entries(pageHeaders)))
    const { matched } = await served.calls.handle(request, response, { prefix: '/rpc', context: core.context })
    if (!matched) response.writeHead(404, pageHeaders).end()
    return
  }
  return answerPage(served.pageFolder, url.pathname, request, response)
}

/**
 * Puts the session into the cookie and goes on to the program. By a page of our own, not by a redirect: to a redirect
 * reached from another program's link the browser would not show a strict cookie.
 */
function openPage(access: Access, url: URL, response: ServerResponse): void {
  const session = access.openSession(url.searchParams)
  if (session === null) return turnAway(response, 401)
  response.writeHead(200, {
    ...pageHeaders,
    'content-type': 'text/html; charset=utf-8',
    'set-cookie': `${access.cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`,
  })
  response.end(
    '<!doctype html><title>驿客</title><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0;url=/">',
  )
}

async function answerPage(folder: string, pathname: string, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, pageHeaders).end()
    return
  }
  const file = await pageFile(folder, pathname)
  if (!file) {
    response.writeHead(404, pageHeaders).end()
    return
  }
  response.writeHead(200, { ...pageHeaders, 'content-type': file.type, 'content-length': file.body.length })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

function answerJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { ...pageHeaders, 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

/** The words are for a person who opened a stale bookmark. */
function turnAway(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end(
    '这个地址不能直接打开。请重新启动驿客，或使用启动时显示的完整地址。\n' +
      'This address cannot be opened directly. Start Yike again, or use the complete address it showed at start.\n',
  )
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve((server.address() as AddressInfo).port))
  })
}

async function close(server: Server, presence: Presence): Promise<void> {
  presence.close()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}

/** The other side went away in the middle of an answer: a closed window, a cancelled call. */
function isHangUp(cause: unknown): boolean {
  const codes = ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']
  return cause instanceof Error && 'code' in cause && codes.includes(String(cause.code))
}
