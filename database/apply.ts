import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { runMigrations } from 'graphile-worker'
import { Client } from 'pg'
import { openPool } from '../src/platform/connections.ts'
import { keyOf, newIdentityKey, padsOf } from '../src/platform/identity.ts'
import { rememberStanding, stillStands } from './standing.ts'

const lock = 7_263_401 // any number, the same in every process that applies

/**
 * Brings a database to the present: groups, new migrations, the job queue, functions, then every policy.sql from a clean
 * slate in one transaction. Where all of it stands as these files made it, no table is touched.
 *
 * @param ownerUrl - may create roles and schemas; owns what it makes.
 * @param workerUrl - called once the groups stand, so that logins can be made in between.
 * @returns the key that signs who acts.
 */
export async function applyDatabase(ownerUrl: string, workerUrl: () => Promise<string>): Promise<Buffer> {
  return as(ownerUrl, async (owner) => {
    await owner.query('select pg_advisory_lock($1)', [lock]) // falls with the connection
    await owner.query(textOf('database/roles.sql'))
    await owner.query(
      'do $$ begin execute format($f$grant create on database %I to throughline_worker$f$, current_database()); end $$',
    )
    await migrate(owner, migrationNames())
    await prepareFunctions(owner)
    await prepareJobs(await workerUrl())
    return readIdentityKey(owner)
  })
}

export const policyFiles = (): string[] => globSync('src/*/policy.sql').sort()
const functionFiles = (): string[] => ['src/platform/functions.sql', ...globSync('src/*/**/functions.sql').sort()]

export const migrationNames = (): string[] =>
  globSync('database/migrations/*.sql')
    .sort()
    .map((path) => basename(path))

/** An empty database with the tables of some migrations, as an older release left it. */
export async function makeTables(owner: Client, migrations: readonly string[]): Promise<void> {
  await owner.query(textOf('database/roles.sql'))
  await migrate(owner, migrations)
}

async function migrate(owner: Client, names: readonly string[]): Promise<void> {
  await owner.query('create table if not exists migration (name text primary key, at timestamptz default now())')
  const { rows } = await owner.query<{ name: string }>('select name from migration')
  const isDone = new Set(rows.map((row) => row.name))

  for (const name of names) {
    if (isDone.has(name)) continue
    await inTransaction(owner, async () => {
      await owner.query(textOf(`database/migrations/${name}`))
      await owner.query('insert into migration (name) values ($1)', [name])
    })
  }
}

/** Functions and policies are the present truth of their files, not history: all of them, whole, or nothing when they stand. */
async function prepareFunctions(owner: Client): Promise<void> {
  const paths = new Set([
    'database/clear-policies.sql',
    ...functionFiles(),
    ...policyFiles(),
    'database/signed-by-who-acts.sql',
    'database/of-one-person.sql',
    'database/open-to-rules.sql',
    'database/open-to-readers.sql',
    'database/first-sight.sql',
  ])
  const texts = [...migrationNames(), ...[...paths].map(textOf)]
  if (await stillStands(owner, texts)) return
  await inTransaction(owner, async () => {
    await owner.query("select similarity('', '')") // loads pg_trgm: until then its settings are unknown, and may not be set
    for (const path of paths) await runFile(owner, path)
    await rememberStanding(owner, texts)
  })
}

async function runFile(client: Client, path: string): Promise<void> {
  try {
    await client.query(textOf(path))
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

async function prepareJobs(workerUrl: string): Promise<void> {
  const pgPool = openPool(workerUrl)
  try {
    await runMigrations({ pgPool })
    await pgPool.query(textOf('database/jobs.sql'))
  } finally {
    await pgPool.end()
  }
}

async function readIdentityKey(owner: Client): Promise<Buffer> {
  const { inner, outer } = padsOf(newIdentityKey())
  await owner.query('insert into private.identity_key (inner_pad, outer_pad) values ($1, $2) on conflict do nothing', [
    inner,
    outer,
  ])
  const { rows } = await owner.query<{ inner_pad: Buffer }>('select inner_pad from private.identity_key')
  return keyOf(rows[0]!.inner_pad)
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const textOf = (path: string) => readFileSync(path, 'utf8')
