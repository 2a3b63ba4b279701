import { contains } from '#core/db/contains'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestKernel } from '../support/test-book'

let kernel: Awaited<ReturnType<typeof openTestKernel>>

beforeEach(async () => {
  kernel = await openTestKernel()
  const { db } = kernel
  for (const [key, value] of [
    ['五折', '50%'],
    ['五百', '500'],
    ['a_b', '下划线'],
    ['aXb', String.raw`反斜\杠`],
  ] as const) {
    db.run(db.build.insertInto('setting').values({ key, value }))
  }
})
afterEach(() => kernel.dispose())

function found(search: string): string[] {
  const { db } = kernel
  let query = db.build.selectFrom('setting').select('key').orderBy('key')
  for (const word of contains(['key', 'value'], search)) query = query.where(word)
  return db.all(query).map(({ key }) => key)
}

it.each([
  ['50', ['五折', '五百']],
  ['50%', ['五折']],
  ['%', ['五折']],
  ['a_b', ['a_b']],
  ['_', ['a_b']],
  ['AXB', ['aXb']],
  ['\\', ['aXb']],
  ['五 50', ['五折', '五百']],
  ['五 %', ['五折']],
  ['五 不在', []],
] as const)('%s finds what holds it, letter by letter', (search, keys) => {
  expect(found(search).toSorted()).toEqual(keys.toSorted())
})

it('takes everything where nothing was typed', () => {
  expect(contains(['key'], '  ')).toEqual([])
})
