import { Button, Dropdown, Tag, Tooltip } from 'antd'
import { BulbOutlined, GlobalOutlined, SearchOutlined } from '../components/icons'
import { useBook } from '../components/book'
import { usePreference } from '../components/preferences'
import { useLocale, useWords } from '../i18n'
import { isLocale, isTheme, rememberedLook } from '../components/look-memory'
import { MonthSwitcher } from './month-switcher'
import { TasksBell } from './tasks-bell'
import { UserMenu } from './user-menu'

/** Book name, month, search, tasks, language, appearance, user. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const t = useWords()
  const book = useBook()
  const locale = useLocale()
  const [, setLocale] = usePreference('language', locale, isLocale)
  const [theme, setTheme] = usePreference('theme', rememberedLook().theme, isTheme)
  return (
    <header className="top-bar">
      <div className="row">
        <strong className="ellipsis book-name" title={book.bookName}>
          {book.bookName}
        </strong>
        {book.demo ? (
          <Tooltip title={t('shell:demoHint')}>
            <Tag color="warning" variant="outlined">
              {t('shell:demoTag')}
            </Tag>
          </Tooltip>
        ) : null}
      </div>
      <MonthSwitcher />
      <button type="button" className="search-button" onClick={onSearch}>
        <SearchOutlined />
        <span className="ellipsis">{t('shell:search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="row top-bar-end">
        <TasksBell />
        <Dropdown
          trigger={['click']}
          menu={{
            selectedKeys: [locale],
            items: [
              { key: 'zh-CN', label: '简体中文' },
              { key: 'en', label: 'English' },
            ],
            onClick: ({ key }) => isLocale(key) && setLocale(key),
          }}
        >
          <Button type="text" icon={<GlobalOutlined />} aria-label={t('shell:language.label')} />
        </Dropdown>
        <Dropdown
          trigger={['click']}
          menu={{
            selectedKeys: [theme],
            items: (['light', 'dark', 'system'] as const).map((key) => ({ key, label: t(`shell:theme.${key}`) })),
            onClick: ({ key }) => isTheme(key) && setTheme(key),
          }}
        >
          <Button type="text" icon={<BulbOutlined />} aria-label={t('shell:theme.label')} />
        </Dropdown>
        <UserMenu />
      </div>
    </header>
  )
}
