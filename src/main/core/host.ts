/** What a host gives the core. Everything else is core. */
export interface Host {
  kind: 'electron' | 'browser' | 'cli' | 'test'
  /** `dialog`: native dialogs choose and save; `transfer`: the page uploads and downloads through one-time tickets. */
  files: 'dialog' | 'transfer'
  /** Absolute path of the chosen file, or null if the user closed the dialog. Only called where `files` is `dialog`. */
  chooseFile(options: { title: string; extensions: string[] }): Promise<string | null>
  /** Absolute paths of any number of files of any kind; none if the user closed the dialog. Where it is not given, one is chosen at a time. */
  chooseFiles?(options: { title: string }): Promise<string[]>
  /** Copies `source` to where the user says; the path, or null if he closed the dialog. Only called where `files` is `dialog`. */
  saveFile(options: { source: string; suggestedName: string }): Promise<string | null>
  /**
   * Prints a complete HTML document (A4; page furniture by CSS paged media) to PDF bytes.
   * @throws Refused `no-pdf-printer` where nothing can print, `pdf-failed` where printing failed.
   */
  makePdf(html: string): Promise<Uint8Array>
  /**
   * Opens a file with the program the user has for it. `warned`: the user was told that it may run something and wants it.
   * @throws Refused `file-unreadable` for kinds that may run something, unless `warned`
   */
  openFile(path: string, options?: { warned: boolean }): Promise<void>
  notify(message: { title: string; body: string }): void
}

/** The time, passed in so that tests and the demonstration book can stand still. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Set where the time stands still, so that worker threads can be given the same clock. */
  readonly fixed?: number
}

export const systemClock: Clock = { now: () => Date.now() }
