import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useActions, type Action } from '../components/actions'
import { usePreference } from '../components/preferences'
import { useLocale, useWords } from '../i18n'
import { isLocale, isTheme, rememberedLook } from '../components/look-memory'
import { features } from './routes'

interface ShellActionsProps {
  onPalette: () => void
  onHelp: () => void
}

/** What can be done from anywhere: go to a page, start an import, switch language and appearance. */
export function ShellActions({ onPalette, onHelp }: ShellActionsProps) {
  const t = useWords()
  const navigate = useNavigate()
  const locale = useLocale()
  const [, setLocale] = usePreference('language', locale, isLocale)
  const [theme, setTheme] = usePreference('theme', rememberedLook().theme, isTheme)

  const actions = useMemo<readonly Action[]>(
    () => [
      ...features.map((feature, index) => ({
        id: `go.${feature.path}`,
        label: t('shell:action.go', { page: t(feature.label) }),
        shortcut: `alt+${index + 1}`,
        permission: feature.permission,
        run: () => void navigate(`/${feature.path}`),
      })),
      {
        id: 'pricing.quote',
        label: t('pricing:quote.title'),
        shortcut: 'alt+q',
        permission: 'pricing.read',
        run: () => void navigate('/pricing/quote'),
      },
      {
        id: 'accounts.new',
        label: t('shell:action.newAccount'),
        permission: 'accounts.write',
        run: () => void navigate('/accounts?new=1'),
      },
      {
        id: 'imports.accounts',
        label: t('shell:action.importAccounts'),
        permission: 'accounts.write',
        run: () => void navigate('/imports/accounts'),
      },
      {
        id: 'imports.prices',
        label: t('shell:action.importPrices'),
        permission: 'pricing.write',
        run: () => void navigate('/imports/prices'),
      },
      {
        id: 'imports.waybills',
        label: t('shell:action.importWaybills'),
        permission: 'waybills.write',
        run: () => void navigate('/imports/waybills'),
      },
      {
        id: 'theme.toggle',
        label: t('shell:action.toggleTheme'),
        run: () => setTheme(theme === 'dark' ? 'light' : 'dark'),
      },
      {
        id: 'language.toggle',
        label: t('shell:action.toggleLanguage'),
        run: () => setLocale(locale === 'en' ? 'zh-CN' : 'en'),
      },
      { id: 'palette', label: t('shell:action.palette'), shortcut: 'mod+k', run: onPalette },
      { id: 'help', label: t('shell:action.help'), shortcut: '?', run: onHelp },
    ],
    [t, navigate, locale, theme, onPalette, onHelp, setLocale, setTheme],
  )
  useActions(actions)
  return null
}
