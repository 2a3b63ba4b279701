import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './session'

let made: string | null = null

/** A fresh copy of the demonstration book; made once by the command line, then copied. */
export function demoBook(): string {
  if (made === null) {
    const folder = temporaryFolder()
    execFileSync(process.execPath, [join('out', 'main', 'cli.js'), '--data', folder, 'demo'], { stdio: 'ignore' })
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    made = folder
  }
  const copy = temporaryFolder()
  cpSync(made, copy, { recursive: true })
  return copy
}
