import type { Book } from './book'

/** What every record that can be changed and removed begins with. */
export function newRecord(book: Book, hlc: string) {
  const now = book.now()
  return { uid: book.uid(), hlc, created_at: now, updated_at: now, deleted_at: null }
}
