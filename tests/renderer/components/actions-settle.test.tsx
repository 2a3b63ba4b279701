import { act } from '@testing-library/react'
import { useEffect, useMemo } from 'react'
import { expect, it } from 'vitest'
import { useActions } from '../../../src/renderer/components/actions'
import { useMay } from '../../../src/renderer/components/book'
import { isText, usePreference } from '../../../src/renderer/components/preferences'
import { renderScreen } from '../support/screen'

it('settles where actions are made of remembered values and permissions', async () => {
  let renders = 0
  function Screen() {
    const [, store] = usePreference('look', 'a', isText)
    const may = useMay()
    const actions = useMemo(
      () => (may('waybills.read') ? [{ id: 'x', label: 'x', run: () => store('b') }] : []),
      [may, store],
    )
    useActions(actions)
    useEffect(() => {
      renders += 1
    })
    return null
  }
  renderScreen(<Screen />, { api: {}, at: '/x', path: 'x' })
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
  expect(renders).toBeLessThan(10)
})
