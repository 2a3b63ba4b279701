import { translate, type Locale, type WordKey, type WordParams } from '#shared/i18n/index'
import { dataDirOf } from '../browser/data-dir'
import { CommandProblem } from './problem'
import { openSession, type Session } from './session'
import { watchJob } from './watch-job'

/** Options every command takes. */
export interface CommonOptions {
  data?: string
  json?: boolean
  lang: string
}

export interface Streams {
  /** Standard output: what was asked for. */
  out: (text: string) => void
  /** Standard error: reasons and progress. */
  error: (text: string) => void
  /** True if a person watches standard error. */
  watched: boolean
}

/** What a command works with. */
export interface Run {
  session: Session
  locale: Locale
  json: boolean
  words(key: WordKey, params?: WordParams): string
  /** With `--json` prints the document, otherwise the lines. */
  answer(document: unknown, lines: () => string[]): void
  /** Runs a started job to its end and answers its result and how long it took. */
  finish(started: { job: string }): Promise<{ batch?: number; count?: number; seconds: number }>
}

export function localeOf(lang: string): Locale {
  if (lang === 'zh' || lang === 'zh-CN') return 'zh-CN'
  if (lang === 'en') return 'en'
  throw new CommandProblem('figure', { text: lang, what: 'language' })
}

/** Opens the book, does the work and closes the book again, whatever happened. */
export async function withBook(
  options: CommonOptions,
  programFolder: string,
  streams: Streams,
  work: (run: Run) => Promise<void>,
): Promise<void> {
  const locale = localeOf(options.lang)
  const session = await openSession(dataDirOf(options.data), programFolder)
  const json = options.json ?? false
  try {
    await work({
      session,
      locale,
      json,
      words: (key, params) => translate(locale, key, params),
      answer: (document, lines) => streams.out(json ? JSON.stringify(document) : lines().join('\n')),
      finish: async ({ job }) => {
        const started = performance.now()
        const result = await watchJob(session.api, job, ({ done, total }) => {
          if (streams.watched && !json) streams.error(`\r… ${done}${total === null ? '' : ` / ${total}`} `)
        })
        if (streams.watched && !json) streams.error('\r\u001b[K')
        return { ...result, seconds: Math.round(performance.now() - started) / 1000 }
      },
    })
  } finally {
    await session.close()
  }
}
