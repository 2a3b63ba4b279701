import { createORPCClient, mapEventIterator } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Refusal } from '#shared/contract/base'
import type { ChosenFile } from '#shared/contract/files'
import type { contract } from '#shared/contract/index'
import { connectMessage, type DesktopFacts } from '#shared/contract/desktop'

declare global {
  interface Window {
    /** Set by the desktop host's preload; absent where the page is served over HTTP. */
    yike?: DesktopFacts
  }
}

type Api = ContractRouterClient<typeof contract>

/** What the core refused about an upload, in the shape of every other refusal. */
class UploadRefused extends Error {
  readonly code = 'REFUSED'

  constructor(readonly data: Refusal) {
    super(data.code)
    this.name = 'UploadRefused'
  }
}

const goneListeners = new Set<() => void>()
let gone = false

/** Calls back once the core can no longer be reached, at once if that has happened; returns how to stop listening. */
export function onHostGone(listener: () => void): () => void {
  if (gone) listener()
  else goneListeners.add(listener)
  return () => goneListeners.delete(listener)
}

function reportGone(): void {
  if (gone) return
  gone = true
  for (const listener of goneListeners) listener()
  goneListeners.clear()
}

/** The core's procedures, over a message port from the desktop host or over HTTP from the browser host. */
export const api: Api = window.yike ? overPort() : overHttp()

/** The desktop host's facts about the machine; null in the browser host. */
export const desktop: DesktopFacts | null = window.yike ?? null

/** Sends a file's bytes to the core, in both hosts the same way. @throws the core's refusal */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<ChosenFile> {
  const { upload } = await api.files.prepareUpload({ name: file.name, bytes: file.size }, { signal })
  const response = await fetch(`/files/${upload}`, { method: 'POST', body: file, signal })
  const answer: unknown = await response.json()
  if (!response.ok) throw new UploadRefused(answer as Refusal)
  return answer as ChosenFile
}

/** Collects a made file from its one-time address as a browser download. */
export async function download(address: string, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = address.startsWith('/') ? address : `/files/${address}`
  link.download = name
  link.click()
}

/** All of it as the screens' provider takes it. */
export const backend = { api, uploadFile, download, onHostGone }

/** The page makes the channel and hands one end to the preload, so that calls can be made at once and wait in the port. */
function overPort(): Api {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('close', reportGone)
  const link = new PortLink({ port: port1, interceptors: [endAsAborted] })
  port1.start()
  window.postMessage(connectMessage, window.location.origin, [port2])
  return createORPCClient(link)
}

/**
 * A stream given up by its caller ends as aborted, as over HTTP; the port's own link ends it with an error of its queue.
 */
async function endAsAborted({
  next,
  signal,
}: {
  next: () => Promise<unknown>
  signal?: AbortSignal
}): Promise<unknown> {
  const cause = (error: unknown): unknown => (signal?.aborted ? signal.reason : error)
  const answer = await next().catch((error: unknown) => {
    throw cause(error)
  })
  if (!isStream(answer)) return answer
  return mapEventIterator(answer, { value: async (value) => value, error: async (error) => cause(error) })
}

function isStream(answer: unknown): answer is AsyncIterator<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer && 'next' in answer
}

/** The session is in a cookie the page cannot read. An open event stream tells the host that this page is there. */
function overHttp(): Api {
  const presence = new EventSource('/presence')
  presence.addEventListener('error', () => void probe())
  window.addEventListener('pagehide', () => presence.close())
  // Brought back from the browser's memory a page has lost its connection and its calls: it starts anew.
  window.addEventListener('pageshow', (event) => event.persisted && window.location.reload())
  const link = new FetchLink({ url: `${window.location.origin}/rpc`, fetch: watched })
  return createORPCClient(link)
}

/** A call that reaches nobody is how a stopped host shows first. */
async function watched(request: Request, init: RequestInit): Promise<Response> {
  try {
    return await fetch(request, init)
  } catch (cause) {
    if (!request.signal.aborted) void probe()
    throw cause
  }
}

/** Asks once more before saying so: a machine waking up drops connections although the host is still there. */
async function probe(): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    try {
      const response = await fetch('/', { method: 'HEAD' })
      if (response.ok) return
      break
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
  reportGone()
}
