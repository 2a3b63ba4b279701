import { app, session } from 'electron'
import { desktopOrigin } from '#shared/contract/desktop'

/** True for addresses of the program's own page. */
export function isProgramAddress(address: string): boolean {
  return address.startsWith(`${desktopOrigin}/`)
}

/** The one thing the page may: put a text on the clipboard when somebody presses its copy button. */
function mayWriteClipboard(permission: string, address: string): boolean {
  return permission === 'clipboard-sanitized-write' && isProgramAddress(address)
}

/**
 * Electron's security check list, as far as it is not in the window's own settings: pages go nowhere else, open no
 * windows, get no permission but to copy text, load nothing from any other address and save nothing by themselves.
 */
export function denyEverythingElse(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((contents, permission, answer) => {
    answer(mayWriteClipboard(permission, contents.getURL()))
  })
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) => mayWriteClipboard(permission, origin))
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isProgramAddress(details.url) && !details.url.startsWith('devtools:') })
  })
  defaultSession.on('will-download', (event) => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isProgramAddress(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
