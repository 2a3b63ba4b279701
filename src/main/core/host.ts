/** What a host gives the core. Everything else is core. */
export interface Host {
  kind: 'electron' | 'browser' | 'cli' | 'test'
  /** Native dialogs and programs; null where the page uploads and downloads through one-time tickets instead. */
  desktop: HostDesktop | null
  /**
   * Prints a complete HTML document (A4; page furniture by CSS paged media) to PDF bytes.
   * @throws Refused `no-pdf-printer` where nothing can print, `pdf-failed` where printing failed.
   */
  makePdf(html: string): Promise<Uint8Array>
  notify(message: { title: string; body: string }): void
}

/** What the user does in native dialogs, and with the programs of his desktop. */
export interface HostDesktop {
  /** Absolute paths of the chosen files; none if the user closed the dialog. Without extensions: of any kind. */
  chooseFiles(options: { title: string; extensions: string[]; several: boolean }): Promise<string[]>
  /**
   * Copies `source` to where the user says; the path, or null if he closed the dialog.
   * @throws Refused `file-unwritable`; a file that was there is then as it was
   */
  saveFile(options: { source: string; suggestedName: string }): Promise<string | null>
  /**
   * Opens a file with the program the user has for it; the caller has warned of what may run something.
   * @throws Refused `file-unreadable`
   */
  openFile(path: string): Promise<void>
}

/** The time, passed in so that tests and the demonstration book can stand still. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Set where the time stands still, so that worker threads can be given the same clock. */
  readonly fixed?: number
}

export const systemClock: Clock = { now: () => Date.now() }
