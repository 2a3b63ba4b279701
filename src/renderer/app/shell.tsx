import { Suspense, useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import { ActionsProvider } from '../components/actions'
import { useBook } from '../components/book'
import { useWords } from '../i18n'
import { FirstRun } from './first-run'
import { Navigation } from './navigation'
import { Palette } from './palette'
import { RecoveredNotice } from './recovered-notice'
import { ShellActions } from './shell-actions'
import { ShortcutSheet } from './shortcut-sheet'
import { TopBar } from './top-bar'

/** The window around the pages: navigation at the left, top bar, the page below it, palette and shortcut sheet above. */
export function Shell() {
  const t = useWords()
  const book = useBook()
  const [palette, setPalette] = useState(false)
  const [sheet, setSheet] = useState(false)
  const [skipped, setSkipped] = useState(false)
  const [loading, setLoading] = useState(false)
  const { pathname, search } = useLocation()
  // Other pages of an empty book say themselves what to do first.
  const firstRun = book.empty && !skipped && (loading || pathname === '/' || pathname === '/workbench')
  return (
    <ActionsProvider>
      <ShellActions onPalette={() => setPalette(true)} onHelp={() => setSheet(true)} />
      <div className="shell">
        <a className="skip-link" href="#content" onClick={focusContent}>
          {t('shell:nav.skip')}
        </a>
        <Navigation />
        <div className="shell-main">
          <TopBar onSearch={() => setPalette(true)} />
          <RecoveredNotice />
          {/* A page comes a moment after its address: until then the page before it is still to be seen. */}
          <main id="content" className="shell-content" tabIndex={-1} data-place={pathname + search}>
            <Suspense fallback={<div className="boot" role="status" aria-label={t('shell:loading')} />}>
              {firstRun ? <FirstRun onLeave={() => setSkipped(true)} onLoading={setLoading} /> : <Outlet />}
            </Suspense>
          </main>
        </div>
      </div>
      <Palette open={palette} onClose={() => setPalette(false)} />
      <ShortcutSheet open={sheet} onClose={() => setSheet(false)} />
    </ActionsProvider>
  )
}

function focusContent(event: React.MouseEvent) {
  // The address belongs to the router: the link moves the focus only.
  event.preventDefault()
  document.getElementById('content')?.focus()
}
