import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useDraft } from '../../../src/renderer/components/form-draft'
import { renderScreen } from '../support/screen'

function Form() {
  const draft = useDraft<{ text: string }>('probe', '1')
  return (
    <>
      <button onClick={() => draft.keep({ text: 'long' })}>keep</button>
      <button onClick={() => draft.drop()}>drop</button>
    </>
  )
}

describe('a kept draft', () => {
  it('is dropped after what was kept of it has arrived, however long that takes', async () => {
    const sent: unknown[] = []
    const arrive: (() => void)[] = []
    const setPreference = (({ value }: { value: unknown }) => {
      sent.push(value)
      return new Promise<void>((resolve) => arrive.push(resolve))
    }) as never
    renderScreen(<Form />, { api: { system: { setPreference } }, at: '/probe', path: 'probe' })
    fireEvent.click(screen.getByText('keep'))
    await waitFor(() => expect(sent).toEqual([{ base: '1', values: { text: 'long' } }]))
    fireEvent.click(screen.getByText('drop'))
    // Sent at once, the short word could overtake the long draft, which would then be offered again for ever.
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(sent).toHaveLength(1)
    arrive[0]?.()
    await waitFor(() => expect(sent).toEqual([{ base: '1', values: { text: 'long' } }, null]))
  })
})
