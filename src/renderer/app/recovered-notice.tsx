import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useBook } from '../components/book'
import { useWords } from '../i18n'

/** After a crash: says which imports were cut off and that nothing of them entered the book. */
export function RecoveredNotice() {
  const t = useWords()
  const navigate = useNavigate()
  const { recovered } = useBook()
  const [closed, setClosed] = useState<readonly number[]>([])
  return recovered
    .filter(({ batch }) => !closed.includes(batch))
    .map(({ batch, file, kind }) => (
      <Alert
        key={batch}
        banner
        type="warning"
        title={t('shell:recovered.title')}
        description={t('shell:recovered.text', { file })}
        closable={{ onClose: () => setClosed([...closed, batch]), 'aria-label': t('shell:close') }}
        action={
          <Button size="small" onClick={() => void navigate(`/imports/${kind}`)}>
            {t('shell:recovered.action')}
          </Button>
        }
      />
    ))
}
