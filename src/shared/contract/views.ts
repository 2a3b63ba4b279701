import { z } from 'zod'
import { empty, id, procedure } from './base'

/** The lists whose views are kept, by the name of their table. */
export const viewLists = ['accounts', 'waybills', 'price-sheets', 'people', 'quotations'] as const
export const viewList = z.enum(viewLists)
export type ViewList = z.infer<typeof viewList>

/** What a view sets: filters as they stand in the address, search, sorting and the columns shown. */
export const viewContent = z.object({
  filters: z.record(z.string().min(1).max(80), z.string().min(1).max(200)).default({}),
  search: z.string().max(100).default(''),
  /** Name the core sorts by; empty: the list's own order. */
  sort: z.string().max(80).default(''),
  descending: z.boolean().default(false),
  /** Keys in their order; empty: the list's own columns. */
  columns: z.array(z.string().min(1).max(80)).max(100).default([]),
})
export type ViewContent = z.infer<typeof viewContent>

const name = z.string().trim().min(1).max(40)

export const savedView = viewContent.extend({
  id,
  uid: z.string(),
  version: z.int(),
  list: viewList,
  name: z.string(),
  /** Applied where the list is opened without any filter; one a list at most. */
  isDefault: z.boolean(),
})
export type SavedView = z.infer<typeof savedView>

/**
 * Views are shared by all users of the book. They are kept by everybody who writes waybills, which is everybody but those
 * who only read.
 */
export const viewsContract = {
  list: procedure('system.read')
    .input(z.object({ list: viewList }))
    .output(z.array(savedView)),
  create: procedure('waybills.write')
    .input(z.object({ list: viewList, name, content: viewContent }))
    .output(savedView),
  /** What is left out stays as it is. */
  update: procedure('waybills.write')
    .input(z.object({ id, version: z.int(), name: name.optional(), content: viewContent.optional() }))
    .output(savedView),
  /** Takes the place of the default before it. */
  setDefault: procedure('waybills.write')
    .input(z.object({ id, isDefault: z.boolean() }))
    .output(empty),
  remove: procedure('waybills.write').input(z.object({ id })).output(empty),
  restore: procedure('waybills.write').input(z.object({ id })).output(savedView),
}
