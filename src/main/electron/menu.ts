import { Menu } from 'electron'
import { translate, type Locale } from '#shared/i18n/index'

/** The usual editing and view commands with their shortcuts; the program's own commands are in its window. */
export function setMenu(locale: Locale): void {
  const label = (key: 'file' | 'edit' | 'view' | 'window') => translate(locale, `hosts:menu.${key}`)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: label('file'), submenu: [{ role: 'quit' }] },
      {
        label: label('edit'),
        submenu: [
          { role: 'undo' },
          { role: 'redo' },
          { type: 'separator' },
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
        ],
      },
      {
        label: label('view'),
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { label: label('window'), submenu: [{ role: 'minimize' }, { role: 'close' }] },
    ]),
  )
}
