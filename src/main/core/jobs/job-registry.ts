import { randomUUID } from 'node:crypto'
import type { JobEvent } from '#shared/contract/jobs'
import { Refused } from '../refused'

export interface JobHandle {
  /** `phase` is a key of the jobs catalogue; `total` null while unknown. */
  report(phase: string, done: number, total: number | null): void
  readonly signal: AbortSignal
}

export type JobResult = NonNullable<JobEvent['result']>

interface Job {
  kind: string
  latest: JobEvent
  waiting: Set<() => void>
  abort: AbortController
  finished: Promise<JobResult>
}

/** How long the outcome of an ended job can still be asked for, milliseconds. */
const keepMilliseconds = 10 * 60_000

/** Long work: it reports, it can be cancelled, it can be watched again after the page was reloaded. */
export class JobRegistry {
  readonly #jobs = new Map<string, Job>()

  constructor(private readonly logFailure: (kind: string, cause: unknown) => void) {}

  start(kind: string, work: (handle: JobHandle) => Promise<JobResult>): string {
    const key = randomUUID()
    const abort = new AbortController()
    const job: Job = {
      kind,
      latest: { state: 'running', phase: 'starting', done: 0, total: null },
      waiting: new Set(),
      abort,
      finished: Promise.resolve({}),
    }
    const publish = (event: JobEvent) => {
      job.latest = event
      for (const wake of job.waiting) wake()
      job.waiting.clear()
    }
    job.finished = work({
      signal: abort.signal,
      report: (phase, done, total) => publish({ state: 'running', phase, done, total }),
    })
    job.finished.then(
      (result) => publish({ ...job.latest, state: 'done', result }),
      (cause: unknown) => publish(this.#ended(kind, job.latest, cause, abort.signal)),
    )
    const forget = () => setTimeout(() => this.#jobs.delete(key), keepMilliseconds).unref()
    job.finished.then(forget, forget)
    this.#jobs.set(key, job)
    return key
  }

  /** Every state from now on; slow watchers miss intermediate ones, never the last. */
  watch(key: string, signal?: AbortSignal): AsyncGenerator<JobEvent> {
    // Looked up now, not at the first event: only what is thrown before the stream starts can leave as a refusal.
    return this.#events(this.#find(key), signal)
  }

  async *#events(job: Job, signal?: AbortSignal): AsyncGenerator<JobEvent> {
    let shown: JobEvent | null = null
    while (!signal?.aborted) {
      const event = job.latest
      if (event !== shown) {
        shown = event
        yield event
        if (event.state !== 'running') return
        continue
      }
      await new Promise<void>((resolve) => {
        job.waiting.add(resolve)
        signal?.addEventListener('abort', () => resolve(), { once: true })
      })
    }
  }

  /** The result, for callers in the same process. */
  finished(key: string): Promise<JobResult> {
    return this.#find(key).finished
  }

  cancel(key: string): void {
    this.#find(key).abort.abort(new Refused('job-cancelled'))
  }

  running(): { job: string; kind: string; phase: string; done: number; total: number | null }[] {
    return [...this.#jobs]
      .filter(([, { latest }]) => latest.state === 'running')
      .map(([job, { kind, latest }]) => ({ job, kind, phase: latest.phase, done: latest.done, total: latest.total }))
  }

  /** Stops everything and waits until nothing runs. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.abort.abort(new Refused('job-cancelled'))
    await Promise.allSettled([...this.#jobs.values()].map((job) => job.finished))
  }

  #find(key: string): Job {
    const job = this.#jobs.get(key)
    if (!job) throw new Refused('not-found', { what: 'job' })
    return job
  }

  #ended(kind: string, latest: JobEvent, cause: unknown, signal: AbortSignal): JobEvent {
    if (signal.aborted) return { ...latest, state: 'cancelled' }
    if (cause instanceof Refused) {
      return { ...latest, state: 'failed', error: { code: cause.code, params: cause.params } }
    }
    this.logFailure(kind, cause)
    return { ...latest, state: 'failed', error: { code: 'unexpected', params: {} } }
  }
}
