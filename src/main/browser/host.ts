import type { Host } from '#core/host'
import { chromiumPdf } from './chromium-pdf'

/**
 * What a host without native dialogs gives the core: files pass through one-time tickets, the page itself shows what
 * there is to notify, and an installed browser prints.
 */
export function hostWithoutDialogs(kind: 'browser' | 'cli'): Host {
  return {
    kind,
    desktop: null,
    makePdf: (html) => chromiumPdf(html),
    notify: () => undefined,
  }
}
