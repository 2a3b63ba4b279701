import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { createCore, type Core } from '#core/core'
import { translate } from '#shared/i18n/index'
import { dataDirOf } from '../browser/data-dir'
import { refusalText } from '../cli/refusal-text'
import { desktopHost } from './desktop-host'
import { setMenu } from './menu'
import { allowProgramScheme, servePage } from './page-protocol'
import { carryCalls } from './port-bridge'
import { denyEverythingElse } from './security'
import { createMainWindow } from './main-window'

/**
 * The desktop program: one window on one book. A second start for the same book brings the first one's window to the
 * front. `--data DIR` names the book's folder.
 */
export function startDesktop(args: string[], programFolder: string): void {
  const dataDir = dataDirOf(namedDataDir(args))
  const ownFolder = join(dataDir, 'desktop')
  mkdirSync(ownFolder, { recursive: true })
  // Electron's own files, and with them the single-instance lock, belong to the book.
  app.setPath('userData', ownFolder)
  app.setAppUserModelId('cn.yike.desktop')
  app.enableSandbox()
  allowProgramScheme()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app
    .whenReady()
    .then(() => open(dataDir, ownFolder, programFolder))
    .catch((cause: unknown) => {
      dialog.showErrorBox(translate('zh-CN', 'shell:appName'), refusalText(cause, 'zh-CN'))
      app.exit(1)
    })
}

async function open(dataDir: string, ownFolder: string, programFolder: string): Promise<void> {
  let window: BrowserWindow | null = null
  const core = await createCore({ dataDir, host: desktopHost(() => window), workerDir: programFolder })
  closeWithProgram(core)
  denyEverythingElse()
  servePage(join(programFolder, '../renderer'), core.files)
  carryCalls(core)
  setMenu('zh-CN')
  window = createMainWindow({ preload: join(programFolder, '../preload/preload.cjs'), ownFolder })
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
}

/** The book is closed before the program ends, whichever way it was told to. */
function closeWithProgram(core: Core): void {
  app.once('will-quit', (event) => {
    event.preventDefault()
    void core.close().finally(() => app.exit(0))
  })
}

function namedDataDir(args: string[]): string | undefined {
  const at = args.indexOf('--data')
  if (at >= 0) return args[at + 1]
  return args.find((arg) => arg.startsWith('--data='))?.slice('--data='.length)
}
