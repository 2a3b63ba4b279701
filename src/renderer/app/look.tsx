import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Locale } from '#shared/i18n/index'
import { AppearanceProvider } from '../components/appearance'
import type { Theme } from '../components/look-memory'
import { createWords } from '../i18n'
import { cssVariables, fontFamilies, themeOf, type Appearance } from '../styles/tokens'

interface LookProps {
  locale: Locale
  theme: Theme
  children: ReactNode
}

const darkWanted = '(prefers-color-scheme: dark)'

function useSystemDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(darkWanted)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(darkWanted).matches,
  )
}

/** Language and appearance around everything: words, the component library's theme and locale, our own variables. */
export function Look({ locale, theme, children }: LookProps) {
  const systemDark = useSystemDark()
  const appearance: Appearance = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme
  const words = useMemo(() => createWords(locale), [locale])
  const config = useMemo(() => themeOf(appearance, locale), [appearance, locale])

  useEffect(() => {
    const root = document.documentElement
    root.lang = locale
    root.style.colorScheme = appearance
    root.style.setProperty('--font', fontFamilies[locale])
    for (const [name, value] of Object.entries(cssVariables(appearance))) root.style.setProperty(name, value)
  }, [locale, appearance])

  return (
    <I18nextProvider i18n={words}>
      <AppearanceProvider value={appearance}>
        <ConfigProvider theme={config} locale={locale === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
          <AntApp component={false} message={{ maxCount: 3 }} notification={{ maxCount: 4 }}>
            {children}
          </AntApp>
        </ConfigProvider>
      </AppearanceProvider>
    </I18nextProvider>
  )
}
