import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { PersonRow } from '#shared/contract/people'
import { isWordKey } from '#shared/i18n/index'
import { useApi, useChanged } from '../../components/backend'
import { ErrorState } from '../../components/error-state'
import { Field } from '../../components/field'
import { JobProgress } from '../../components/job-progress'
import { useWords, type Words } from '../../i18n'

interface Erased {
  job: string
  left: readonly { place: string; count: number }[]
}

/** Erasing a person's data for good: says what goes, what stays and what is out of reach, and asks for the name. */
export function EraseModal({ person, onClose }: { person: Pick<PersonRow, 'id' | 'name'>; onClose: () => void }) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [erased, setErased] = useState<Erased | null>(null)
  const [rewritten, setRewritten] = useState(false)
  const fits = typed.trim() === person.name.trim()
  const erase = async () => {
    setBusy(true)
    setFailure(null)
    try {
      setErased(await api.people.erase({ id: person.id, name: typed }))
      await changed()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={erased ? t('people:erase.done') : t('people:erase.title', { name: person.name })}
      onCancel={onClose}
      width={520}
      footer={
        erased ? (
          <Button onClick={onClose}>{t('shell:close')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('shell:cancel')}</Button>
            <Button danger type="primary" disabled={!fits} loading={busy} onClick={() => void erase()}>
              {t('people:erase.confirm')}
            </Button>
          </>
        )
      }
    >
      {erased ? (
        <div className="stack">
          <p>{t(rewritten ? 'people:erase.rewritten' : 'people:erase.rewriting')}</p>
          <JobProgress job={erased.job} onEnd={({ state }) => setRewritten(state === 'done')} />
          {erased.left.length > 0 ? <Left t={t} left={erased.left} /> : null}
        </div>
      ) : (
        <div className="stack">
          <p>{t('people:erase.text', { id: person.id })}</p>
          <Alert type="warning" showIcon title={t('people:erase.cannot')} description={t('people:erase.reach')} />
          <Field label={t('people:erase.type')} message={typed !== '' && !fits ? t('people:erase.mismatch') : null}>
            {(id) => (
              <Input
                id={id}
                autoComplete="off"
                placeholder={person.name}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          {failure ? <ErrorState error={failure} /> : null}
        </div>
      )}
    </Modal>
  )
}

function Left({ t, left }: { t: Words; left: Erased['left'] }) {
  return (
    <Alert
      type="warning"
      showIcon
      title={t('people:erase.left')}
      description={
        <ul className="plain-list">
          {left.map(({ place, count }) => {
            const key = `people:place.${place}`
            const name = isWordKey(key) ? t(key) : t('people:place.other', { table: place })
            return <li key={place}>{t('people:erase.leftPlace', { place: name, count })}</li>
          })}
        </ul>
      }
    />
  )
}
