import { z } from 'zod'
import { empty, id, procedure } from './base'

/** The lists of words a branch edits for itself: industries, enterprise stages, sources, roles in a project team, tags. */
export const choiceLists = ['industry', 'stage', 'source', 'team-role', 'tag'] as const
export const choiceList = z.enum(choiceLists)
export type ChoiceList = z.infer<typeof choiceList>

/** Lists whose fields take nothing but their choices; the others also take what is typed. */
export const closedLists: ReadonlySet<ChoiceList> = new Set<ChoiceList>(['stage', 'team-role'])

const name = z.string().trim().min(1).max(20)

export const choiceEntry = z.object({
  id,
  uid: z.string(),
  version: z.int(),
  list: choiceList,
  name: z.string(),
  /** Kept where it is used, offered no more. */
  retired: z.boolean(),
  /** Customers that have it. */
  used: z.int(),
})
export type ChoiceEntry = z.infer<typeof choiceEntry>

export const choicesContract = {
  /** All lists in their order; `others` are words in use that stand in no list. */
  lists: procedure('accounts.read')
    .input(empty)
    .output(
      z.object({
        entries: z.array(choiceEntry),
        others: z.array(z.object({ list: choiceList, name: z.string(), used: z.int() })),
      }),
    ),
  add: procedure('system.manage')
    .input(z.object({ list: choiceList, name }))
    .output(choiceEntry),
  /** Also renames it at every customer that has it; `renamed` says at how many. */
  rename: procedure('system.manage')
    .input(z.object({ id, version: z.int(), name }))
    .output(z.object({ renamed: z.int() })),
  /** Puts it before the one that now stands at `to` (from 0). */
  move: procedure('system.manage')
    .input(z.object({ id, to: z.int().min(0) }))
    .output(empty),
  /** Takes it out of what is offered, or back in. */
  retire: procedure('system.manage')
    .input(z.object({ id, retired: z.boolean() }))
    .output(empty),
}
