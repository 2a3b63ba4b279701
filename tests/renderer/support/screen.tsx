import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach, vi } from 'vitest'
import { permissions } from '../../../src/shared/contract/base'
import type { BookInfo } from '../../../src/shared/contract/system'
import type { Locale } from '../../../src/shared/i18n/index'
import { Look } from '../../../src/renderer/app/look'
import { ActionsProvider } from '../../../src/renderer/components/actions'
import { ApiProvider, type Api, type Backend } from '../../../src/renderer/components/backend'
import { BookProvider } from '../../../src/renderer/components/book'
import { MonthProvider } from '../../../src/renderer/components/month'
import { PreferencesProvider } from '../../../src/renderer/components/preferences'

afterEach(cleanup)
// A machine that does other work answers later; what never comes still fails.
configure({ asyncUtilTimeout: 8_000 })

/** What a screen's core answers, feature by feature; whatever is not given must not be asked. */
export type FakeApi = { [F in keyof Api]?: Partial<Record<keyof Api[F], (input: never, options?: unknown) => unknown>> }

export const book: BookInfo = {
  version: '0.1.0',
  bookName: '测试账套',
  bookPath: '/book.db',
  userName: '王芳',
  role: 'manager',
  permissions: [...permissions],
  host: 'test',
  files: 'transfer',
  empty: false,
  demo: false,
  latestMonth: '2026-03',
  recovered: [],
}

interface ScreenOptions {
  api: FakeApi
  /** Address the screen is opened at, e.g. `/waybills?status=exception`. */
  at: string
  /** First part of the address, under which the screen is mounted. */
  path: string
  locale?: Locale
  book?: Partial<BookInfo>
  uploadFile?: Backend['uploadFile']
  /** What the book remembers for the user. */
  preferences?: Readonly<Record<string, unknown>>
}

/** Shows a feature's screens as the window would: words, book, month, preferences, router; the core is a fake. */
export function renderScreen(screen: ReactNode, options: ScreenOptions) {
  const {
    api,
    at,
    path,
    locale = 'zh-CN',
    uploadFile = () => Promise.reject(new Error('no upload expected')),
  } = options
  const asked: string[] = []
  const shown = { ...book, ...options.book }
  const known: FakeApi = {
    ...api,
    system: { info: () => shown, setPreference: () => ({}), ...api.system },
    jobs: { running: () => [], ...api.jobs },
  }
  const downloaded = vi.fn<(address: string, name: string) => Promise<void>>(() => Promise.resolve())
  const backend: Backend = {
    api: fakeApi(known, asked),
    uploadFile,
    download: downloaded,
    onHostGone: () => () => undefined,
  }
  const router = createMemoryRouter(
    [
      { path: `/${path}/*`, element: screen },
      { path: '*', element: <p>elsewhere</p> },
    ],
    { initialEntries: [at] },
  )
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const view = render(
    <ApiProvider backend={backend}>
      <QueryClientProvider client={queries}>
        <PreferencesProvider initial={options.preferences ?? {}}>
          <BookProvider initial={shown}>
            <MonthProvider>
              <Look locale={locale} theme="light">
                <ActionsProvider>
                  <RouterProvider router={router} />
                </ActionsProvider>
              </Look>
            </MonthProvider>
          </BookProvider>
        </PreferencesProvider>
      </QueryClientProvider>
    </ApiProvider>,
  )
  const address = () => `${router.state.location.pathname}${router.state.location.search}`
  return { ...view, downloaded, asked, address }
}

export function fakeApi(answers: FakeApi, asked: string[]): Api {
  const features = answers as Record<string, Record<string, (input: unknown, options?: unknown) => unknown> | undefined>
  const feature = (name: string) =>
    new Proxy(
      {},
      {
        get: (_target, procedure: string) => async (input: unknown, options?: unknown) => {
          asked.push(`${name}.${procedure}`)
          const answer = features[name]?.[procedure]
          if (!answer) throw new Error(`unexpected call ${name}.${procedure}`)
          return answer(input, options)
        },
      },
    )
  return new Proxy({}, { get: (_target, name: string) => feature(name) }) as Api
}

/** A refusal as it comes over the wire. */
export function refusal(code: string, params: Record<string, string | number> = {}): Error {
  return Object.assign(new Error(code), { code: 'REFUSED', data: { code, params } })
}

/** Events of a job, one after the other. */
export async function* jobEvents<T>(...events: T[]): AsyncGenerator<T> {
  for (const event of events) yield await Promise.resolve(event)
}
