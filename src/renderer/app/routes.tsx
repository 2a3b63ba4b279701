import type { ComponentType, ReactNode } from 'react'
import {
  BarChartOutlined,
  CalendarOutlined,
  DollarOutlined,
  FileTextOutlined,
  FlagOutlined,
  HomeOutlined,
  ImportOutlined,
  ProfileOutlined,
  SettingOutlined,
  TeamOutlined,
} from '../components/icons'
import type { Permission } from '#shared/contract/base'
import type { WordKey } from '#shared/i18n/index'

export interface Feature {
  /** First part of the address; the feature's own component routes what comes after it. */
  path: string
  label: WordKey
  icon: ReactNode
  permission: Permission
  /** Where the navigation shows it; `hidden` is reached from other pages and the palette. */
  place: 'main' | 'below' | 'hidden'
  /** Of a hidden one: the entry of the navigation it belongs to. */
  within?: string
  load: () => Promise<{ default: ComponentType }>
}

/** Every feature of the window, one line each; its screens are loaded when first opened. */
export const features: readonly Feature[] = [
  {
    path: 'workbench',
    label: 'shell:nav.workbench',
    icon: <HomeOutlined />,
    permission: 'insight.read',
    place: 'main',
    load: () => import('../features/workbench'),
  },
  {
    path: 'accounts',
    label: 'shell:nav.accounts',
    icon: <TeamOutlined />,
    permission: 'accounts.read',
    place: 'main',
    load: () => import('../features/accounts'),
  },
  {
    path: 'people',
    label: 'people:title',
    icon: <TeamOutlined />,
    permission: 'accounts.read',
    place: 'hidden',
    within: 'accounts',
    load: () => import('../features/people'),
  },
  {
    path: 'pricing',
    label: 'shell:nav.pricing',
    icon: <DollarOutlined />,
    permission: 'pricing.read',
    place: 'main',
    load: () => import('../features/pricing'),
  },
  {
    path: 'quotations',
    label: 'quotations:title',
    icon: <FileTextOutlined />,
    permission: 'pricing.read',
    place: 'hidden',
    within: 'pricing',
    load: () => import('../features/quotations'),
  },
  {
    path: 'contracts',
    label: 'contracts:title',
    icon: <FileTextOutlined />,
    permission: 'contracts.read',
    place: 'hidden',
    within: 'pricing',
    load: () => import('../features/contracts'),
  },
  {
    path: 'waybills',
    label: 'shell:nav.waybills',
    icon: <ProfileOutlined />,
    permission: 'waybills.read',
    place: 'main',
    load: () => import('../features/waybills'),
  },
  {
    path: 'plans',
    label: 'shell:nav.plans',
    icon: <FlagOutlined />,
    permission: 'plans.read',
    place: 'main',
    load: () => import('../features/plans'),
  },
  {
    path: 'insight',
    label: 'shell:nav.insight',
    icon: <BarChartOutlined />,
    permission: 'insight.read',
    place: 'main',
    load: () => import('../features/insight'),
  },
  {
    path: 'profit',
    label: 'shell:nav.profit',
    icon: <BarChartOutlined />,
    permission: 'pricing.read',
    place: 'hidden',
    within: 'insight',
    load: () => import('../features/profit'),
  },
  {
    path: 'simulation',
    label: 'simulation:title',
    icon: <DollarOutlined />,
    permission: 'pricing.read',
    place: 'hidden',
    within: 'pricing',
    load: () => import('../features/simulation'),
  },
  {
    path: 'imports',
    label: 'shell:nav.imports',
    icon: <ImportOutlined />,
    permission: 'waybills.read',
    place: 'below',
    load: () => import('../features/imports'),
  },
  {
    path: 'calendar',
    label: 'shell:nav.calendar',
    icon: <CalendarOutlined />,
    permission: 'accounts.read',
    place: 'below',
    load: () => import('../features/calendar'),
  },
  {
    path: 'settings',
    label: 'shell:nav.settings',
    icon: <SettingOutlined />,
    permission: 'system.read',
    place: 'below',
    load: () => import('../features/settings'),
  },
]

/** Starts loading the page the window opens on while the core is still being asked for the book. */
export function loadFirstPage(address: string): void {
  const path = /^#\/([a-z]+)/.exec(address)?.[1] ?? 'workbench'
  // A page that cannot be loaded says so itself when the router asks for it again.
  features
    .find((feature) => feature.path === path)
    ?.load()
    .catch(() => undefined)
}
