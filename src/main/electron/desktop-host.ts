import { copyFile, rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, Notification, shell } from 'electron'
import { translate } from '#shared/i18n/index'
import type { Host } from '#core/host'
import { Refused } from '#core/refused'
import { checkOpenable } from '../browser/open-file'
import { windowPdf } from './window-pdf'

/** The abilities of the desktop host. Dialogs belong to the program's window. */
export function desktopHost(window: () => BrowserWindow | null): Host {
  return {
    kind: 'electron',
    files: 'dialog',
    chooseFile: (options) => chooseFile(window(), options),
    saveFile: (options) => saveFile(window(), options),
    makePdf: windowPdf,
    chooseFiles: (options) => chooseFiles(window(), options),
    openFile: async (path, options) => {
      checkOpenable(path, options?.warned ?? false)
      const failure = await shell.openPath(path)
      if (failure) throw new Refused('file-unreadable', { file: path })
    },
    notify: ({ title, body }) => {
      if (Notification.isSupported()) new Notification({ title, body }).show()
    },
  }
}

async function chooseFile(
  window: BrowserWindow | null,
  { title, extensions }: { title: string; extensions: string[] },
) {
  const options: Electron.OpenDialogOptions = {
    title,
    properties: ['openFile'],
    filters: [{ name: translate('zh-CN', 'hosts:filter.tables'), extensions }],
  }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}

async function chooseFiles(window: BrowserWindow | null, { title }: { title: string }): Promise<string[]> {
  const options: Electron.OpenDialogOptions = { title, properties: ['openFile', 'multiSelections'] }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? [] : filePaths
}

async function saveFile(
  window: BrowserWindow | null,
  { source, suggestedName }: { source: string; suggestedName: string },
) {
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
    throw new Refused('file-unreadable', { file: target })
  }
}
