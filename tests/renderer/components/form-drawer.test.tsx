import { Form, Input } from 'antd'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { DayInput } from '../../../src/renderer/components/day-input'
import { FormDrawer } from '../../../src/renderer/components/form-drawer'
import { refusal, renderScreen } from '../support/screen'

interface Values {
  name: string
}

type Submit = (values: Values) => Promise<void>

function Screen({ onSubmit, onClose }: { onSubmit: Submit; onClose: () => void }) {
  return (
    <FormDrawer<Values> open title="form" initial={{ name: '' }} draftKey="test" onSubmit={onSubmit} onClose={onClose}>
      {() => (
        <Form.Item name="name" label="name" rules={[{ required: true, message: 'name is missing' }]}>
          <Input />
        </Form.Item>
      )}
    </FormDrawer>
  )
}

function show(onSubmit: Submit = () => Promise.resolve()) {
  const stored = vi.fn<(input: { key: string; value: unknown }) => object>(() => ({}))
  const onClose = vi.fn<() => void>()
  renderScreen(<Screen onSubmit={onSubmit} onClose={onClose} />, {
    api: { system: { setPreference: stored } },
    at: '/x',
    path: 'x',
  })
  return { stored, onClose, field: screen.getByLabelText<HTMLInputElement>('name') }
}

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const form = (field: HTMLElement) => field.closest('form') ?? field
const question = () => document.querySelector('.ant-modal-confirm')

describe('form drawer', () => {
  it('closes on Esc at once where nothing was changed', () => {
    const { onClose } = show()
    fireEvent.keyDown(window, { key: 'Escape' })
    expect(onClose).toHaveBeenCalledOnce()
    expect(question()).toBeNull()
  })

  it('asks on Esc where something was changed; giving up drops the draft', async () => {
    const { field, onClose, stored } = show()
    type(field, '杭州')
    fireEvent.keyDown(window, { key: 'Escape' })
    await waitFor(() => expect(question()?.textContent).toContain('有未保存的修改'))
    expect(onClose).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: '放弃修改' }))
    expect(onClose).toHaveBeenCalledOnce()
    await act(() => new Promise((resolve) => setTimeout(resolve, 700)))
    expect(stored).not.toHaveBeenCalledWith(expect.objectContaining({ value: expect.anything() as unknown }), undefined)
  })

  it('says at the field what is missing and does not submit', async () => {
    const onSubmit = vi.fn<Submit>(() => Promise.resolve())
    const { field } = show(onSubmit)
    fireEvent.submit(form(field))
    await screen.findByText('name is missing')
    await screen.findByText('有 1 处需要修改，已标出。')
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('shows what the core refused and keeps what was typed', async () => {
    const { field } = show(() => Promise.reject(refusal('duplicate-name', { name: '杭州' })))
    type(field, '杭州')
    fireEvent.submit(form(field))
    await screen.findByText('名称“杭州”已经存在。请换一个名称。')
    expect(field.value).toBe('杭州')
  })

  it('no longer shows what was refused once something else is wrong', async () => {
    const { field } = show(() => Promise.reject(refusal('duplicate-name', { name: '杭州' })))
    type(field, '杭州')
    fireEvent.submit(form(field))
    await screen.findByText('名称“杭州”已经存在。请换一个名称。')
    type(field, '')
    fireEvent.submit(form(field))
    await screen.findByText('有 1 处需要修改，已标出。')
    expect(screen.queryByText('名称“杭州”已经存在。请换一个名称。')).toBeNull()
  })

  it('keeps a draft while typing and drops it once saved', async () => {
    const { field, stored } = show()
    type(field, '杭州')
    await waitFor(
      () =>
        expect(stored).toHaveBeenCalledWith(
          { key: 'draft.test', value: { base: '', values: { name: '杭州' } } },
          undefined,
        ),
      { timeout: 2000 },
    )
    fireEvent.submit(form(field))
    await waitFor(() => expect(stored).toHaveBeenLastCalledWith({ key: 'draft.test', value: null }, undefined))
  })

  it('leaves the Enter that takes a typed day to its field', () => {
    renderScreen(
      <FormDrawer<{ day: string; name: string }>
        open
        title="form"
        initial={{ day: '', name: '' }}
        draftKey="day"
        onSubmit={() => Promise.resolve()}
        onClose={() => undefined}
      >
        {() => (
          <>
            <Form.Item name="day" label="day">
              <DayInput />
            </Form.Item>
            <Form.Item name="name" label="name">
              <Input />
            </Form.Item>
          </>
        )}
      </FormDrawer>,
      { api: {}, at: '/x', path: 'x' },
    )
    const day = screen.getByLabelText('day')
    fireEvent.change(day, { target: { value: '2026-11-20' } })
    // False: what the browser would do next, sending the form, was prevented.
    expect(fireEvent.keyDown(day, { key: 'Enter' })).toBe(false)
    expect(fireEvent.keyDown(screen.getByLabelText('name'), { key: 'Enter' })).toBe(true)
  })

  // Last: for a moment after a composition the drawer itself ignores Esc.
  it('submits on Enter, but not on the Enter that ends a composition', async () => {
    const onSubmit = vi.fn<Submit>(() => Promise.resolve())
    const { field } = show(onSubmit)
    type(field, 'hangzhou')
    fireEvent.compositionStart(field)
    expect(fireEvent.keyDown(field, { key: 'Enter', keyCode: 229, isComposing: true })).toBe(false)
    fireEvent.submit(form(field))
    // Some IMEs end the composition first and send the key after it.
    fireEvent.compositionEnd(field)
    fireEvent.submit(form(field))
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)))
    expect(onSubmit).not.toHaveBeenCalled()

    type(field, '杭州')
    fireEvent.submit(form(field))
    await waitFor(() => expect(onSubmit).toHaveBeenCalledWith({ name: '杭州' }))
  })
})
