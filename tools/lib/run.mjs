import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** A sentence for the user; whoever catches it prints nothing but its message. */
export class Plain extends Error {}

/**
 * Runs a command to its end and answers its exit code. Its output goes to standard error, because standard output
 * belongs to the program that is started afterwards (`yike --json`); `output: 'own'` leaves both streams as they are.
 * Signals this process gets are handed on, so that stopping `npm start` stops everything under it.
 */
export function run(command, args, { output = 'error', env = {}, timeout, input = 'ignore', shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: [
        input,
        output === 'own' ? 'inherit' : output === 'none' ? 'ignore' : 2,
        output === 'none' ? 'ignore' : 'inherit',
      ],
      shell,
      timeout,
    })
    const handOn = (signal) => child.kill(signal)
    for (const signal of forwarded) process.on(signal, handOn)
    const end = (code) => {
      for (const signal of forwarded) process.off(signal, handOn)
      resolve(code)
    }
    child.on('error', () => end(127))
    child.on('exit', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
