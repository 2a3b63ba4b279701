import type { z } from 'zod'
import type { WorkerKernel } from '../../worker/worker-kernel'
import * as repository from './system.repository'

export type SettingsService = ReturnType<typeof createSettingsService>

/** Rules a branch sets for itself, kept under a key and read back through their form. Changing one is audited. */
export function createSettingsService({ db, book, lease }: Pick<WorkerKernel, 'db' | 'book' | 'lease'>) {
  function read<T>(key: string, form: z.ZodType<T>, fallback: T): T {
    const parsed = form.safeParse(repository.setting(db, key))
    return parsed.success ? parsed.data : fallback
  }
  return {
    /** The stored value, or `fallback` where none is stored or an older program stored another form. */
    read,
    write<T>(key: string, form: z.ZodType<T>, value: T): Promise<T> {
      return lease.run(() =>
        book.write(() => {
          const old = repository.setting(db, key) ?? null
          const checked = form.parse(value)
          if (JSON.stringify(old) === JSON.stringify(checked)) return { result: checked, audit: null }
          repository.saveSetting(db, key, checked)
          const changes = [{ field: key, old, new: checked }]
          return {
            result: checked,
            audit: { action: 'update', entity: 'setting', entityUid: key, summary: key, changes },
          }
        }),
      )
    },
  }
}
