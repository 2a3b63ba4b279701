import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Pdf {
  pages: number
  /** Points, 1/72 inch, of the first page. */
  width: number
  height: number
  /** Null where the machine has no pdftotext. */
  text: string | null
}

/** A printed paper read back; Chromium leaves the page objects of its PDFs uncompressed. */
export function readPdf(path: string): Pdf {
  const source = readFileSync(path).toString('latin1')
  if (!source.startsWith('%PDF-')) throw new Error('this is no PDF')
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(source)
  return {
    pages: source.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    width: Number(box?.[1]),
    height: Number(box?.[2]),
    text: textOf(path),
  }
}

function textOf(path: string): string | null {
  try {
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  }
}
