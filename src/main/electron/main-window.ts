import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { desktopOrigin } from '#shared/contract/desktop'
import { windowPlace } from './window-place'

export interface MainWindowOptions {
  preload: string
  /** Where the window's place is remembered. */
  ownFolder: string
}

/** The program's window where it was last time; shown when its page has drawn itself. */
export function createMainWindow({ preload, ownFolder }: MainWindowOptions): BrowserWindow {
  const memory = join(ownFolder, 'window.json')
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const place = windowPlace(readText(memory), screens)
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    title: '驿客 Yike',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    const seen = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    writeFileSync(memory, JSON.stringify(seen))
  })
  void window.loadURL(`${desktopOrigin}/index.html`)
  return window
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
