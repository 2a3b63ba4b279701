import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { protocol } from 'electron'
import { desktopOrigin } from '#shared/contract/desktop'
import { pageFile, pageHeaders } from '../browser/page-files'
import { receiveUpload, type FilePassage } from '../browser/transfer'

const scheme = 'yike'

/** Makes `yike://` an origin like a web site's. Must be called before Electron is ready. */
export function allowProgramScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** Serves the built page under `yike://app/`, and takes the bytes of files dropped on it. */
export function servePage(folder: string, files: FilePassage): void {
  protocol.handle(scheme, async (request) => {
    if (!request.url.startsWith(`${desktopOrigin}/`)) return new Response(null, { status: 404 })
    const { pathname } = new URL(request.url)
    const upload = /^\/files\/(\w+)$/.exec(pathname)?.[1]
    if (request.method === 'POST' && upload !== undefined) return answerUpload(files, upload, request)
    const file = request.method === 'GET' ? await pageFile(folder, pathname) : null
    if (!file) return new Response(null, { status: 404, headers: pageHeaders })
    return new Response(file.body, { headers: { ...pageHeaders, 'content-type': file.type } })
  })
}

async function answerUpload(files: FilePassage, upload: string, request: Request): Promise<Response> {
  const bytes = request.body ? Readable.fromWeb(request.body as ReadableStream) : Readable.from([])
  const { status, body } = await receiveUpload(files, upload, bytes)
  return Response.json(body, { status, headers: pageHeaders })
}
