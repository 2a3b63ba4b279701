/**
 * The world a sandboxed preload runs in, written into the page before its own scripts: `require` knows `electron` and
 * nothing else, and what the bridge shows is a frozen copy without functions of the preload's world.
 */
export function preloadWorld(preload: string): string {
  return `if (window.top === window) {(${world.toString()})((require, process, module, exports) => {${preload}\n})}`
}

function world(
  preload: (require: unknown, process: unknown, module: { exports: object }, exports: object) => void,
): void {
  void window.standInNewDocument()
  const send = window.standInSend
  const carry = window.standInPort
  const ends = new Map<string, MessagePort>()
  let made = 0

  window.standInDeliver = (id, data) => {
    const plain = typeof data === 'string' ? data : Uint8Array.from(atob(data.base64), (sign) => sign.charCodeAt(0))
    ends.get(id)?.postMessage(plain)
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld: (key: string, api: object) => {
        const copy: unknown = Object.freeze(structuredClone(api))
        Object.defineProperty(window, key, { value: copy, enumerable: true })
      },
    },
    ipcRenderer: {
      postMessage: (channel: string, _message: unknown, ports: MessagePort[]) => {
        const ids = ports.map((port) => {
          const id = `port-${Math.random()}-${made++}`
          ends.set(id, port)
          port.addEventListener('message', (event: MessageEvent<unknown>) => {
            const { data } = event
            const text = typeof data === 'string'
            void carry(id, text ? data : { base64: btoa(String.fromCharCode(...(data as Uint8Array))) })
          })
          return [id, port] as const
        })
        void send(
          channel,
          ids.map(([id]) => id),
        ).then(() => ids.forEach(([, port]) => port.start()))
      },
    },
  }
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  preload(require, { platform: 'linux', versions: { electron: 'stand-in', chrome: '' } }, module, module.exports)
}
