import { type Expression, sql, type SqlBool } from 'kysely'

/**
 * Conditions of a list's search box: every word stands somewhere in one of the columns. `%` and `_` are signs like any
 * other; capitals of a–z do not count. Nothing typed: no condition.
 */
export function contains(columns: readonly string[], search: string): Expression<SqlBool>[] {
  return search
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
      const each = columns.map((column) => sql`${sql.ref(column)} LIKE ${pattern} ESCAPE '\\'`)
      return sql<SqlBool>`(${sql.join(each, sql` OR `)})`
    })
}
