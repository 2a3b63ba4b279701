import { Button, Segmented, Skeleton } from 'antd'
import { PlusOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { missingAmong } from '#shared/domain/people/gaps'
import type { PersonDetail, PersonRow } from '#shared/contract/people'
import { useApi } from '../../components/backend'
import { EmptyState } from '../../components/empty-state'
import { ErrorState } from '../../components/error-state'
import { useInstant } from '../../components/instant'
import { useWords } from '../../i18n'
import { ContactTable } from './contact-table'
import { EraseModal } from './erase-modal'
import { Gaps } from './gaps'
import { usePersonActions } from './person-actions'
import { PersonDrawer } from './person-drawer'
import { RelationshipMap } from './relationship-map'
import { RevealModal } from './reveal-modal'
import './people.css'

type Opened =
  | { as: 'new' }
  | { as: 'edit' | 'shown'; person: PersonDetail }
  | { as: 'erase'; person: Pick<PersonRow, 'id' | 'name'> }

/** 联系人: the people at a customer, as a list and as a map, and what is missing among them. */
export function ContactsTab({ accountId }: { accountId: number }) {
  const t = useWords()
  const api = useApi()
  const instant = useInstant()
  const [address, setAddress] = useSearchParams()
  const [opened, setOpened] = useState<Opened | null>(null)
  const { remove, read, seesAll, mayWrite, mayErase } = usePersonActions()
  const known = useQuery({
    queryKey: ['people', 'account', accountId],
    queryFn: ({ signal }) => api.people.ofAccount({ accountId }, { signal }),
  })
  const open = async (as: 'edit' | 'shown', id: number) => {
    const person = await read(id, seesAll)
    if (person) setOpened({ as, person })
  }
  const close = () => setOpened(null)
  if (known.error) return <ErrorState error={known.error} onRetry={() => void known.refetch()} />
  if (!known.data) return <Skeleton active paragraph={{ rows: 6 }} />
  const { people, gaps, erased } = known.data
  const view = address.get('view') === 'map' ? 'map' : 'table'
  const addButton = mayWrite ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpened({ as: 'new' })}>
      {t('people:add')}
    </Button>
  ) : null
  return (
    <section className="stack">
      {people.length === 0 ? (
        <EmptyState title={t('people:none.title')} text={t('people:none.text')} action={addButton} />
      ) : (
        <>
          <Gaps gaps={gaps} />
          <div className="row row-spread row-wrap">
            <Segmented
              value={view}
              onChange={(next) => setAddress((old) => ({ ...Object.fromEntries(old), view: next }), { replace: true })}
              options={(['table', 'map'] as const).map((one) => ({ value: one, label: t(`people:tab.${one}`) }))}
            />
            {addButton}
          </div>
          {view === 'map' ? (
            <RelationshipMap
              missing={missingAmong(gaps)}
              accountId={accountId}
              people={people}
              editable={mayWrite}
              onOpen={({ id }) => void open(mayWrite ? 'edit' : 'shown', id)}
            />
          ) : (
            <ContactTable
              people={people}
              onEdit={mayWrite ? ({ id }) => void open('edit', id) : undefined}
              onShow={seesAll ? ({ id }) => void open('shown', id) : undefined}
              onRemove={mayWrite ? (person) => void remove(person) : undefined}
              onErase={mayErase ? (person) => setOpened({ as: 'erase', person }) : undefined}
            />
          )}
        </>
      )}
      {erased.length > 0 ? (
        <section>
          <h2 className="panel-title">{t('people:erase.traces')}</h2>
          <ul className="plain-list text-secondary">
            {erased.map(({ id, at, by }) => (
              <li key={id}>{t('people:erase.trace', { id, day: instant(at), by })}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {opened?.as === 'new' || opened?.as === 'edit' ? (
        <PersonDrawer
          accountId={accountId}
          person={opened.as === 'edit' ? opened.person : null}
          people={people}
          onClose={close}
        />
      ) : null}
      {opened?.as === 'shown' ? <RevealModal person={opened.person} onClose={close} /> : null}
      {opened?.as === 'erase' ? <EraseModal person={opened.person} onClose={close} /> : null}
    </section>
  )
}
