import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

/** The built browser host as its user starts it. */
export interface Program {
  /** The complete address it printed; opens a session each time. */
  address: string
  child: ChildProcess
  output(): string
  /** How the process ended. */
  ended: Promise<number | null>
  /** Tells it to stop, as Ctrl+C does, and waits. */
  stop(): Promise<void>
}

/** Starts the built browser host on a book and waits until it says where it is. Without `args` no window is opened. */
export async function startProgram(dataDir: string, args: string[] = ['--no-open'], env = {}): Promise<Program> {
  const child = spawn(process.execPath, [join('out', 'main', 'browser.js'), '--data', dataDir, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    const read = (text: Buffer) => {
      output += text.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/open\?key=[\w-]+/.exec(output)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then((code) => reject(new Error(`the program ended with ${code}: ${output}`)))
  })
  const stop = async () => {
    child.kill('SIGINT')
    await ended
  }
  return { address, child, output: () => output, ended, stop }
}
