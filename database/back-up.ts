import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { readAsItStands } from '../src/platform/as-it-stands.ts'
import { BackupProblem, fileOf, type Manifest, manifestOf, type SavedTable, sumOf } from './backup-file.ts'

/**
 * Saves every row as it stands at one instant into a new folder, while everybody goes on working. Needs no program of
 * PostgreSQL's, and is restored into any release that has the same migrations or more.
 *
 * @param url - of the login of backups, or of the owner's.
 * @throws BackupProblem when the folder is there already, or a table would come out empty.
 */
export async function backUp(url: string, folder: string, now: Date): Promise<Manifest> {
  if (existsSync(folder)) throw new BackupProblem(`${folder} is there already. Give a folder that does not exist yet.`)
  const half = `${folder}.half`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true, mode: 0o700 })
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    if (!(await readAsItStands(client))) await refuseUnlessOpen(client)
    const tables: SavedTable[] = []
    for (const table of await listTables(client)) tables.push(await save(client, half, table))
    const { rows } = await client.query<{ name: string }>('select name from migration order by name')
    await client.query('commit')

    const migrations = rows.map(({ name }) => name)
    const manifest: Manifest = { product: 'throughline', format: 1, takenAt: now.toISOString(), migrations, tables }
    writeFileSync(manifestOf(half), JSON.stringify(manifest, null, 1), { mode: 0o600 })
    renameSync(half, folder) // what carries the name is whole
    return manifest
  } finally {
    await client.end()
  }
}

/** Row-level security leaves out in silence what a login may not see; a backup of a part would be taken for the whole. */
async function refuseUnlessOpen(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup_reads') order by 1`)
  const closed = rows.map(({ name }) => name)
  if (closed.length === 0) return
  throw new BackupProblem(
    `${closed.join(', ')}: closed to the login of backups. Run \`npx throughline database apply\` first.`,
  )
}

/** All tables with the columns that are written, parts of a partitioned one through the whole. Migrations are the schema's own. */
async function listTables(client: Client): Promise<Pick<SavedTable, 'name' | 'columns'>[]> {
  const { rows } = await client.query<Pick<SavedTable, 'name' | 'columns'>>(`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ('migration', 'provenance')
    group by 1 order by 1`)
  return rows
}

async function save(client: Client, folder: string, table: Pick<SavedTable, 'name' | 'columns'>): Promise<SavedTable> {
  const file = fileOf(folder, table.name)
  let rows = 0
  const counting = new Transform({
    transform(chunk: Buffer, _, done) {
      for (const byte of chunk) if (byte === newline) rows += 1 // COPY writes a newline inside a value as \n
      done(null, chunk)
    },
  })
  const copy = client.query(copyTo(`copy ${table.name} (${listed(table.columns)}) to stdout`))
  await pipeline(copy, counting, createGzip(), createWriteStream(file, { mode: 0o600 }))
  return { ...table, rows, sha256: await sumOf(file) }
}

const newline = 10
export const listed = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ')
