import { extname } from 'node:path'
import { CommandProblem } from './problem'

/** The format an output file's ending asks for. */
export function outFormat<T extends string>(path: string, known: readonly T[]): T {
  const ending = extname(path).slice(1).toLowerCase()
  const format = known.find((one) => one === ending)
  if (!format) {
    throw new CommandProblem('figure', { text: path, what: 'out', known: known.map((one) => `.${one}`).join(' ') })
  }
  return format
}
