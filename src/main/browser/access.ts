import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const codeLifeMilliseconds = 5 * 60_000

/** Why a request is turned away, with the HTTP status it gets. */
export const refusals = {
  'foreign-peer': 403,
  'foreign-host': 403,
  'foreign-origin': 403,
  'no-token': 401,
} as const
export type Refusal = keyof typeof refusals

/** What of a request decides whether it is let in. */
export interface Arrival {
  peer: string | undefined
  host: string | undefined
  origin: string | undefined
  /** `Sec-Fetch-Site`: every current browser says where a request comes from. */
  site: string | undefined
  cookie: string | undefined
  authorization: string | undefined
}

export function arrivalOf(request: IncomingMessage): Arrival {
  const { host, origin, cookie, authorization } = request.headers
  const site = request.headers['sec-fetch-site']
  return {
    peer: request.socket.remoteAddress,
    host,
    origin,
    site: typeof site === 'string' ? site : undefined,
    cookie,
    authorization,
  }
}

/** 256 random bits as text that fits into addresses and headers. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * Who may talk to the host. The command line shows the token as a bearer. A page opens an address with the token or
 * with a one-time code (command lines of windows can be read by other users of the machine) and gets a session of its
 * own in an HttpOnly, SameSite=Strict cookie; its address bar keeps neither.
 */
export class Access {
  readonly token = newSecret()
  readonly #codes = new Map<string, number>()
  readonly #sessions: string[] = []
  readonly #now: () => number
  #port = 0

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** The port the host got; known only once it listens. */
  set port(port: number) {
    this.#port = port
  }

  get cookieName(): string {
    return `yike-${this.#port}`
  }

  /** A code that opens one session within five minutes. */
  newCode(): string {
    const code = newSecret()
    this.#codes.set(code, this.#now() + codeLifeMilliseconds)
    return code
  }

  /** The session a code or the token opens, or null. */
  openSession(query: URLSearchParams): string | null {
    if (!this.#codeIsGood(query.get('code')) && !same(query.get('key') ?? '', this.token)) return null
    const session = newSecret()
    this.#sessions.push(session)
    return session
  }

  /** Checks where a request comes from; before anything else, also for the address that opens a session. */
  judgeSource(arrival: Arrival): Refusal | null {
    if (!isLoopback(arrival.peer)) return 'foreign-peer'
    const hosts = [`127.0.0.1:${this.#port}`, `localhost:${this.#port}`]
    if (!hosts.includes(arrival.host ?? '')) return 'foreign-host'
    if (arrival.origin !== undefined && arrival.origin !== `http://${arrival.host}`) return 'foreign-origin'
    return null
  }

  /** Checks source and token. A request another site caused is foreign even where its browser sends no Origin. */
  judge(arrival: Arrival): Refusal | null {
    const source = this.judgeSource(arrival)
    if (source) return source
    if (arrival.site === 'cross-site' || arrival.site === 'same-site') return 'foreign-origin'
    const bearer = /^Bearer (.+)$/.exec(arrival.authorization ?? '')?.[1] ?? ''
    if (same(bearer, this.token)) return null
    const shown = cookieValue(arrival.cookie ?? '', this.cookieName)
    return this.#sessions.some((session) => same(shown, session)) ? null : 'no-token'
  }

  #codeIsGood(shown: string | null): boolean {
    const code = [...this.#codes.keys()].find((known) => same(shown ?? '', known))
    if (code === undefined) return false
    const until = this.#codes.get(code) ?? 0
    this.#codes.delete(code)
    return this.#now() <= until
  }
}

/** Compares in constant time, whatever the lengths. */
function same(shown: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown), digest(expected))
}

function isLoopback(peer: string | undefined): boolean {
  return peer !== undefined && (/^(::ffff:)?127(\.\d{1,3}){3}$/.test(peer) || peer === '::1')
}

function cookieValue(header: string, name: string): string {
  const pairs = header.split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}
