import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ChosenFile } from '#shared/contract/files'
import { Refused } from '#core/refused'
import { pageHeaders } from './page-files'

/** The passage of files the core opens by one-time tickets. */
export interface FilePassage {
  receive(upload: string, body: Readable): Promise<ChosenFile>
  collect(download: string): { path: string; name: string; done(): void } | null
}

/** Takes the bytes of a prepared upload; answers with the file's ticket, or with the refusal and status 422. */
export async function receiveUpload(files: FilePassage, upload: string, body: Readable) {
  try {
    return { status: 200, body: await files.receive(upload, body) }
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause
    return { status: 422, body: { code: cause.code, params: cause.params, field: cause.field } }
  }
}

/** Answers POST /files/<upload>. */
export async function answerUpload(
  files: FilePassage,
  upload: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { status, body } = await receiveUpload(files, upload, request)
  // A refused body may still be arriving: the connection is not used again.
  if (status !== 200) response.setHeader('connection', 'close')
  response.writeHead(status, { ...pageHeaders, 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

/** Answers GET /files/<download> with the file under its own name, whatever its characters (RFC 5987). */
export async function answerDownload(files: FilePassage, download: string, response: ServerResponse) {
  const file = files.collect(download)
  if (!file) {
    response.writeHead(404, pageHeaders).end()
    return
  }
  try {
    const { size } = await stat(file.path)
    response.writeHead(200, {
      ...pageHeaders,
      'content-type': 'application/octet-stream',
      'content-length': size,
      'content-disposition': attachment(file.name),
    })
    await pipeline(createReadStream(file.path), response)
  } finally {
    file.done()
  }
}

/** `attachment` with an ASCII name for old programs and the real one beside it. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const real = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${real}`
}
