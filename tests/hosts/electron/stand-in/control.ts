/** What the test says the user does in native dialogs, and what it is told: over Node's own channel to its child. */
export interface Answers {
  /** The chosen files; none closes the dialog. */
  open?: string[]
  save?: string | null
}

const chosen: string[][] = []
const saved: (string | null)[] = []

process.on('message', (message: Answers) => {
  if (message.open !== undefined) chosen.push(message.open)
  if (message.save !== undefined) saved.push(message.save)
})
// The channel alone does not keep the program running.
process.channel?.unref()

/** The next answers prepared for dialogs; a dialog nobody expected is closed. */
export const nextChosen = (): string[] => chosen.shift() ?? []
export const nextSaved = (): string | null => saved.shift() ?? null

export function report(what: string, facts: object): void {
  process.send?.({ what, ...facts })
}
