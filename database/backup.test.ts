import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { findPeople } from '../src/people/index.ts'
import type { Actor } from '../src/platform/database.ts'
import { prepareDatabase } from '../src/platform/find-database.ts'
import { openDatabase } from '../src/platform/open-database.ts'
import { openWorld, type World } from '../src/platform/testing/world.ts'
import { makeTables, migrationNames } from './apply.ts'
import { backUp } from './back-up.ts'
import { fileOf, manifestOf } from './backup-file.ts'
import { findFaults } from './check.ts'
import { restore } from './restore.ts'

const takenAt = new Date('2026-03-02T09:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'backup-'))
const made: string[] = []
let world: World
let prison: Actor
let saved: string
beforeAll(async () => {
  world = await openWorld()
  prison = await world.aWorkerAt('Prison')
  await aCase(world, prison, { givenName: 'Zoë', familyName: "O'Brien \\ Tab\tLine\n" })
  saved = join(folder, 'saved')
  await backUp(ownerOf(new URL(world.appUrl).pathname), saved, takenAt)
})
afterAll(async () => {
  await world.close()
  for (const name of made) await asAdministrator(`drop database ${name} with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

test('what was saved is whole in a new database, closed to strangers, and works on', async () => {
  const owner = await aNewDatabase()

  const manifest = await restore(owner, saved)
  const { app, person, family, identityKey } = await prepareDatabase(owner, { DATA_DIR: folder })
  const restored = openDatabase(app, {
    identityKey,
    clock: { now: () => takenAt },
    max: 2,
    personUrl: person,
    familyUrl: family,
  })
  const found = await restored.read(prison, (reading) => findPeople(reading, "O'Brien", 5))
  await restored.change(prison, async ({ record }) =>
    record({ name: 'test.done', subjectId: prison.userId, fieldGroup: 'administration' }),
  )
  await restored.close()

  expect(manifest.tables.find(({ name }) => name === 'public.person')?.rows).toBe(1)
  expect(found.map(({ name }) => name)).toEqual([expect.stringContaining('Zoë')])
  expect(await findFaults(owner, app, { ...manifest, tables: manifest.tables.filter(isStill) })).toEqual([])
})

test('a backup that an older release made is brought to the present', async () => {
  const older = await aNewDatabase()
  const migrations = migrationNames()
  await as(older, (client) => makeTables(client, migrations.slice(0, 5)))
  await as(older, (client) => client.query(`insert into agency (code, kind, name) values ('OLD', 'prison', 'Old')`))
  await as(older, (client) => client.query('grant select on all tables in schema public to throughline_rules'))
  await as(older, (client) => client.query('grant usage on schema private to throughline_rules'))
  await as(older, (client) => client.query('grant select on private.identity_key to throughline_rules'))
  const place = join(folder, 'older')
  await backUp(older, place, takenAt)
  const owner = await aNewDatabase()

  await restore(owner, place)
  const { app } = await prepareDatabase(owner, { DATA_DIR: folder })

  expect(await as(owner, (client) => client.query('select from migration').then(({ rowCount }) => rowCount))).toBe(
    migrations.length,
  )
  expect(app).toContain('throughline_app')
})

test('who saw a person in a backup of the release before sees them once it is restored, though sight had another shape then', async () => {
  const place = join(folder, 'before')
  await backUp(ownerOf(new URL(world.appUrl).pathname), place, takenAt)
  const manifest = JSON.parse(readFileSync(manifestOf(place), 'utf8'))
  const migrations = migrationNames().filter((name) => name < '0217')
  const tables = manifest.tables.filter(({ name }: { name: string }) => name !== 'public.sight')
  writeFileSync(manifestOf(place), JSON.stringify({ ...manifest, migrations, tables }))
  const owner = await aNewDatabase()
  const rowsOf = `select string_agg(concat_ws(' ', audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes), ';'
    order by audience_id, case_id, agreement_id, relationship) as rows from sight`

  await restore(owner, place)
  await prepareDatabase(owner, { DATA_DIR: folder })

  const restored = await as(owner, async (client) => {
    await client.query('begin; set local role throughline_rules')
    return (await client.query(rowsOf)).rows
  })
  expect(restored).toEqual(await world.inspect(rowsOf))
  expect(restored[0].rows).toContain('notes')
})

test('a backup is never restored over work, nor by a release that is too old for it', async () => {
  const newer = join(folder, 'newer')
  await backUp(ownerOf(new URL(world.appUrl).pathname), newer, takenAt)
  const manifest = JSON.parse(readFileSync(manifestOf(newer), 'utf8'))
  writeFileSync(
    manifestOf(newer),
    JSON.stringify({ ...manifest, migrations: [...manifest.migrations, '9999-later.sql'] }),
  )

  const over = restore(ownerOf(new URL(world.appUrl).pathname), saved)
  await expect(over).rejects.toThrow(/not empty/)
  await expect(restore(await aNewDatabase(), newer)).rejects.toThrow(/newer release/)
})

test('a file that was changed or lost is found before anything is touched', async () => {
  const place = join(folder, 'damaged')
  const owner = ownerOf(new URL(world.appUrl).pathname)
  await backUp(owner, place, takenAt)
  const empty = await aNewDatabase()

  appendFileSync(fileOf(place, 'public.person'), 'x')
  await expect(restore(empty, place)).rejects.toThrow(/was changed/)
  rmSync(fileOf(place, 'public.person'))
  await expect(restore(empty, place)).rejects.toThrow(/missing/)

  await expect(backUp(owner, place, takenAt)).rejects.toThrow(/there already/)
  expect(
    await as(empty, (client) => client.query(`select to_regclass('person') as it`).then(({ rows }) => rows)),
  ).toEqual([{ it: null }])
})

/** Tables that the test's own change does not add to. */
const isStill = ({ name }: { name: string }) => name !== 'public.event' && name !== 'public.audit'

function ownerOf(database: string): string {
  const url = new URL(inject('urls').owner)
  url.pathname = database
  return url.href
}

async function aNewDatabase(): Promise<string> {
  const name = `${inject('template')}_${randomBytes(6).toString('hex')}`
  made.push(name)
  const { username } = new URL(inject('urls').owner)
  await asAdministrator(`create database ${name} ${username ? `owner ${username}` : ''}`)
  return ownerOf(name)
}

const asAdministrator = (sql: string) => as(inject('urls').administrator, (client) => client.query(sql))

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
