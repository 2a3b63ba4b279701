import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/**
 * What a page of the program may do: its own scripts, styles and calls, nothing from elsewhere. Styles are inline
 * because the component library writes them as elements.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers of every answer that reaches a page, in both hosts with a window. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

export interface PageFile {
  body: Buffer<ArrayBuffer>
  type: string
}

/**
 * A file of the built page by the path of its address. A path without extension is a place inside the program and
 * gets the page itself. Null: no such file, or a path that leaves the folder.
 */
export async function pageFile(folder: string, pathname: string): Promise<PageFile | null> {
  const wanted = decoded(pathname)
  if (wanted === null || wanted.includes('\0')) return null
  const path = normalize(join(folder, extname(wanted) === '' ? 'index.html' : wanted))
  const type = types[extname(path)]
  if (!path.startsWith(normalize(folder + sep)) || type === undefined) return null
  try {
    return { body: (await readFile(path)) as Buffer<ArrayBuffer>, type }
  } catch {
    return null
  }
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
