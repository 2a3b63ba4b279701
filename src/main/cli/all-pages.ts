const pageSize = 500

/** Reads a list of the program to its end, page by page. */
export async function allPages<T>(
  read: (page: { page: number; pageSize: number }) => Promise<{ rows: T[]; total: number }>,
): Promise<T[]> {
  const rows: T[] = []
  for (let page = 1; ; page++) {
    const answer = await read({ page, pageSize })
    rows.push(...answer.rows)
    if (answer.rows.length < pageSize || rows.length >= answer.total) return rows
  }
}
