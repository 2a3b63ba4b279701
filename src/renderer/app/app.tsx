import { QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { BookInfo } from '#shared/contract/system'
import { ApiProvider, type Backend } from '../components/backend'
import { BookProvider } from '../components/book'
import { MonthProvider } from '../components/month'
import { PreferencesProvider, usePreference } from '../components/preferences'
import { BootFailure } from './boot-failure'
import { HostGone } from './host-gone'
import { Look } from './look'
import { isLocale, isTheme, rememberedLook, rememberLook } from '../components/look-memory'
import { createQueries } from './query'
import { Pages } from './pages'

type Start = { book: BookInfo; preferences: Readonly<Record<string, unknown>> }

/** The window: reads what it needs to open, then shows the pages; says so where that fails. */
export function App({ backend }: { backend: Backend }) {
  const [start, setStart] = useState<Start | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [gone, setGone] = useState(false)
  const [queries] = useState(createQueries)
  const [look] = useState(rememberedLook)

  const boot = useCallback(() => {
    Promise.all([backend.api.system.info({}), backend.api.system.preferences({})]).then(
      ([book, preferences]) => setStart({ book, preferences }),
      (error: unknown) => setFailure(error),
    )
  }, [backend])
  useEffect(boot, [boot])
  const retry = () => {
    setFailure(null)
    boot()
  }
  useEffect(() => backend.onHostGone(() => setGone(true)), [backend])

  if (gone) {
    return (
      <Look {...look}>
        <HostGone />
      </Look>
    )
  }
  if (failure) {
    return (
      <Look {...look}>
        <BootFailure error={failure} onRetry={retry} />
      </Look>
    )
  }
  if (!start) return <div className="boot" />
  return (
    <ApiProvider backend={backend}>
      <QueryClientProvider client={queries}>
        <PreferencesProvider initial={start.preferences}>
          <BookProvider initial={start.book}>
            <MonthProvider>
              <RememberedLook>
                <Pages />
              </RememberedLook>
            </MonthProvider>
          </BookProvider>
        </PreferencesProvider>
      </QueryClientProvider>
    </ApiProvider>
  )
}

function RememberedLook({ children }: { children: ReactNode }) {
  const [first] = useState(rememberedLook)
  const [locale] = usePreference('language', first.locale, isLocale)
  const [theme] = usePreference('theme', first.theme, isTheme)
  useEffect(() => rememberLook({ locale, theme }), [locale, theme])
  return (
    <Look locale={locale} theme={theme}>
      {children}
    </Look>
  )
}
