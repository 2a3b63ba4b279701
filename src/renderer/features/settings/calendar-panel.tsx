import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useWords } from '../../i18n'

/** Reminders and official holidays are set where their effect can be seen: in the calendar. */
export function CalendarPanel() {
  const t = useWords()
  const navigate = useNavigate()
  return (
    <section className="panel">
      <h2>{t('calendar:settings.title')}</h2>
      <p className="text-secondary">{t('calendar:settings.panelText')}</p>
      <div className="row">
        <Button onClick={() => void navigate('/calendar?settings=1')}>{t('calendar:settings.open')}</Button>
        <Button onClick={() => void navigate('/calendar?tab=holidays')}>{t('calendar:tab.holidays')}</Button>
      </div>
    </section>
  )
}
