import type { Client } from 'pg'

/** Writes rows of one table in one statement. All have the same columns; days and instants are as JSON has them, bytes as `\x` and hex. */
export async function insertRows(client: Client, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!)
  await client.query(
    `insert into ${table} (${columns.join(', ')})
     select ${columns.map((column) => `r.${column}`).join(', ')} from json_populate_recordset(null::${table}, $1) r`,
    [JSON.stringify(rows)],
  )
}
