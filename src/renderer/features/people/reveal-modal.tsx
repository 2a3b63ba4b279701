import { Modal } from 'antd'
import type { PersonDetail } from '#shared/contract/people'
import { birthdayText } from '#shared/domain/people/birthday'
import { useLocale, useWords } from '../../i18n'

/** One contact in full. The core has entered that it was looked at before it answered. */
export function RevealModal({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const t = useWords()
  const locale = useLocale()
  const lines = [
    [t('fields:contact.phone'), person.phone],
    [t('fields:contact.wechat'), person.wechat],
    [t('fields:contact.email'), person.email],
    [t('fields:contact.birthday'), person.birthday ? birthdayText(person.birthday, locale) : ''],
    [t('fields:contact.note'), person.note],
  ] as const
  return (
    <Modal open title={t('people:show.title', { name: person.name })} onCancel={onClose} footer={null} width={420}>
      <dl className="facts">
        {lines.map(([label, text]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd className="figure">{text || '—'}</dd>
          </div>
        ))}
      </dl>
      <p className="text-secondary">{t('people:show.audited')}</p>
    </Modal>
  )
}
