import { theme, type ThemeConfig } from 'antd'
import type { Tier } from '#shared/contract/base'
import type { Locale } from '#shared/i18n/index'

export type Appearance = 'light' | 'dark'

/** Colours with a meaning of their own; everything else is neutral grey. AA on the background they are used on. */
const palette = {
  light: {
    primary: '#0f766e',
    info: '#1d4ed8',
    success: '#166534',
    warning: '#b45309',
    danger: '#b91c1c',
    layout: '#f4f5f6',
    container: '#ffffff',
    text: '#1f2328',
    textSecondary: '#57606a',
    border: '#d5d9de',
    borderSecondary: '#e6e8eb',
    primaryTint: '#e3f1f0',
    infoTint: '#e8eefc',
    successTint: '#e7f5eb',
    warningTint: '#fdf3e3',
    dangerTint: '#fdecec',
    infoBorder: '#c3d1f5',
    successBorder: '#b5dec2',
    warningBorder: '#f0d3a2',
    dangerBorder: '#f3c1c1',
  },
  dark: {
    primary: '#2fc4b5',
    info: '#7aa7ff',
    success: '#4ade80',
    warning: '#f0b429',
    danger: '#ff8080',
    layout: '#14171a',
    container: '#1c2024',
    text: '#e6e8ea',
    textSecondary: '#a3abb3',
    border: '#3b4249',
    borderSecondary: '#2b3137',
    primaryTint: '#1d3432',
    infoTint: '#1c2740',
    successTint: '#17301f',
    warningTint: '#382c12',
    dangerTint: '#3c1f22',
    infoBorder: '#33476f',
    successBorder: '#2b5a3a',
    warningBorder: '#6b5320',
    dangerBorder: '#6e383d',
  },
} as const

/** Text colour and pale tint of each tier (UI: text on its own tint, never colour alone). */
export const tierColours: Record<Appearance, Record<Tier, { text: string; tint: string }>> = {
  light: {
    platinum: { text: '#475569', tint: '#eef2f6' },
    gold: { text: '#854d0e', tint: '#fdf5dc' },
    iron: { text: '#57534e', tint: '#f2f0ee' },
    lead: { text: '#9f1239', tint: '#fdecef' },
  },
  dark: {
    platinum: { text: '#cbd5e1', tint: '#2c3540' },
    gold: { text: '#f3d27a', tint: '#3a3018' },
    iron: { text: '#d6d0ca', tint: '#34302c' },
    lead: { text: '#fda4b8', tint: '#43202b' },
  },
}

/** Colours of chart series, in order; distinguishable in both appearances and for the colour-blind. */
export const seriesColours: Record<Appearance, readonly string[]> = {
  light: ['#0f766e', '#b45309', '#1d4ed8', '#7e22ce', '#57606a', '#be185d'],
  dark: ['#2dd4bf', '#f0b429', '#7aa7ff', '#c084fc', '#a3abb3', '#f472b6'],
}

const chineseFonts = '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC"'

/** English goes first to a Latin face: Chinese ones set its quotation marks and apostrophes a full square wide. */
export const fontFamilies: Record<Locale, string> = {
  'zh-CN': `${chineseFonts},"Noto Sans SC",system-ui,sans-serif`,
  en: `"Segoe UI","Helvetica Neue",Arial,"Liberation Sans",${chineseFonts},sans-serif`,
}

/** Height of a row, a field and a button: 32 px; the whole design is on a grid of 4. */
export const rowHeight = 32

/** The component library's theme. Set once around the whole window; features write no colour and no size. */
export function themeOf(appearance: Appearance, locale: Locale): ThemeConfig {
  const colours = palette[appearance]
  return {
    algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colours.primary,
      colorLink: appearance === 'dark' ? '#4fc3b8' : colours.primary,
      colorInfo: colours.info,
      colorSuccess: colours.success,
      colorWarning: colours.warning,
      colorError: colours.danger,
      // Derived from colours as dark as these, the library's own tints come out grey.
      colorPrimaryBg: colours.primaryTint,
      // A hovered button grows darker in the light: lighter teal is too pale for its words.
      ...(appearance === 'light' ? { colorPrimaryHover: '#115e59', colorPrimaryTextHover: '#115e59' } : {}),
      colorInfoBg: colours.infoTint,
      colorInfoBorder: colours.infoBorder,
      colorSuccessBg: colours.successTint,
      colorSuccessBorder: colours.successBorder,
      colorWarningBg: colours.warningTint,
      colorWarningBorder: colours.warningBorder,
      colorErrorBg: colours.dangerTint,
      colorErrorBorder: colours.dangerBorder,
      colorBgLayout: colours.layout,
      colorBgContainer: colours.container,
      colorText: colours.text,
      colorTextSecondary: colours.textSecondary,
      colorTextTertiary: colours.textSecondary,
      colorTextDescription: colours.textSecondary,
      colorTextPlaceholder: appearance === 'dark' ? '#8f98a1' : '#6b737c',
      colorBorder: colours.border,
      colorBorderSecondary: colours.borderSecondary,
      fontFamily: fontFamilies[locale],
      fontSize: 13,
      controlHeight: rowHeight,
      borderRadius: 4,
      motionDurationSlow: '0.12s',
      motionDurationMid: '0.1s',
      motionDurationFast: '0.06s',
    },
    components: {
      // On the brighter teal of the dark window white would be too pale (AA needs 4.5:1).
      ...(appearance === 'dark' ? { Button: { primaryColor: '#04201d' } } : {}),
      Table: {
        cellPaddingBlockSM: 5,
        cellPaddingInlineSM: 8,
        cellFontSizeSM: 13,
        headerBg: appearance === 'dark' ? '#23282d' : '#f4f5f6',
        headerColor: colours.textSecondary,
        headerSplitColor: 'transparent',
        rowHoverBg: appearance === 'dark' ? '#24302f' : '#eef6f5',
      },
      Tabs: { horizontalMargin: '0', titleFontSize: 13 },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
      Menu: { itemHeight: 36, iconSize: 16 },
    },
  }
}

/** What our own style sheets read as `var(--…)`; the same values as the theme's. */
export function cssVariables(appearance: Appearance): Readonly<Record<string, string>> {
  const colours = palette[appearance]
  return {
    '--primary': colours.primary,
    '--primary-tint': colours.primaryTint,
    '--link': appearance === 'dark' ? '#4fc3b8' : colours.primary,
    '--info': colours.info,
    '--success': colours.success,
    '--warning': colours.warning,
    '--danger': colours.danger,
    '--info-tint': colours.infoTint,
    '--warning-tint': colours.warningTint,
    '--danger-tint': colours.dangerTint,
    '--layout': colours.layout,
    '--container': colours.container,
    '--text': colours.text,
    '--text-secondary': colours.textSecondary,
    '--border': colours.border,
    '--border-secondary': colours.borderSecondary,
  }
}
