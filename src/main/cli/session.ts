import { createWriteStream, openAsBlob } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { pipeline } from 'node:stream/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { MadeFile, Refusal } from '#shared/contract/base'
import type { ChosenFile } from '#shared/contract/files'
import type { contract } from '#shared/contract/index'
import { createCore } from '#core/core'
import { Refused } from '#core/refused'
import { hostWithoutDialogs } from '../browser/host'
import { findRunningHost, type RunningHost } from '../browser/running-host'
import { CommandProblem } from './problem'

export type Api = ContractRouterClient<typeof contract>

/** One command's access to a book: its procedures, and files by their paths. */
export interface Session {
  api: Api
  /** @throws Refused `file-not-found` */
  offer(path: string): Promise<ChosenFile>
  /** Puts a made file where the user named it; whole or not at all. */
  save(made: MadeFile, path: string): Promise<void>
  close(): Promise<void>
}

/**
 * Joins the host that has the book open, or opens the book itself.
 * @throws Refused `book-locked` if a program that cannot be joined has it open
 */
export async function openSession(dataDir: string, programFolder: string): Promise<Session> {
  const running = await findRunningHost(dataDir)
  return running ? joined(running) : await own(dataDir, programFolder)
}

async function own(dataDir: string, workerDir: string): Promise<Session> {
  const core = await createCore({ dataDir, host: hostWithoutDialogs('cli'), workerDir })
  return {
    api: core.client,
    offer: async (path) => core.files.offer(resolve(path)),
    save: (made, path) => writeWhole(path, (part) => copyFile(core.files.take(made.ticket).path, part)),
    close: () => core.close(),
  }
}

function joined(host: RunningHost): Session {
  const headers = { authorization: `Bearer ${host.token}` }
  const api: Api = createORPCClient(new RPCLink({ url: `${host.origin}/rpc`, headers }))
  return {
    api,
    offer: async (path) => {
      const body = await blobOf(resolve(path))
      const { upload } = await api.files.prepareUpload({ name: basename(path), bytes: body.size })
      const response = await fetch(`${host.origin}/files/${upload}`, { method: 'POST', headers, body })
      return uploaded(response)
    },
    save: async (made, path) => {
      const { download } = await api.files.deliver({ ticket: made.ticket })
      const response = await fetch(`${host.origin}/files/${download}`, { headers })
      const { body } = response
      if (!response.ok || !body) throw new Refused('ticket-expired')
      const bytes = Readable.fromWeb(body as ReadableStream)
      await writeWhole(path, (part) => pipeline(bytes, createWriteStream(part)))
    },
    close: async () => undefined,
  }
}

async function uploaded(response: Response): Promise<ChosenFile> {
  const answer: unknown = await response.json()
  if (response.ok) return answer as ChosenFile
  const { code, params, field } = answer as Refusal
  throw new Refused(code, params, field)
}

async function blobOf(path: string): Promise<Blob> {
  try {
    if ((await stat(path)).isFile()) return await openAsBlob(path)
  } catch {
    // Falls through: whatever keeps a file from being read, the user sees which file it was.
  }
  throw new Refused('file-not-found', { path })
}

/** @throws CommandProblem `cannotWrite` */
async function writeWhole(path: string, write: (part: string) => Promise<unknown>): Promise<void> {
  const target = resolve(path)
  const part = `${target}.part`
  try {
    await mkdir(dirname(target), { recursive: true })
    await write(part)
    await rename(part, target)
  } catch (cause) {
    await rm(part, { force: true })
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause
    throw new CommandProblem('cannotWrite', { path: target, why: cause.message }, 1)
  }
}
