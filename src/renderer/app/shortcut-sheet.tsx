import { Modal } from 'antd'
import { shortcutText, useAllActions } from '../components/actions'
import { useWords } from '../i18n'

/** All shortcuts that work just now, made from the actions themselves. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords()
  const actions = useAllActions()
  const rows = [
    ...actions.flatMap((action) =>
      action.shortcut ? [{ key: action.id, label: action.label, text: shortcutText(action.shortcut) }] : [],
    ),
    { key: 'move', label: `${t('shell:help.table')} · ${t('shell:help.tableMove')}`, text: '↑ ↓' },
    { key: 'open', label: `${t('shell:help.table')} · ${t('shell:help.tableOpen')}`, text: 'Enter' },
    { key: 'select', label: `${t('shell:help.table')} · ${t('shell:help.tableSelect')}`, text: 'Space' },
  ]
  return (
    <Modal open={open} title={t('shell:help.title')} onCancel={onClose} footer={null} destroyOnHidden>
      <table className="plain-table">
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{row.label}</td>
              <td className="cell-figure">
                <kbd>{row.text}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
