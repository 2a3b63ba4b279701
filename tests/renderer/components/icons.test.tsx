import { Button } from 'antd'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { PlusOutlined } from '../../../src/renderer/components/icons'

afterEach(cleanup)

test('an icon beside words is drawn and not said', () => {
  render(<Button icon={<PlusOutlined />}>添加</Button>)
  expect(screen.getByRole('button', { name: '添加' }).querySelector('svg')).not.toBeNull()
})

test('a button of an icon alone is called by its own name', () => {
  render(<Button icon={<PlusOutlined />} aria-label="添加联系人" />)
  expect(screen.getByRole('button', { name: '添加联系人' })).toBeTruthy()
  expect(screen.queryByRole('img')).toBeNull()
})
