import { Button } from 'antd'
import { useWords } from '../i18n'

/** The core cannot be reached any more: nothing on screen can be trusted to be saved, so nothing of it is shown. */
export function HostGone() {
  const t = useWords()
  return (
    <main className="full-screen" role="alert">
      <h1>{t('shell:gone.title')}</h1>
      <p className="reading">{t('shell:gone.text')}</p>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('shell:gone.retry')}
      </Button>
    </main>
  )
}
