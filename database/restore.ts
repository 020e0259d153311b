import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { makeTables, migrationNames } from './apply.ts'
import { listed } from './back-up.ts'
import { BackupProblem, fileOf, type Manifest, readBackup, type SavedTable } from './backup-file.ts'
import { deferIndexes, openTables } from './bulk.ts'

/**
 * Brings the rows of a backup into an empty database, all or none. Tables are made as they were when it was saved; whoever
 * starts the program then applies what is newer.
 *
 * @param ownerUrl - a login that may create the schema and roles.
 * @throws BackupProblem when the backup is not whole or of a newer release, or the database is not empty; nothing is changed then.
 */
export async function restore(ownerUrl: string, folder: string): Promise<Manifest> {
  const manifest = await readBackup(folder)
  const ours = migrationNames()
  const unknown = manifest.migrations.filter((name) => !ours.includes(name))
  if (unknown.length > 0) {
    throw new BackupProblem(
      `The backup is of a newer release (${unknown[0]}). Install that one, or a later one, first.`,
    )
  }
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await refuseUnlessEmpty(client, manifest)
    await makeTables(client, manifest.migrations)
    await client.query('begin')
    await load(client, folder, manifest.tables)
    await client.query('commit')
    return manifest
  } finally {
    await client.end()
  }
}

async function refuseUnlessEmpty(client: Client, { migrations }: Manifest): Promise<void> {
  const { rows: found } = await client.query<{ is: boolean }>(
    `select to_regclass('public.migration') is not null as is`,
  )
  if (!found[0]!.is) return
  const { rows: done } = await client.query<{ name: string }>('select name from migration order by name')
  if (done.length > 0 && done.map(({ name }) => name).join() !== migrations.join()) {
    throw new BackupProblem('The database was made by another release than the backup. Give a new, empty database.')
  }
  if (done.length === 0) return
  await client.query('begin')
  await client.query('set local role throughline_rules')
  const { rowCount } = await client.query('select from partnership union all select from agency limit 1')
  await client.query('commit')
  if (rowCount)
    throw new BackupProblem('The database is not empty. A backup is restored into a new one, never over another.')
}

async function load(client: Client, folder: string, tables: SavedTable[]): Promise<void> {
  const open = tables.map(({ name }) => name).filter((name) => name.startsWith('public.'))
  const bare = open.map((name) => name.slice('public.'.length))
  const closeTables = await openTables(client, open)
  const restoreIndexes = await deferIndexes(client, bare)
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`) // what migrations wrote is in the backup too
  for (const { name, columns } of tables) {
    const copy = client.query(copyFrom(`copy ${name} (${listed(columns)}) from stdin`))
    await pipeline(createReadStream(fileOf(folder, name)), createGunzip(), copy)
  }
  await client.query(`
    do $$ declare s record; begin
      for s in select c.oid::regclass as name, a.attname as column, pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> '' where c.relnamespace = 'public'::regnamespace loop
        execute format('select setval(%L, coalesce(max(%I), 0) + 1, false) from %s', s.sequence, s.column, s.name);
      end loop;
    end $$`)
  await restoreIndexes(client)
  await client.query('analyze')
  await closeTables(client)
}
