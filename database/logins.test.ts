import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { findEntries } from '../src/audit/queries.ts'
import { verifyAudit } from '../src/audit/verify-audit.ts'
import { aCase } from '../src/cases/builders.ts'
import { config } from '../src/platform/config.ts'
import type { Actor } from '../src/platform/database.ts'
import { findReader, prepareDatabase } from '../src/platform/find-database.ts'
import { openWorld, type World } from '../src/platform/testing/world.ts'
import { backUp } from './back-up.ts'

// Each login that only reads does its work and nothing else (T20).

const folder = mkdtempSync(join(tmpdir(), 'logins-'))
let world: World
let prison: Actor
let charity: Actor
beforeAll(async () => {
  world = await openWorld()
  prison = await world.aWorkerAt('Prison')
  charity = await world.aWorkerAt('Charity', { kind: 'charity' })
  await aCase(world, prison, { familyName: 'Okafor' })
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a report is read on the login that may only read, which sees what its reader sees', async () => {
  const seen = (who: Actor) =>
    world.database.report(who, async ({ db }) => {
      const { rows } = await sql<{ login: string }>`select current_user as login`.execute(db)
      const { rows: people } = await sql<{ id: string }>`select id from person`.execute(db)
      return { login: rows[0]!.login, people: people.length }
    })

  expect(await seen(prison)).toEqual({ login: expect.stringMatching(/^throughline_readonly_/), people: 1 })
  expect(await seen(charity)).toMatchObject({ people: 0 })
})

test('what the app may not see the login of reports may not either, and it writes nothing, by no function', async () => {
  const rights = await rightsOf('throughline_readonly')
  const ofApp = await rightsOf('throughline_app')

  expect(rights.written).toEqual([])
  expect(rights.read).toEqual(ofApp.read)
  expect(rights.functions.filter((name) => !ofApp.functions.includes(name))).toEqual([])
  expect(
    await world.inspect(`
    select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.provolatile = 'v' and p.probin is null
      and has_function_privilege('throughline_readonly', p.oid, 'execute')`),
  ).toEqual([])
  await expect(asLogin('readonly', `update person set family_name = 'Bell'`)).rejects.toThrow(/permission denied/)
  await expect(asLogin('readonly', 'select * from private.identity_key')).rejects.toThrow(/permission denied/)
  expect(await asLogin('readonly', 'select id from person')).toEqual([]) // nobody said who acts
})

test('the auditor’s login reads what was written down, searches it as an auditor, and reaches nothing else', async () => {
  const auditor = await world.aWorkerAt('Audit office', { kind: 'council', roles: ['AUDITOR'] })
  const { read, written, functions } = await rightsOf('throughline_auditor')

  expect({ read, written, functions }).toEqual({
    read: ['audit', 'audit_head'],
    written: [],
    functions: ['find_audit'],
  })
  expect(await world.database.read(auditor, (reading) => findEntries(reading, {}, 10))).toHaveLength(1)
  await expect(world.database.read(prison, (reading) => findEntries(reading, {}, 10))).rejects.toThrow(/not for this/)
  const onApp = world.database.read(auditor, ({ db }) => sql`select * from find_audit('{}', 10)`.execute(db))
  await expect(onApp).rejects.toThrow(/permission denied for function find_audit/)
  await expect(asLogin('auditor', 'select * from person')).rejects.toThrow(/permission denied/)
  await expect(asLogin('auditor', 'delete from audit')).rejects.toThrow(/permission denied/)
})

test('the chains are walked on the auditor’s login, and all of them', async () => {
  const [{ rows }] = (await world.inspect<{ rows: number }>('select count(*)::int as rows from audit')) as [
    { rows: number },
  ]

  const verified = await verifyAudit(at('auditor'), { file: '/nowhere', publicKey: '/nowhere' })

  expect(verified).toEqual({ rows, lines: 0, broken: undefined })
  expect(rows).toBeGreaterThan(0)
})

test('a backup is taken on a login that reads every row and changes none', async () => {
  const counts = await world.inspect<{ name: string; rows: number }>(`
    select n.nspname || '.' || c.relname as name,
      (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', n.nspname, c.relname), false, true, '')))[1]::text::int as rows
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ('migration', 'provenance') order by 1`)

  const { tables } = await backUp(at('backup'), join(folder, 'saved'), new Date('2026-03-02T09:00:00Z'))

  expect(tables.map(({ name, rows }) => ({ name, rows }))).toEqual(counts)
  const { written, functions } = await rightsOf('throughline_backup')
  expect({ written, functions }).toEqual({ written: [], functions: [] })
  await expect(asLogin('backup', `update person set family_name = 'Bell'`)).rejects.toThrow(/permission denied/)
  await expect(asLogin('backup', 'create table public.mine (id int)')).rejects.toThrow(/permission denied/)
})

test('a table that is closed to the login of backups is told, and no half of a record is saved', async () => {
  await world.inspect('drop policy backup_reads on note')

  const half = backUp(at('backup'), join(folder, 'half'), new Date('2026-03-02T09:00:00Z'))

  await expect(half).rejects.toThrow(/^note: closed to the login of backups/)
})

test('a command finds the login that was made for it, the one that was brought, or before there is one the owner’s', async () => {
  const owner = new URL(inject('urls').owner)
  owner.pathname = new URL(world.appUrl).pathname
  const { username } = owner
  await world.inspect(`alter database ${owner.pathname.slice(1)} owner to ${username || 'current_user'}`)
  const settings = { ...config, DATA_DIR: folder, DATABASE_URL: owner.href, APP_DATABASE_URL: undefined }
  const loginFor = async (of: 'auditor' | 'backup', more = {}) =>
    new URL((await findReader({ ...settings, ...more }, of)).url).username

  const before = await loginFor('backup')
  const { readonly } = await prepareDatabase(owner.href, {
    ...settings,
    READ_DATABASE_URL: 'postgres://replica/record',
  })

  expect(before).toBe(username)
  expect(await loginFor('backup')).toMatch(/^throughline_backup_/)
  expect(await loginFor('auditor')).toMatch(/^throughline_auditor_/)
  expect(await loginFor('auditor', { AUDITOR_DATABASE_URL: 'postgres://eve@db/record' })).toBe('eve')
  expect(readonly).toMatch(/^postgres:\/\/throughline_readonly_[0-9a-f]{8}:[0-9a-f]{64}@replica\/record$/)
})

type Login = 'readonly' | 'auditor' | 'backup'

function at(login: Login): string {
  const url = new URL(inject('urls')[login])
  url.pathname = new URL(world.appUrl).pathname
  return url.href
}

async function asLogin(login: Login, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: at(login) })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

async function rightsOf(group: string): Promise<{ read: string[]; written: string[]; functions: string[] }> {
  const tables = (verbs: string) => `array(select c.relname::text from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and (has_any_column_privilege('${group}', c.oid, '${verbs}') or has_table_privilege('${group}', c.oid, '${verbs === 'select' ? verbs : 'delete, truncate'}')) order by 1)`
  const [rights] = await world.inspect<{ read: string[]; written: string[]; functions: string[] }>(`
    select ${tables('select')} as read, ${tables('insert, update')} as written,
      array(select p.proname::text from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        and p.prorettype <> 'trigger'::regtype and has_function_privilege('${group}', p.oid, 'execute') order by 1) as functions`)
  return rights!
}
