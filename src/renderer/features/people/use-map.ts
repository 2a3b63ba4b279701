import { useCallback } from 'react'
import type { PersonRow } from '#shared/contract/people'
import type { MapLayout } from '#shared/domain/people/map-layout'
import { useApi, useChanged } from '../../components/backend'
import { useNotifyError, useNotifyUndo } from '../../components/notify'
import { useWords } from '../../i18n'

type Places = readonly { id: number; place: PersonRow['place'] }[]

/** What can be done on the relationship map; each offers to be taken back. */
export function useMapActions(accountId: number, people: readonly PersonRow[]) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const undo = useNotifyUndo()
  const failed = useNotifyError()

  const place = useCallback(
    async (next: Places, text: string) => {
      const before: Places = people.map((person) => ({ id: person.id, place: person.place }))
      const write = async (places: Places) => {
        await api.people.arrange({ accountId, places: [...places] })
        await changed()
      }
      try {
        await write(next)
        undo(text, () => write(before))
      } catch (error) {
        failed(error)
      }
    },
    [accountId, api, changed, failed, people, undo],
  )

  return {
    /** Puts one box elsewhere. All others are kept where they are seen now, so that nothing else moves. */
    move: (layout: MapLayout, moved: PersonRow, to: { x: number; y: number }) => {
      const round = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x), y: Math.round(y) })
      const places = [...layout.places].map(([id, at]) => ({ id, place: round(id === moved.id ? to : at) }))
      return place(places, t('people:map.moved', { name: moved.name }))
    },
    arrange: () =>
      place(
        people.map(({ id }) => ({ id, place: null })),
        t('people:map.arranged'),
      ),
    /** Sets or takes away a superior. */
    report: async (person: PersonRow, boss: PersonRow | null) => {
      try {
        const { before } = await api.people.setReportsTo({ id: person.id, reportsTo: boss?.id ?? null })
        await changed()
        const text = boss
          ? t('people:map.lineDrawn', { name: person.name, boss: boss.name })
          : t('people:map.lineGone', { name: person.name })
        undo(text, async () => {
          await api.people.setReportsTo({ id: person.id, reportsTo: before })
          await changed()
        })
      } catch (error) {
        failed(error)
      }
    },
  }
}
