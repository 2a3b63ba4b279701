import { contextBridge, ipcRenderer } from 'electron'
import { connectMessage, type DesktopFacts } from '#shared/contract/desktop'

const facts: DesktopFacts = {
  platform: process.platform,
  electron: process.versions.electron ?? '',
  chromium: process.versions['chrome'] ?? '',
}

// The page gets facts and no function: the one thing it can do is to post a port, which is passed on unread.
contextBridge.exposeInMainWorld('yike', facts)

window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== window.location.origin || event.data !== connectMessage) return
  const [port] = event.ports
  if (port && event.ports.length === 1) ipcRenderer.postMessage(connectMessage, null, [port])
})
