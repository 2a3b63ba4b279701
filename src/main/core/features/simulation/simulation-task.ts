import type { SimulationInput } from '#shared/contract/simulation'
import { createAccountsService } from '../accounts/accounts.service'
import { scenarioBook } from '../pricing/scenario-book'
import { repriced, storedTickets, ticketsOf } from '../waybills/rerate'
import type { TaskHandle, WorkerKernel } from '../../worker/worker-kernel'
import { insertSimulation } from './simulation.repository'
import { SimulationTally } from './simulation-tally'

/** Rates a period again under other prices and keeps what came out. Waybills stay as they are. */
export async function simulationTask(kernel: WorkerKernel, input: SimulationInput, handle: TaskHandle) {
  const { db, book, lease } = kernel
  const started = performance.now()
  const period = { from: input.from, to: input.to, ...(input.accountId !== null && { accountId: input.accountId }) }
  const { book: ratings, tried, name } = scenarioBook(db, input.scenario, storedTickets(db))
  const accounts = createAccountsService(kernel).accountsById()
  const names = new Map(
    [...accounts.values()].map((account) => [account.id, { code: account.code, name: account.name }]),
  )
  const tally = new SimulationTally(ratings, tried, names)
  const total = ticketsOf(db, period)
  let done = 0
  for (const rows of repriced(db, ratings, period)) {
    handle.signal.throwIfAborted()
    for (const row of rows) tally.add(row)
    done += rows.length
    handle.report('simulating', done, total)
    // The thread hears a cancel only between two turns of its loop.
    await new Promise((resolve) => setImmediate(resolve))
  }
  handle.signal.throwIfAborted()
  const result = tally.result()
  const id = await lease.run(() =>
    book.write((hlc) => {
      const uid = book.uid()
      const made = insertSimulation(db, {
        uid,
        hlc,
        name,
        input: JSON.stringify(input),
        result: JSON.stringify(result),
        tickets: done,
        seconds: (performance.now() - started) / 1000,
        created_by: book.actor,
        created_at: book.now(),
        deleted_at: null,
      })
      const summary = `${name} ${input.from} – ${input.to}`.trim()
      return { result: made, audit: { action: 'simulate', entity: 'simulation', entityUid: uid, summary } }
    }),
  )
  return { simulation: id, count: done }
}
