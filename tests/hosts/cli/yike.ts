import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Said {
  exit: number | null
  out: string
  error: string
}

/** Runs the built command line on a book. */
export function yike(dataDir: string, ...args: string[]): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join('out', 'main', 'cli.js'), ...args, '--data', dataDir])
    const said = { out: '', error: '' }
    child.stdout.on('data', (text: Buffer) => (said.out += text.toString()))
    child.stderr.on('data', (text: Buffer) => (said.error += text.toString()))
    child.on('close', (exit) => resolve({ exit, ...said }))
  })
}

/** With `--json`: the one document on standard output. */
export async function yikeJson<T>(dataDir: string, ...args: string[]): Promise<T> {
  const { exit, out, error } = await yike(dataDir, ...args, '--json')
  if (exit !== 0) throw new Error(`exit ${exit}: ${error}`)
  return JSON.parse(out) as T
}
