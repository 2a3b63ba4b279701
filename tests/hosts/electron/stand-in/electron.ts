import type Electron from 'electron'
import { nextChosen, nextSaved, report } from './control'
import type { BrowserWindow as Window } from './window'

/** The part of Electron the desktop program uses, over a real Chromium. Each piece is checked against Electron's types. */

export { app } from './app'
export { ipcMain } from './ports'
export { protocol, session } from './session'
export { BrowserWindow } from './window'

type Owned<Options> = [Window, Options] | [Options]

export const dialog = {
  showOpenDialog: async (...args: Owned<Electron.OpenDialogOptions>): Promise<Electron.OpenDialogReturnValue> => {
    report('open', { options: args.at(-1) })
    const filePaths = nextChosen()
    return { canceled: filePaths.length === 0, filePaths }
  },
  showSaveDialog: async (...args: Owned<Electron.SaveDialogOptions>): Promise<Electron.SaveDialogReturnValue> => {
    report('save', { options: args.at(-1) })
    const path = nextSaved()
    return { canceled: path === null, filePath: path ?? '' }
  },
  showErrorBox: (title: string, content: string) => report('error-box', { title, content }),
} satisfies { showErrorBox: Electron.Dialog['showErrorBox'] } & Record<'showOpenDialog' | 'showSaveDialog', unknown>

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: unknown) => report('menu', { menu }),
}

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
} satisfies { getAllDisplays(): Pick<Electron.Display, 'workArea'>[] }

export const shell = {
  openPath: async (path: string) => {
    report('open-path', { path })
    return ''
  },
} satisfies Pick<Electron.Shell, 'openPath'>

export class Notification {
  readonly #options: Electron.NotificationConstructorOptions

  constructor(options: Electron.NotificationConstructorOptions) {
    this.#options = options
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    report('notification', this.#options)
  }
}
