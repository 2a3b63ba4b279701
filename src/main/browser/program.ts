import { parseArgs } from 'node:util'
import { refusalText } from '../cli/refusal-text'
import { dataDirOf } from './data-dir'
import { runBrowserHost } from './run'

/** The browser host as a program: `--data DIR --port N --no-open --lang zh|en`. */
export async function browserProgram(args: string[], programFolder: string): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: true },
      lang: { type: 'string', default: 'zh' },
    },
    allowNegative: true,
    strict: true,
  })
  const locale = values.lang === 'en' ? 'en' : 'zh-CN'
  try {
    await runBrowserHost({
      dataDir: dataDirOf(values.data),
      port: Number(values.port),
      open: values.open,
      programFolder,
      locale,
      say: (line) => console.log(line),
    })
  } catch (cause) {
    console.error(refusalText(cause, locale))
    process.exitCode = 1
  }
}
