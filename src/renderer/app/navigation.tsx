import { Button, Tooltip } from 'antd'
import { MenuFoldOutlined, MenuUnfoldOutlined } from '../components/icons'
import { useSyncExternalStore } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useMay } from '../components/book'
import { isFlag, usePreference } from '../components/preferences'
import { useWords } from '../i18n'
import { features, type Feature } from './routes'

/** Below this the navigation shows icons only. */
const narrowWindow = '(width < 1100px)'

function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(narrowWindow)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(narrowWindow).matches,
  )
}

export function Navigation() {
  const t = useWords()
  const may = useMay()
  const narrow = useNarrow()
  const [collapsed, setCollapsed] = usePreference('nav.collapsed', false, isFlag)
  const small = narrow || collapsed
  const open = useLocation().pathname.split('/')[1]
  const within = features.find(({ path }) => path === open)?.within
  const shown = features.filter((feature) => may(feature.permission))
  const links = (place: Feature['place']) =>
    shown
      .filter((feature) => feature.place === place)
      .map((feature) => (
        <li key={feature.path}>
          <Tooltip title={small ? t(feature.label) : undefined} placement="right">
            <NavLink
              to={`/${feature.path}`}
              className={feature.path === within ? 'nav-link active' : 'nav-link'}
              aria-label={t(feature.label)}
            >
              <span aria-hidden="true">{feature.icon}</span>
              {small ? null : <span>{t(feature.label)}</span>}
            </NavLink>
          </Tooltip>
        </li>
      ))
  return (
    <nav className={`navigation${small ? ' navigation-small' : ''}`} aria-label={t('shell:nav.main')}>
      <div className="brand" aria-hidden="true">
        <span className="brand-mark">驿</span>
        {small ? null : <span>{t('shell:appName')}</span>}
      </div>
      <ul>{links('main')}</ul>
      <ul className="navigation-below">
        {links('below')}
        {narrow ? null : (
          <li>
            <Button
              type="text"
              className="nav-collapse"
              icon={small ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
              aria-label={t(small ? 'shell:nav.expand' : 'shell:nav.collapse')}
              onClick={() => setCollapsed(!collapsed)}
            />
          </li>
        )}
      </ul>
    </nav>
  )
}
