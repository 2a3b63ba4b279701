import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron, chromium, type BrowserContext, type Page } from '@playwright/test'
import { onTestFinished } from 'vitest'
import { findChromium, quietFlags } from '../../../src/main/browser/find-chromium'
import { tempFolder } from '../temp-folder'

/** The built desktop program, driven from outside: by real Electron where its binary is, by the stand-in elsewhere. */
export interface Desktop {
  page: Page
  dataDir: string
  /** Real Electron, or the stand-in. */
  real: boolean
  /** What the user will choose in the next file dialog; nothing closes it. */
  willChoose(...paths: string[]): Promise<void>
  willSave(path: string | null): Promise<void>
  /** Closes the window as its user would and waits for the program to end. */
  close(): Promise<void>
}

export const entry = join('out', 'main', 'electron.js')
const hooks = pathToFileURL(join(import.meta.dirname, 'stand-in', 'hooks.mjs')).href

export async function startDesktop(dataDir = join(tempFolder(), 'book')): Promise<Desktop> {
  const electron = installedElectron()
  return electron ? startReal(electron, dataDir) : startStandIn(dataDir)
}

export function installedElectron(): string | null {
  const record = join('node_modules', 'electron', 'path.txt')
  if (!existsSync(record)) return null
  const path = join('node_modules', 'electron', 'dist', readFileSync(record, 'utf8'))
  return existsSync(path) ? path : null
}

async function startReal(executablePath: string, dataDir: string): Promise<Desktop> {
  const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = await _electron.launch({ executablePath, args: [...root, '.', '--data', dataDir] })
  onTestFinished(() => program.close())
  const page = await program.firstWindow()
  await page.waitForLoadState('load')
  return {
    page,
    dataDir,
    real: true,
    willChoose: (...paths) =>
      program.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
      }, paths),
    willSave: (path) =>
      program.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
      }, path),
    close: async () => {
      const ended = program.waitForEvent('close')
      await page.close()
      await ended
    },
  }
}

/** What a stand-in program said and how it ended. */
export interface StandInRun {
  child: ChildProcess
  reports: Record<string, unknown>[]
  ended: Promise<number | null>
  output(): string
}

/** A Chromium of this test for the windows of stand-in programs. */
export async function windowBrowser(): Promise<{ context: BrowserContext; endpoint: string }> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium, Edge or Chrome is installed; npm test says how to get one.')
  const profile = tempFolder()
  const args = [...quietFlags(), '--disable-gpu', '--remote-debugging-port=0']
  const context = await chromium.launchPersistentContext(profile, { executablePath, args })
  onTestFinished(() => context.close())
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  return { context, endpoint: `http://127.0.0.1:${port}` }
}

export function runStandIn(dataDir: string, endpoint: string): StandInRun {
  const child = fork(entry, ['--data', dataDir], {
    execArgv: ['--import', hooks],
    env: { ...process.env, STAND_IN_BROWSER: endpoint },
    silent: true,
  })
  let output = ''
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr?.on('data', (text: Buffer) => (output += text.toString()))
  const reports: Record<string, unknown>[] = []
  child.on('message', (report: Record<string, unknown>) => reports.push(report))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return { child, reports, ended, output: () => output }
}

async function startStandIn(dataDir: string): Promise<Desktop> {
  const { context, endpoint } = await windowBrowser()
  const opened = context.waitForEvent('page')
  const run = runStandIn(dataDir, endpoint)
  const failed = run.ended.then((code) => {
    throw new Error(`the program ended with ${code}: ${JSON.stringify(run.reports)}\n${run.output()}`)
  })
  const page = await Promise.race([opened, failed])
  await Promise.race([page.waitForURL(/yike\.test/), failed])
  await page.waitForLoadState('load')
  failed.catch(() => undefined)
  return {
    page,
    dataDir,
    real: false,
    willChoose: async (...open) => void run.child.send({ open }),
    willSave: async (save) => void run.child.send({ save }),
    close: async () => {
      await page.close()
      await run.ended
    },
  }
}
