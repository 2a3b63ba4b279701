import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { viewContent } from '#shared/contract/views'
import { createViewsService, type ViewsService } from '#core/features/views/views.service'
import { openTestKernel } from '../support/test-book'

describe('views of lists', () => {
  let kernel: Awaited<ReturnType<typeof openTestKernel>>
  let views: ViewsService
  beforeEach(async () => {
    kernel = await openTestKernel()
    views = createViewsService(kernel)
  })
  afterEach(() => kernel.dispose())

  const content = viewContent.parse({
    filters: { tier: 'gold', 'f.0197-uid': '10..20' },
    search: '杭州',
    sort: 'revenueFen',
    descending: true,
    columns: ['code', 'name'],
  })
  const create = (name: string, list: 'accounts' | 'waybills' = 'accounts') => views.create({ list, name, content })
  const names = (list: 'accounts' | 'waybills' = 'accounts') => views.list(list).map(({ name }) => name)
  const trail = () =>
    kernel.db.raw.prepare(`SELECT action FROM audit_entry WHERE entity = 'view' ORDER BY seq`).pluck().all()

  it('keeps a view as it was saved, for its list alone', async () => {
    const saved = await create('杭州黄金')
    expect(saved).toMatchObject({ ...content, name: '杭州黄金', version: 1, isDefault: false })
    expect(views.list('accounts')).toEqual([saved])
    expect(views.list('waybills')).toEqual([])
    await create('杭州黄金', 'waybills')
    await expect(create('杭州黄金')).rejects.toMatchObject({ code: 'duplicate-name' })
  })

  it('saves anew and renames what nobody else changed meanwhile', async () => {
    const saved = await create('甲')
    await create('乙')
    const { id } = saved
    const next = await views.update({ id, version: 1, content: { ...content, search: '' } })
    expect(next).toMatchObject({ search: '', name: '甲', version: 2 })
    await expect(views.update({ id, version: 1, name: '丙' })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(views.update({ id, version: 2, name: '乙' })).rejects.toMatchObject({ code: 'duplicate-name' })
    expect(await views.update({ id, version: 2, name: '丙' })).toMatchObject({ name: '丙', filters: content.filters })
    const before = trail().length
    await views.update({ id, version: 3, name: '丙', content: { ...content, search: '' } })
    expect(trail()).toHaveLength(before)
  })

  it('removes with undo, unless the name was given again', async () => {
    const { id } = await create('甲')
    await views.remove(id)
    expect(names()).toEqual([])
    await views.restore(id)
    expect(names()).toEqual(['甲'])
    await views.remove(id)
    await create('甲')
    await expect(views.restore(id)).rejects.toMatchObject({ code: 'duplicate-name' })
    await expect(views.update({ id, version: 4, name: '乙' })).rejects.toMatchObject({ code: 'not-found' })
    expect(trail()).toEqual(['create', 'remove', 'restore', 'remove', 'create'])
  })

  it('has one default a list at most, and a restored one gives way to a newer', async () => {
    const [first, second] = [await create('甲'), await create('乙')]
    const defaults = () => views.list('accounts').flatMap(({ name, isDefault }) => (isDefault ? [name] : []))
    await views.setDefault({ id: first.id, isDefault: true })
    await views.setDefault({ id: second.id, isDefault: true })
    expect(defaults()).toEqual(['乙'])
    await views.remove(second.id)
    await views.setDefault({ id: first.id, isDefault: true })
    await views.restore(second.id)
    expect(defaults()).toEqual(['甲'])
    await views.setDefault({ id: first.id, isDefault: false })
    expect(defaults()).toEqual([])
  })
})
