import type { PersonDetail, PersonRow } from '#shared/contract/people'
import { useApi, useChanged } from '../../components/backend'
import { FormDrawer } from '../../components/form-drawer'
import { useNotifyDone } from '../../components/notify'
import { useWords } from '../../i18n'
import { PersonFields } from './person-fields'
import { emptyPerson, formOf, inputOf, type PersonForm } from './person-form'

interface PersonDrawerProps {
  accountId: number
  /** The contact to change, as the core let the user see it; null: a new one. */
  person: PersonDetail | null
  /** All people of the customer. */
  people: readonly PersonRow[]
  onClose: () => void
}

/** Form for a new contact of a customer or for changing one. */
export function PersonDrawer({ accountId, person, people, onClose }: PersonDrawerProps) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const superiors = people.filter(({ id }) => id !== person?.id)
  const submit = async (form: PersonForm) => {
    const input = inputOf({ ...form, lastContactOn: form.lastContactOn || null })
    const saved = person
      ? await api.people.update({ id: person.id, version: person.version, person: input })
      : await api.people.create({ accountId, person: input })
    onClose()
    done(t('people:saved', { name: saved.name }))
    await changed()
  }
  return (
    <FormDrawer<PersonForm>
      open
      title={t(person ? 'people:edit' : 'people:add')}
      width={680}
      initial={person ? formOf(person, new Set(superiors.map(({ id }) => id))) : emptyPerson}
      draftKey={person ? `contact.${person.uid}` : `contact.new.${accountId}`}
      draftBase={person ? String(person.version) : ''}
      onSubmit={submit}
      onClose={onClose}
    >
      {() => <PersonFields superiors={superiors} full={person?.full ?? true} />}
    </FormDrawer>
  )
}
