import { z } from 'zod'
import { procedure } from './base'

/** A file that came in, known to the core by a ticket; the page never learns paths it did not choose. */
export const chosenFile = z.object({ ticket: z.string(), name: z.string(), bytes: z.int() })
export type ChosenFile = z.infer<typeof chosenFile>

export const filesContract = {
  /** Desktop host: opens the native dialog; no file if the user closed it. Without extensions: files of any kind. */
  choose: procedure('system.read')
    .input(z.object({ title: z.string(), extensions: z.array(z.string()), several: z.boolean() }))
    .output(z.array(chosenFile)),
  /** Browser host: asks for a one-time upload address; the page then sends the bytes with POST to `/files/<upload>`, which answers with a ChosenFile. */
  prepareUpload: procedure('system.read')
    .input(z.object({ name: z.string().min(1).max(255), bytes: z.int().min(0) }))
    .output(z.object({ upload: z.string() })),
  /**
   * Hands a made file to the user. Desktop host: the native save dialog, `saved` false if it was closed.
   * Browser host: `download` is the one-time address path under which the page collects it.
   */
  deliver: procedure('system.read')
    .input(z.object({ ticket: z.string() }))
    .output(z.object({ saved: z.boolean(), path: z.string().nullable(), download: z.string().nullable() })),
}
