import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refused } from '#core/refused'
import { findChromium, quietFlags } from './find-chromium'
import { selfContained } from './print-policy'

const timeLimitMilliseconds = 60_000

/** An address nobody answers: whatever a document might ask for, it leaves nowhere. */
const noNetwork = '--proxy-server=http://127.0.0.1:1'

/**
 * Prints a complete HTML document by an installed Chromium, Edge or Chrome without a window. Page size and page
 * furniture come from the document's own CSS (`@page` with margin boxes, Chromium 131 or newer).
 * @throws Refused `no-pdf-printer` if none is installed, `pdf-failed` if it did not print within a minute
 */
export async function chromiumPdf(html: string, chromium: string | null = findChromium()): Promise<Uint8Array> {
  if (chromium === null) throw new Refused('no-pdf-printer')
  const folder = await mkdtemp(join(tmpdir(), 'yike-print-'))
  try {
    const document = join(folder, 'document.html')
    const made = join(folder, 'document.pdf')
    await writeFile(document, selfContained(html))
    const failure = await runToEnd(chromium, [
      '--headless',
      '--disable-gpu',
      ...quietFlags(),
      noNetwork,
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      '--virtual-time-budget=10000',
      `--print-to-pdf=${made}`,
      pathToFileURL(document).href,
    ])
    const pdf = await readFile(made).catch(() => null)
    if (pdf === null) throw new Refused('pdf-failed', { why: failure ?? 'no file' })
    return pdf
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Null if the program ended well, otherwise how it ended. It leads a group of its own, so that none of it outlives the limit. */
function runToEnd(program: string, args: string[]): Promise<string | null> {
  const ownGroup = process.platform !== 'win32'
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: ownGroup, windowsHide: true })
    const limit = setTimeout(() => {
      if (ownGroup && child.pid) process.kill(-child.pid, 'SIGKILL')
      else child.kill('SIGKILL')
    }, timeLimitMilliseconds)
    const end = (failure: string | null) => {
      clearTimeout(limit)
      resolve(failure)
    }
    child.on('error', (cause) => end(cause.message))
    child.on('exit', (code, signal) =>
      end(code === 0 ? null : signal === 'SIGKILL' ? 'time limit' : `exit code ${code}`),
    )
  })
}
