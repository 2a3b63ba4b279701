import type { WorkerKernel } from '../../worker/worker-kernel'
import { loadPinyin } from './account-pinyin'
import { storeReading, unreadKeys } from './account-search.repository'
import { keyReading } from './account-spelling'

/** Names written while the lease is held once: well under 100 ms. */
const readAtOnce = 300

/**
 * Names of before migration 4 have no pinyin and no core yet: they are read once, piece by piece. Whatever is written since
 * has them from the start.
 */
export function createNameReader({ db, lease }: Pick<WorkerKernel, 'db' | 'lease'>): () => Promise<void> {
  let running: Promise<void> | null = null

  async function read(): Promise<void> {
    const spell = await loadPinyin()
    for (let more = true; more;) {
      more = await lease.run(() =>
        db.transaction(() => {
          const keys = unreadKeys(db, readAtOnce)
          for (const { id, kind, text } of keys) storeReading(db, id, keyReading(kind, text, spell))
          return keys.length > 0
        }),
      )
      // Others get their turn between two pieces.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  return () => {
    if (running === null && unreadKeys(db, 1).length === 0) return Promise.resolve()
    running ??= read().finally(() => {
      running = null
    })
    return running
  }
}
