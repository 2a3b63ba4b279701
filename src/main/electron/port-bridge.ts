import { RPCHandler } from '@orpc/server/message-port'
import { ipcMain } from 'electron'
import { connectMessage } from '#shared/contract/desktop'
import type { ServedCore } from '../browser/server'
import { isProgramAddress } from './security'

/** Answers the contract on every port the program's own page hands over, and on nobody else's. */
export function carryCalls({ router, context }: Pick<ServedCore, 'router' | 'context'>): void {
  const calls = new RPCHandler(router)
  ipcMain.on(connectMessage, (event) => {
    const { senderFrame, ports } = event
    const [port] = ports
    const own = senderFrame !== null && senderFrame.parent === null && isProgramAddress(senderFrame.url)
    if (!own || !port || ports.length !== 1) {
      for (const refused of ports) refused.close()
      return
    }
    calls.upgrade(port, { context })
    port.start()
  })
}
