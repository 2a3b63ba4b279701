import { spawn } from 'node:child_process'
import { extname } from 'node:path'
import { Refused } from '#core/refused'

/** Kinds of files the program makes; nothing else is ever handed to the desktop to be opened. */
const known = ['.xlsx', '.pdf', '.csv']

/** @throws Refused `file-unreadable` for a kind of file the program does not make */
export function checkOpenable(path: string): void {
  if (!known.includes(extname(path).toLowerCase())) throw new Refused('file-unreadable', { file: path })
}

/** Opens a file with the program the user has for it, where the host has no desktop functions of its own. */
export function openWithDesktop(path: string): void {
  checkOpenable(path)
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
