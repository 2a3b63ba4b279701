import { app, session } from 'electron'
import { desktopOrigin } from '#shared/contract/desktop'

/** True for addresses of the program's own page. */
export function isProgramAddress(address: string): boolean {
  return address.startsWith(`${desktopOrigin}/`)
}

/**
 * Electron's security check list, as far as it is not in the window's own settings: pages go nowhere else, open no
 * windows, get no permissions, load nothing from any other address and save nothing by themselves.
 */
export function denyEverythingElse(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
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
