import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '#shared/contract/index'

type Api = ContractRouterClient<typeof contract>

/** How a call ended, in a form that can leave a page. */
type Outcome = { answer: unknown } | { error: { name: string; code: unknown; data: unknown } }

async function outcome(call: Promise<unknown>): Promise<Outcome> {
  try {
    return { answer: await call }
  } catch (cause) {
    const { name, code, data } = cause as Error & { code?: unknown; data?: unknown }
    return { error: { name, code: code ?? null, data: data ?? null } }
  }
}

/** A value that would suffer from a careless transport. */
const awkward = { text: '“大客户”\u0000\u2028 🚚', none: null, list: [0, -1, 0.1], long: '9'.repeat(20_000) }

/**
 * The same calls over every transport. Each scenario answers plain data; all transports must answer alike, and as the
 * suite says.
 */
export const scenarios = {
  /** A value goes in and comes back unharmed. */
  roundTrip: async (api: Api) => {
    await api.system.setPreference({ key: 'awkward', value: awkward })
    const kept = await api.system.preferences({})
    return { same: JSON.stringify(kept['awkward']) === JSON.stringify(awkward) }
  },

  /** A refusal arrives as REFUSED with its code and parameters. */
  refusal: (api: Api) => outcome(api.accounts.get({ id: 999_999 })),

  /** Input the schema does not take is refused before anything is done, with the field's name. */
  wrongInput: (api: Api) => outcome(api.system.renameBook({ name: '' })),

  /** Progress of a job arrives event by event; the last one says how it ended. */
  progress: async (api: Api) => {
    const { job } = await api.waybills.rate({ from: '2026-01', to: '2026-01' })
    const states: string[] = []
    for await (const event of await api.jobs.watch({ job })) states.push(event.state)
    return { last: states.at(-1), before: [...new Set(states.slice(0, -1))] }
  },

  /** Watching a job nobody started is refused. */
  unknownJob: (api: Api) =>
    outcome(
      (async () => {
        for await (const _event of await api.jobs.watch({ job: 'none' })) return 'an event'
        return 'no event'
      })(),
    ),

  /**
   * Giving up a stream ends it at once and does not end the job; cancelling the job does, and says so to whoever
   * watches.
   */
  abortAndCancel: async (api: Api) => {
    const { job } = await api.jobs.loadDemo({})
    const abort = new AbortController()
    const first = await outcome(
      (async () => {
        for await (const event of await api.jobs.watch({ job }, { signal: abort.signal })) {
          if (abort.signal.aborted) return 'went on'
          abort.abort()
          if (event.state !== 'running') return event.state
        }
        return 'stopped'
      })(),
    )
    const stopped = 'error' in first ? first.error.name === 'AbortError' : first.answer === 'stopped'
    const running = (await api.jobs.running({})).some((one) => one.job === job)
    await api.jobs.cancel({ job })
    let last = ''
    for await (const event of await api.jobs.watch({ job })) last = event.state
    const { total } = await api.accounts.list({})
    return { stopped, running, last, total }
  },

  /** Many calls at once do not get each other's answers. */
  manyAtOnce: async (api: Api) => {
    const keys = Array.from({ length: 40 }, (_, number) => `many-${number}`)
    await Promise.all(keys.map((key) => api.system.setPreference({ key, value: key })))
    const answers = await Promise.all(keys.map(async (key) => (await api.system.preferences({}))[key] === key))
    return { right: answers.filter(Boolean).length }
  },
} satisfies Record<string, (api: Api) => Promise<unknown>>

export type Scenario = keyof typeof scenarios

/** What every transport has to answer. */
export const expected: Record<Scenario, unknown> = {
  roundTrip: { same: true },
  refusal: { error: { name: 'Error', code: 'REFUSED', data: { code: 'not-found', params: {} } } },
  wrongInput: { error: { name: 'Error', code: 'REFUSED', data: { code: 'invalid-input', field: 'name' } } },
  progress: { last: 'done', before: ['running'] },
  unknownJob: { error: { name: 'Error', code: 'REFUSED', data: { code: 'not-found' } } },
  abortAndCancel: { stopped: true, running: true, last: 'cancelled', total: 0 },
  manyAtOnce: { right: 40 },
}
