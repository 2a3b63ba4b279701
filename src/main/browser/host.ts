import type { Host } from '#core/host'
import { chromiumPdf } from './chromium-pdf'
import { openWithDesktop } from './open-file'

/**
 * What a host without native dialogs gives the core: files pass through one-time tickets, the page itself shows what
 * there is to notify, and an installed browser prints.
 */
export function hostWithoutDialogs(kind: 'browser' | 'cli'): Host {
  return {
    kind,
    files: 'transfer',
    chooseFile: async () => null,
    saveFile: async () => null,
    makePdf: (html) => chromiumPdf(html),
    openFile: async (path, options) => openWithDesktop(path, options?.warned ?? false),
    notify: () => undefined,
  }
}
