import { resolve } from 'node:path'
import type { Run } from '../command'
import { accountId } from '../look-up'
import { CommandProblem } from '../problem'

/** `demo`: loads the demonstration data into an empty book. */
export async function loadDemo(run: Run): Promise<void> {
  const { count, seconds } = await run.finish(await run.session.api.jobs.loadDemo({}))
  run.answer({ count: count ?? null, seconds }, () => [run.words('hosts:demoDone')])
}

/** `undo BATCH`: takes a whole import back. */
export async function undo(run: Run, batch: number): Promise<void> {
  const { seconds } = await run.finish(await run.session.api.imports.undo({ batch }))
  run.answer({ batch, undone: true, seconds }, () => [run.words('hosts:undoDone', { batch })])
}

/** `rate`: prices the tickets of a period again. */
export async function rate(run: Run, options: { from: string; to: string; account?: string }): Promise<void> {
  const { api } = run.session
  const { from, to, account } = options
  const started = await api.waybills.rate({ from, to, accountId: account ? await accountId(api, account) : undefined })
  const { count, seconds } = await run.finish(started)
  run.answer({ count: count ?? 0, seconds }, () => [run.words('hosts:rateDone', { count: count ?? 0 })])
}

/** `backup FILE`: a verified copy of the book, with its attachments in a folder beside it. */
export async function backup(run: Run, path: string): Promise<void> {
  const made = await run.session.api.system.backup({ path: resolve(path) })
  const { path: copy, bytes, attachments } = made
  const { folder, files, missing, altered } = attachments
  run.answer(made, () => [
    run.words('hosts:backupDone', { path: copy, bytes }),
    ...(folder === null ? [] : [run.words('hosts:backupAttachments', { folder, files })]),
    ...(missing + altered === 0 ? [] : [run.words('hosts:backupIncomplete', { missing, altered })]),
  ])
}

/** `verify`: integrity, rollups and audit chain; exit code 1 if the book is not sound. */
export async function verify(run: Run): Promise<void> {
  const result = await run.session.api.system.verify({})
  run.answer(result, () => (result.ok ? [run.words('hosts:verifyGood')] : []))
  if (!result.ok) throw new CommandProblem('verifyBad', { result: JSON.stringify(result) }, 1)
}
