import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { loadDemonstration } from '../demo/load.ts'
import { makeToken } from '../src/integrations/index.ts'
import { clock } from '../src/platform/clock.ts'
import { config } from '../src/platform/config.ts'
import type { Actor } from '../src/platform/database.ts'
import { startPostgres, urlAt } from '../src/platform/embedded-postgres.ts'
import { type FoundDatabase, findDatabase } from '../src/platform/find-database.ts'
import { openDatabase } from '../src/platform/open-database.ts'
import { startProgram } from '../src/program.ts'

/** Who asks, the same for every server: another system of HMP Fernhall, which sees what the prison's teams see. */
export interface Reader {
  accountId: string
  accountName: string
  agencyId: string
  agencyName: string
  audiences: string[]
}

/** A database of the bench's own, with people in it, and what the servers need to know of it. */
export interface Scratch {
  /** Settings for our own server and command, which join this database. */
  environment: Record<string, string>
  found: FoundDatabase
  /** Passes row-level security by, for the bare server and for looking. */
  freeUrl: string
  postmasterPid: number
  reader: Reader
  token: string
  caseIds: string[]
  names: string[]
  close(): Promise<void>
}

/** Makes the database and its people: in a folder that is thrown away, or beside the database of DATABASE_URL. */
export async function openScratch(people: number, say: (line: string) => void): Promise<Scratch> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  const place = config.DATABASE_URL ? await beside(config.DATABASE_URL) : await within(folder)
  const settings = { ...config, DATA_DIR: folder, DATABASE_URL: place.databaseUrl, DEMO: 'off' as const }
  const program = await startProgram(settings)
  await loadDemonstration(program.found.owner, { people, today: clock.now(), onProgress: say })
  await program.stop()

  const found = await findDatabase(settings)
  const freeUrl = place.freeUrl ?? found.owner
  const { reader, token } = await makeReader(found, freeUrl)
  await query(freeUrl, plainAudit)
  await query(freeUrl, nobodyListens)
  await query(freeUrl, 'vacuum analyze') // what autovacuum does within minutes, and would do while we measure
  return {
    environment: {
      DATA_DIR: folder,
      DEMO: 'off',
      ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }),
    },
    found,
    freeUrl,
    postmasterPid: await postmasterOf(freeUrl),
    reader,
    token,
    ...(await listSubjects(freeUrl, reader)),
    async close() {
      await found.stop()
      await place.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The audit of the servers that ours is compared with: the same rows, bound to nothing. */
const plainAudit = `create schema plain; create table plain.audit (like audit including all);
  alter table plain.audit alter shard drop not null, alter place drop not null, alter hash drop not null, enable row level security`

/** The demonstration's webhook waits for notes; the servers that ours is compared with tell nobody outside. */
const nobodyListens = `update webhook set off_at = now(), off_because = 'BY_HAND' where off_at is null`

/** What the demonstration left to the worker is work of its own, which no request asked for; then as autovacuum leaves it. */
export async function untilSettled({ freeUrl }: Scratch): Promise<void> {
  const waiting = `select count(*) from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts`
  while (Number((await query(freeUrl, waiting))[0]!['count']) > 0) await sleep(500)
  await query(freeUrl, 'vacuum analyze')
}

interface Place {
  databaseUrl: string | undefined
  freeUrl: string | undefined
  stop(): Promise<void>
}

// The bench starts PostgreSQL itself, so that one process keeps it while servers come and go.
async function within(folder: string): Promise<Place> {
  const { socketFolder, stop } = await startPostgres(join(folder, 'postgres'), ['autovacuum=off', 'shared_buffers=1GB'])
  return { databaseUrl: undefined, freeUrl: urlAt(socketFolder, 'postgres', 'throughline'), stop }
}

async function beside(url: string): Promise<Place> {
  const name = `throughline_bench_${process.pid}`
  await query(url, `create database ${name}`)
  const own = new URL(url)
  own.pathname = name
  return {
    databaseUrl: own.href,
    freeUrl: own.href,
    stop: async () => void (await query(url, `drop database ${name} with (force)`)),
  }
}

async function makeReader(
  { app, person, family, identityKey }: FoundDatabase,
  freeUrl: string,
): Promise<{ reader: Reader; token: string }> {
  const [kate] = await query(freeUrl, `select id, agency_id from account where email = 'kate@fernhall.example'`)
  const database = openDatabase(app, { identityKey, clock, max: 1, personUrl: person, familyUrl: family })
  const actor: Actor = {
    userId: kate!['id']!,
    agencyId: kate!['agency_id']!,
    audiences: [],
    name: 'Kate Dunmore',
    agencyName: 'HMP Fernhall',
    agencyKind: 'prison',
    roles: ['ADMINISTRATOR'],
    may: new Set(['administer the agency']),
  }
  const { token } = await database.change(actor, (change) => makeToken(change, 'Bench'))
  await database.close()

  const [reader] = await query(
    freeUrl,
    `select a.id as "accountId", a.name as "accountName", a.agency_id as "agencyId", y.name as "agencyName",
       array[a.id] || array(select id from team where agency_id = a.agency_id) || array[a.agency_id] as audiences
     from account a join agency y on y.id = a.agency_id where a.is_integration`,
  )
  return { reader: reader as unknown as Reader, token }
}

/** Cases that the reader may work on, in no order, and names of people among them. */
async function listSubjects(url: string, { audiences }: Reader): Promise<{ caseIds: string[]; names: string[] }> {
  const rows = await query(
    url,
    `select c.id, p.given_name || ' ' || p.family_name as name from case_file c join person p on p.id = c.person_id
     where exists (select from sight a where a.case_id = c.id and 'notes' = any(a.writes)
       and a.audience_id = any($1)) order by md5(c.id::text) limit 2000`,
    [audiences],
  )
  return { caseIds: rows.map(({ id }) => id!), names: rows.map(({ name }) => name!) }
}

async function postmasterOf(url: string): Promise<number> {
  const [row] = await query(url, `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`)
  return Number(row!.pid)
}

export async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}
