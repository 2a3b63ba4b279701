import { randomUUID } from 'node:crypto'
import { BrowserWindow, session, type Session } from 'electron'
import { Refused } from '#core/refused'
import { selfContained } from '../browser/print-policy'

const timeLimitMilliseconds = 60_000
const address = 'yike://print/'

const documents = new Map<string, string>()
let printing: Session | undefined

/**
 * Prints a complete HTML document through a hidden window: sandboxed, without preload and scripts, in a session of its
 * own that reaches no address but the document's. Page size and furniture come from the document's CSS.
 * @throws Refused `pdf-failed`
 */
export async function windowPdf(html: string): Promise<Uint8Array> {
  const id = randomUUID()
  documents.set(id, selfContained(html))
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      javascript: false,
    },
  })
  const limit = Promise.withResolvers<never>()
  const timer = setTimeout(() => limit.reject(new Error('time limit')), timeLimitMilliseconds)
  try {
    return await Promise.race([print(window, id), limit.promise])
  } catch (cause) {
    throw new Refused('pdf-failed', { why: cause instanceof Error ? cause.message : String(cause) })
  } finally {
    clearTimeout(timer)
    documents.delete(id)
    window.destroy()
  }
}

async function print(window: BrowserWindow, id: string): Promise<Uint8Array> {
  await window.loadURL(address + id)
  return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false })
}

/** In memory, made at the first print and used by all. */
function printSession(): Session {
  if (printing) return printing
  printing = session.fromPartition('print')
  printing.protocol.handle('yike', (request) => {
    const html = documents.get(request.url.slice(address.length))
    return new Response(html ?? null, {
      status: html === undefined ? 404 : 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
  })
  printing.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !details.url.startsWith(address) && !details.url.startsWith('data:') })
  })
  return printing
}
