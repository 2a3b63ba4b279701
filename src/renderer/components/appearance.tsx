import { createContext, useContext } from 'react'
import type { Appearance } from '../styles/tokens'

const AppearanceContext = createContext<Appearance>('light')

export const AppearanceProvider = AppearanceContext.Provider

/** Whether the window is light or dark just now; only charts and badges need to ask. */
export function useAppearance(): Appearance {
  return useContext(AppearanceContext)
}
