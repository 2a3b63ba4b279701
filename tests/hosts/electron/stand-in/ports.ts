import type { Page } from '@playwright/test'
import type Electron from 'electron'
import { fromShown } from './browser'
import { Emitter } from './emitter'

/** Bytes travel between page and program as text. */
type Carried = string | { base64: string }

type UsedOfPort = Pick<Electron.MessagePortMain, 'on' | 'once' | 'postMessage' | 'start' | 'close'>

/** The program's end of a channel whose other end is in a page. Messages wait until `start`, as in Electron. */
class Port extends Emitter {
  readonly #send: (data: Carried) => void
  #waiting: Carried[] | null = []

  constructor(send: (data: Carried) => void) {
    super()
    this.#send = send
  }

  postMessage(data: unknown): void {
    this.#send(typeof data === 'string' ? data : { base64: Buffer.from(data as Uint8Array).toString('base64') })
  }

  start(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const data of waiting) this.#deliver(data)
  }

  close(): void {
    this.tell('close')
  }

  receive(data: Carried): void {
    if (this.#waiting) this.#waiting.push(data)
    else this.#deliver(data)
  }

  #deliver(data: Carried): void {
    const plain = typeof data === 'string' ? data : new Uint8Array(Buffer.from(data.base64, 'base64'))
    this.tell('message', { data: plain, ports: [] })
  }
}

class IpcMain extends Emitter {}
export const ipcMain = new IpcMain() satisfies Pick<Electron.IpcMain, 'on' | 'once'>

/** Carries what the preload's `ipcRenderer` sends from this page; its ports close when the page goes. */
export async function carryIpc(page: Page, sender: object): Promise<void> {
  const ports = new Map<string, Port>()
  const closeAll = () => {
    for (const port of ports.values()) port.close()
    ports.clear()
  }
  await page.exposeBinding('standInSend', (source, channel: string, ids: string[]) => {
    const made = ids.map((id) => {
      const port = new Port((data) => {
        page
          .evaluate(([to, carried]) => window.standInDeliver(to, carried), [id, data] as const)
          .catch(() => port.close())
      })
      ports.set(id, port satisfies UsedOfPort)
      return port
    })
    const frame = { url: fromShown(source.frame.url()), parent: source.frame.parentFrame() }
    ipcMain.tell(channel, { senderFrame: frame, sender, ports: made }, null)
  })
  // Told by each new document, not by navigation: a change of the address behind # leaves the ports alive.
  await page.exposeBinding('standInNewDocument', closeAll)
  await page.exposeBinding('standInPort', (_source, id: string, data: Carried) => ports.get(id)?.receive(data))
  page.on('close', closeAll)
}

declare global {
  interface Window {
    standInNewDocument: () => Promise<void>
    standInSend: (channel: string, ids: string[]) => Promise<void>
    standInPort: (id: string, data: Carried) => Promise<void>
    standInDeliver: (id: string, data: Carried) => void
  }
}
