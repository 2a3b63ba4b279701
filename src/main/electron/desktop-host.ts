import { copyFile, rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, Notification, shell } from 'electron'
import { translate } from '#shared/i18n/index'
import type { Host, HostDesktop } from '#core/host'
import { Refused } from '#core/refused'
import { windowPdf } from './window-pdf'

/** The abilities of the desktop host. Dialogs belong to the program's window. */
export function desktopHost(window: () => BrowserWindow | null): Host {
  return {
    kind: 'electron',
    desktop: {
      chooseFiles: (options) => chooseFiles(window(), options),
      saveFile: (options) => saveFile(window(), options),
      openFile: async (path) => {
        const failure = await shell.openPath(path)
        if (failure) throw new Refused('file-unreadable', { file: path })
      },
    },
    makePdf: windowPdf,
    notify: ({ title, body }) => {
      if (Notification.isSupported()) new Notification({ title, body }).show()
    },
  }
}

async function chooseFiles(
  window: BrowserWindow | null,
  { title, extensions, several }: Parameters<HostDesktop['chooseFiles']>[0],
): Promise<string[]> {
  const options: Electron.OpenDialogOptions = {
    title,
    properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: extensions.length === 0 ? [] : [{ name: translate('zh-CN', 'hosts:filter.tables'), extensions }],
  }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? [] : filePaths
}

async function saveFile(
  window: BrowserWindow | null,
  { source, suggestedName }: Parameters<HostDesktop['saveFile']>[0],
): Promise<string | null> {
  const extension = extname(suggestedName).slice(1)
  const options: Electron.SaveDialogOptions = {
    title: translate('zh-CN', 'hosts:dialog.save'),
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters: extension === '' ? [] : [{ name: translate('zh-CN', 'hosts:filter.files'), extensions: [extension] }],
  }
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (canceled || !filePath) return null
  await copyWhole(source, filePath)
  return filePath
}

/** The user's old file stays until the new one is complete. */
async function copyWhole(source: string, target: string): Promise<void> {
  const part = `${target}.part`
  try {
    await copyFile(source, part)
    await rename(part, target)
  } catch {
    await rm(part, { force: true })
    throw new Refused('file-unwritable', { file: target })
  }
}
