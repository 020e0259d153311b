import type { Client } from 'pg'

/** Puts back what was taken away. */
export type Restore = (client: Client) => Promise<void>

/** COPY is refused under row-level security, and triggers would do for each row what is done once at the end. */
export async function openTables(client: Client, tables: readonly string[]): Promise<Restore> {
  for (const table of tables) {
    await client.query(`alter table ${table} no force row level security, disable trigger user`)
  }
  return async () => {
    for (const table of tables) {
      await client.query(`alter table ${table} force row level security, enable trigger user`)
    }
  }
}

/**
 * Takes away what a large load checks and sorts better once than row by row: foreign keys, and indexes that keep no key.
 * All happens in the transaction of the load, so nobody ever sees the tables without them.
 */
export async function deferIndexes(client: Client, tables: readonly string[]): Promise<Restore> {
  const { rows: keys } = await client.query<{ drop: string; add: string }>(
    `select format('alter table %I drop constraint %I', c.relname, k.conname) as drop,
       format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as add
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.relname = any($1)`,
    [tables],
  )
  const { rows: indexes } = await client.query<{ drop: string; add: string }>(
    `select format('drop index %I', i.relname) as drop, pg_get_indexdef(i.oid) as add
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
     where c.relname = any($1) and c.relnamespace = 'public'::regnamespace
       and not exists (select from pg_constraint k where k.conindid = i.oid)`,
    [tables],
  )
  const all = [...keys, ...indexes]
  for (const { drop } of all) await client.query(drop)
  return async () => {
    await client.query(`set local maintenance_work_mem = '256MB'`)
    for (const { add } of all.toReversed()) await client.query(add) // an index before the key that may need it
  }
}
