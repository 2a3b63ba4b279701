import type { Locale } from '#shared/i18n/index'
import type { Appearance } from '../styles/tokens'

export type Theme = Appearance | 'system'

export const isLocale = (value: unknown): value is Locale => value === 'zh-CN' || value === 'en'
export const isTheme = (value: unknown): value is Theme => value === 'light' || value === 'dark' || value === 'system'

/**
 * Language and appearance are kept with the book; this copy only spares the first picture a change of colour before
 * the book has answered. Storage may be unavailable: then the defaults are shown first.
 */
export function rememberedLook(): { locale: Locale; theme: Theme } {
  const locale = recall('yike.locale')
  const theme = recall('yike.theme')
  return { locale: isLocale(locale) ? locale : 'zh-CN', theme: isTheme(theme) ? theme : 'light' }
}

export function rememberLook(look: { locale: Locale; theme: Theme }): void {
  try {
    localStorage.setItem('yike.locale', look.locale)
    localStorage.setItem('yike.theme', look.theme)
  } catch {
    // Without storage the book's own preference still holds.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
