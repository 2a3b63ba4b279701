import type { BookInfo } from '#shared/contract/system'
import type { Kernel } from '../../kernel'
import { deleteBatchRows } from '../waybills/waybill-batch.service'
import * as repository from './imports.repository'

/**
 * What a killed process left behind: an import that never became visible, an undo that was not finished. Their rows are
 * hidden; here they go, before anybody looks. Answers the imports that were cut off, so that the user is told.
 */
export function clearLeftovers({ db, book, log }: Pick<Kernel, 'db' | 'book' | 'log'>): BookInfo['recovered'] {
  const recovered: BookInfo['recovered'] = []
  for (const batch of repository.hiddenBatches(db)) {
    const cutOff = batch.state === 'staging'
    while (deleteBatchRows(db, batch.id) > 0);
    book.write(() => {
      if (cutOff) repository.updateBatch(db, batch.id, { state: 'failed', finished_at: book.now() })
      repository.showBatch(db, batch.id)
      const audit = { action: 'recover', entity: 'import', entityUid: batch.uid, summary: batch.file_name }
      return { result: undefined, audit: cutOff ? audit : null }
    })
    if (cutOff) recovered.push({ batch: batch.id, file: batch.file_name, kind: batch.kind })
    log.write('cleared-leftover', { batch: batch.id, cutOff })
  }
  return recovered
}
