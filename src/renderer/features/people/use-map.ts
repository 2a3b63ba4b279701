import { useCallback } from 'react'
import type { PersonRow } from '#shared/contract/people'
import type { MapLayout } from '#shared/domain/people/map-layout'
import { useApi } from '../../components/backend'
import { useUndoable } from '../../components/use-undoable'
import { useWords } from '../../i18n'

type Places = readonly { id: number; place: PersonRow['place'] }[]

/** What can be done on the relationship map; each offers to be taken back. */
export function useMapActions(accountId: number, people: readonly PersonRow[]) {
  const t = useWords()
  const api = useApi()
  const undoable = useUndoable()

  const place = useCallback(
    (next: Places, text: string) => {
      const before: Places = people.map((person) => ({ id: person.id, place: person.place }))
      const write = (places: Places) => api.people.arrange({ accountId, places: [...places] })
      return undoable(
        text,
        () => write(next),
        () => write(before),
      )
    },
    [accountId, api, people, undoable],
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
    report: ({ id, name }: PersonRow, boss: PersonRow | null) =>
      undoable(
        boss ? t('people:map.lineDrawn', { name, boss: boss.name }) : t('people:map.lineGone', { name }),
        () => api.people.setReportsTo({ id, reportsTo: boss?.id ?? null }),
        ({ before }) => api.people.setReportsTo({ id, reportsTo: before }),
      ),
  }
}
