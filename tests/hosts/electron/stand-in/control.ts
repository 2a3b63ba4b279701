/** What the test says the user does in native dialogs, and what it is told: over Node's own channel to its child. */
export interface Answers {
  open?: string | null
  save?: string | null
}

const answers: { open: (string | null)[]; save: (string | null)[] } = { open: [], save: [] }

process.on('message', (message: Answers) => {
  if (message.open !== undefined) answers.open.push(message.open)
  if (message.save !== undefined) answers.save.push(message.save)
})
// The channel alone does not keep the program running.
process.channel?.unref()

/** The next answer prepared for a dialog; a dialog nobody expected is closed. */
export function answerOf(kind: 'open' | 'save'): string | null {
  return answers[kind].shift() ?? null
}

export function report(what: string, facts: object): void {
  process.send?.({ what, ...facts })
}
