import { spawn } from 'node:child_process'
import { basename } from 'node:path'
import { opensWithWarning } from '#shared/domain/attachments/file-kind'
import { Refused } from '#core/refused'

/**
 * Documents only are handed to the desktop to be opened; what may run something only after the user was warned.
 * @throws Refused `file-unreadable`
 */
export function checkOpenable(path: string, warned: boolean): void {
  if (opensWithWarning(basename(path)) && !warned) throw new Refused('file-unreadable', { file: path })
}

/** Opens a file with the program the user has for it, where the host has no desktop functions of its own. */
export function openWithDesktop(path: string, warned: boolean): void {
  checkOpenable(path, warned)
  const [program, args]: [string, string[]] =
    process.platform === 'win32'
      ? ['explorer.exe', [path]]
      : process.platform === 'darwin'
        ? ['open', [path]]
        : ['xdg-open', [path]]
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
