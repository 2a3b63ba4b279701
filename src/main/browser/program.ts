import { parseArgs } from 'node:util'
import { translate } from '#shared/i18n/index'
import { portOf } from '../cli/figures'
import { exitCodeFor, refusalText } from '../cli/refusal-text'
import { dataDirOf } from './data-dir'
import { runBrowserHost } from './run'

const options = {
  data: { type: 'string' },
  port: { type: 'string', default: '0' },
  open: { type: 'boolean', default: true },
  lang: { type: 'string', default: 'zh' },
} as const

/** The browser host as a program: `--data DIR --port N --no-open --lang zh|en`. */
export async function browserProgram(args: string[], programFolder: string): Promise<void> {
  const locale = args.includes('--lang=en') || args[args.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh-CN'
  const parsed = read(args)
  if (!parsed) {
    const why = translate(locale, 'hosts:use.start')
    console.error(translate(locale, 'hosts:usage', { why }))
    process.exitCode = 2
    return
  }
  try {
    await runBrowserHost({
      dataDir: dataDirOf(parsed.data),
      port: portOf(parsed.port),
      open: parsed.open,
      programFolder,
      locale,
      say: (line) => console.log(line),
    })
  } catch (cause) {
    console.error(refusalText(cause, locale))
    process.exitCode = exitCodeFor(cause)
  }
}

function read(args: string[]) {
  try {
    return parseArgs({ args, options, allowNegative: true, strict: true }).values
  } catch {
    return null
  }
}
