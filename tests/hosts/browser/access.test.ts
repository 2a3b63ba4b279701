import { describe, expect, test } from 'vitest'
import { Access, type Arrival } from '../../../src/main/browser/access'

const port = 4711

function accessAt(now = () => 0) {
  const access = new Access(now)
  access.port = port
  return access
}

/** A request of the program's own page, without a token yet. */
const ownPage: Arrival = {
  peer: '127.0.0.1',
  host: `127.0.0.1:${port}`,
  origin: `http://127.0.0.1:${port}`,
  site: 'same-origin',
  cookie: undefined,
  authorization: undefined,
}

describe('who may talk to the loopback host', () => {
  test('the token as a bearer is let in, also where no browser is involved', () => {
    const access = accessAt()
    const authorization = `Bearer ${access.token}`
    expect(access.judge({ ...ownPage, authorization })).toBeNull()
    expect(access.judge({ ...ownPage, origin: undefined, site: undefined, authorization })).toBeNull()
  })

  test('the token has 256 bits', () => {
    expect(Buffer.from(accessAt().token, 'base64url')).toHaveLength(32)
    expect(accessAt().token).not.toBe(accessAt().token)
  })

  test.each<[string, Partial<Arrival>]>([
    ['no token', {}],
    ['a wrong bearer', { authorization: 'Bearer x' }],
    ['an empty bearer', { authorization: 'Bearer ' }],
    ['a wrong cookie', { cookie: `yike-${port}=x` }],
    ['an empty cookie', { cookie: `yike-${port}=` }],
  ])('%s is refused', (_name, part) => {
    expect(accessAt().judge({ ...ownPage, ...part })).toBe('no-token')
  })

  test.each<[string, Partial<Arrival>, string]>([
    ['another machine', { peer: '192.168.1.7' }, 'foreign-peer'],
    ['an unknown peer', { peer: undefined }, 'foreign-peer'],
    ['an address that only begins like loopback', { peer: '127.0.0.1.example' }, 'foreign-peer'],
    ['a rebound name', { host: `evil.example:${port}` }, 'foreign-host'],
    ['another port', { host: '127.0.0.1:80' }, 'foreign-host'],
    ['no host', { host: undefined }, 'foreign-host'],
    ['another site', { origin: 'https://evil.example' }, 'foreign-origin'],
    ['another program on this machine', { origin: 'http://127.0.0.1:1' }, 'foreign-origin'],
    ['a page without origin', { origin: 'null' }, 'foreign-origin'],
    ['a picture on another site', { origin: undefined, site: 'cross-site' }, 'foreign-origin'],
    ['a page of another port', { origin: undefined, site: 'same-site' }, 'foreign-origin'],
  ])('%s is refused even with the token', (_name, part, refusal) => {
    const access = accessAt()
    expect(access.judge({ ...ownPage, authorization: `Bearer ${access.token}`, ...part })).toBe(refusal)
  })

  test('a code opens one session, once and for five minutes', () => {
    let now = 0
    const access = accessAt(() => now)
    const code = new URLSearchParams({ code: access.newCode() })
    const session = access.openSession(code)
    expect(session).not.toBeNull()
    expect(access.openSession(code)).toBeNull()
    expect(access.judge({ ...ownPage, cookie: `other=1; yike-${port}=${session}` })).toBeNull()

    const late = new URLSearchParams({ code: access.newCode() })
    now = 5 * 60_000 + 1
    expect(access.openSession(late)).toBeNull()
  })

  test('the printed address opens a session each time; the session is not the token', () => {
    const access = accessAt()
    const key = new URLSearchParams({ key: access.token })
    const sessions = [access.openSession(key), access.openSession(key)]
    expect(new Set([...sessions, access.token, null]).size).toBe(4)
    expect(access.openSession(new URLSearchParams({ key: 'x' }))).toBeNull()
    expect(access.openSession(new URLSearchParams())).toBeNull()
  })
})
