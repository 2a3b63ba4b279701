/** What the desktop host's preload shows the page: facts, no functions. */
export interface DesktopFacts {
  platform: string
  /** Versions for the about box. */
  electron: string
  chromium: string
}

/** With this message the page hands the preload one end of a channel; the preload passes it on to the core's host. */
export const connectMessage = 'yike:connect'

/** The desktop program's own address. */
export const desktopOrigin = 'yike://app'
