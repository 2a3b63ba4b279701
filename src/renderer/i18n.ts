import { createInstance, type i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { catalogues, namespaces, type Locale, type Namespace, type WordKey, type WordParams } from '#shared/i18n/index'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    keySeparator: false
    resources: (typeof catalogues)['zh-CN']
  }
}

/** All words are in the bundle, so the instance is ready at once and a switch of language needs no loading. */
export function createWords(locale: Locale): i18n {
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'zh-CN',
    resources: catalogues,
    ns: namespaces,
    defaultNS: 'shell',
    keySeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return words
}

export type Words = (key: WordKey, params?: WordParams) => string

/** The words of the language in use: `const t = useWords(); t('accounts:title')`. Keys are checked by the compiler. */
export function useWords(): Words {
  const { t } = useTranslation<Namespace[]>(namespaces)
  return t as unknown as Words
}

/** The language in use. */
export function useLocale(): Locale {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN'
}
