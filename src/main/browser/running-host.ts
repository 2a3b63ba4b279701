import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Where a running browser host says how to reach it. Readable by the book's owner only: it holds the token. */
const fileName = 'host.json'

const record = z.object({ port: z.int().min(1).max(65_535), token: z.string().min(20) })

/** A running host of the same book, reached by the command line and by a second start. */
export interface RunningHost {
  origin: string
  token: string
}

/** Written whole or not at all: a reader never sees half of it. */
export function announceHost(dataDir: string, host: { port: number; token: string }): void {
  const path = join(dataDir, fileName)
  writeFileSync(`${path}.new`, JSON.stringify(host), { mode: 0o600 })
  chmodSync(`${path}.new`, 0o600)
  renameSync(`${path}.new`, path)
}

export function withdrawHost(dataDir: string): void {
  rmSync(join(dataDir, fileName), { force: true })
}

/** The host that holds this book, if one is running; what a killed one left behind answers to nobody and is passed over. */
export async function findRunningHost(dataDir: string): Promise<RunningHost | null> {
  const announced = readRecord(dataDir)
  if (!announced) return null
  const host = { origin: `http://127.0.0.1:${announced.port}`, token: announced.token }
  return (await newCode(host)) === null ? null : host
}

/** The address under which a page of the running host opens. */
export async function windowAddress(host: RunningHost): Promise<string> {
  const code = await newCode(host)
  return code === null ? `${host.origin}/open?key=${host.token}` : `${host.origin}/open?code=${code}`
}

/** A one-time code, or null if no host of ours answers there. */
async function newCode(host: RunningHost): Promise<string | null> {
  try {
    const response = await fetch(`${host.origin}/window`, {
      method: 'POST',
      headers: { authorization: `Bearer ${host.token}` },
      signal: AbortSignal.timeout(3_000),
    })
    return z.object({ code: z.string() }).parse(await response.json()).code
  } catch {
    return null
  }
}

function readRecord(dataDir: string) {
  try {
    return record.parse(JSON.parse(readFileSync(join(dataDir, fileName), 'utf8')))
  } catch {
    return null
  }
}
