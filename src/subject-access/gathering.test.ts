import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aNote } from '../contacts/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aRequest, aSharedRecord, built, decidedAndChecked, itemsOf } from './builders.ts'
import { giveCopy, takeCopy } from './hand-over.ts'
import { fieldLabel, kindLabel } from './labels.ts'
import { listRequests } from './queries/requests.ts'
import { stateOf } from './subject-request.ts'

let world: World
let site: Site
const monday = new Date('2026-03-02T09:00:00Z')
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

/** Tables about people that a copy does not hold, and why. */
const notHeld: Record<string, string> = {
  sight: 'who may see what: derived from agreements and parties',
  access_bar: 'about a worker, and whom they are related to',
  case_summary: 'a row of a list, derived from what is held',
  case_place: 'where that row stands in the lists of those who see it',
  data_breach: 'numbers; it names nobody',
  disposal: 'numbers; it names nobody',
  disposal_item: 'an id and numbers of what is gone',
  document_content: 'the document itself: listed by its title, and copied on its own page',
  export_request: 'a list that a worker asked for: its filter and a number',
  event: 'ids and codes of what the other tables hold',
  own_door_code: 'a hash that was good for ten minutes',
  own_door_session: 'a hash that was good for half an hour',
  own_record: 'whose record is closed to a mentor and their colleagues: ids',
  person_merge: 'ids; the names are among the other names',
  retention_clock: 'days, derived from what is held',
  retention_due: 'days, derived from what is held',
  restricted_reader: 'about workers',
  subject_access_bundle: 'the answer itself',
  subject_access_item: 'the answer itself',
  subject_access_part: 'the answer itself',
  subject_access_pause: 'the answer itself',
  subject_access_request: 'the answer itself',
}

test('no table about people is forgotten: each is gathered, or left out for a reason that stands here', async () => {
  const tables = await world.inspect<{ name: string }>(`
    select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
      and (a.attname = 'person_id' or (a.attname = 'owner_agency_id' and c.relname <> 'provenance')) order by 1`)
  const held = globSync('src/*/held/functions.sql')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const isHeld = (name: string) => new RegExp(`(from|join) ${name}\\b`).test(held)

  const forgotten = tables.map(({ name }) => name).filter((name) => !isHeld(name) && !notHeld[name])

  expect(forgotten).toEqual([])
})

test('every kind of item that a capability holds has a name in the copy, and every field too', () => {
  const held = globSync('src/*/held/functions.sql').map((path) => readFileSync(path, 'utf8').replaceAll(/^--.*$/gm, ''))
  const kinds = held.flatMap((sql) => [...sql.matchAll(/select '([A-Z_]+)'/g)].map(([, kind]) => kind!))
  const objects = held
    .flatMap((sql) => sql.split('json_build_object(').slice(1))
    .map((after) => after.split(/\bfrom\b/)[0]!)
  const fields = objects.flatMap((object) => [...object.matchAll(/'([a-z][a-z-]+)',/g)].map(([, field]) => field!))

  expect(kinds.length).toBeGreaterThan(40)
  expect(fields.length).toBeGreaterThan(80)
  expect(kinds.filter((kind) => kindLabel('en', kind) === kindLabel('en', 'OTHER'))).toEqual([])
  expect(fields.filter((field) => fieldLabel('en', field) === field)).toEqual([])
})

test('what was held on the day is what is answered: a note written afterwards is not in it', async () => {
  const { record, prison } = await aSharedRecord(world)
  const requestId = await aRequest(world, prison.first, record)

  await aNote(world, prison.first, record.id, { body: 'Written the day after.' })

  const said = JSON.stringify(await itemsOf(world, prison.first, requestId))
  expect(said).toContain('He rang his mother')
  expect(said).not.toContain('Written the day after')
})

test('two records of one person that were joined are both in it', async () => {
  const { record, prison } = await aSharedRecord(world)
  const other = await aCase(world, prison.first, { givenName: 'Daniel', familyName: 'Okafor' })
  await aNote(world, prison.first, other.id, { body: 'From the other record.' })
  await world.inspect('update person set merged_into_id = $1 where id = $2', [record.personId, other.personId])

  const requestId = await aRequest(world, prison.first, record)

  expect(JSON.stringify(await itemsOf(world, prison.first, requestId))).toContain('From the other record.')
})

test('only the agencies that were asked answer', async () => {
  const { record, prison, council } = await aSharedRecord(world)

  const requestId = await aRequest(world, prison.first, record, { askedAgencyIds: [council.first.agencyId] })

  expect(await itemsOf(world, prison.first, requestId)).toEqual([])
  expect((await itemsOf(world, council.first, requestId)).length).toBeGreaterThan(0)
})

test('a person asks at their own door, and it is in the list of the agency that let them in', async () => {
  world.time.now = monday
  const manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'] })
  const danny = await aCase(world, manager, { givenName: 'Danny', familyName: 'Okafor', number: 'A4321BD' })
  const started = await site.post(manager, `/cases/${danny.id}/own-door`, {})
  const code = /\d{4} \d{4}/.exec(started.body)![0]
  const entered = await site.post(undefined, '/me', { number: 'A4321BD', code })
  const headers = { cookie: String(entered.headers['set-cookie']).split(';')[0]! }

  const said = await site.post(
    undefined,
    '/me/say',
    { kind: 'COPY', words: 'All that you have about me.' },
    { headers },
  )

  expect(said.headers.location).toBe('/me?done=said')
  const [request] = await world.database.read(manager, (reading) => listRequests(reading, 10, 0))
  expect(request).toMatchObject({
    personName: 'Danny Okafor',
    channel: 'OWN_DOOR',
    proof: 'OWN_DOOR',
    receivedOn: '2026-03-02',
  })
  expect(stateOf(request!)).toBe('DECIDING')
  expect(JSON.stringify(await itemsOf(world, manager, request!.id))).toContain('All that you have about me.')
})

test('once the copy is given, the gathered texts are nowhere, and who got it is kept', async () => {
  const { record, prison, council, police, charity } = await aSharedRecord(world)
  const requestId = await aRequest(world, prison.first, record)
  for (const pair of [prison, council, police, charity]) await decidedAndChecked(world, pair, requestId)
  await built(world, prison.first, requestId)
  await world.database.change(prison.first, (change) => takeCopy(change, requestId, 'pdf'))

  await world.database.change(prison.first, (change) =>
    giveCopy(change, requestId, { to: 'Danny Okafor', how: 'HAND', on: '2026-03-02' }),
  )

  const rows = await world.inspect<{ all: string }>(
    `select (select json_agg(i)::text from subject_access_item i join subject_access_part p on p.id = i.part_id
       where i.request_id = $1 and not p.is_apart) || (select json_agg(b)::text from subject_access_bundle b
       where b.request_id = $1 and b.given_at is not null) as all`,
    [requestId],
  )
  expect(rows[0]!.all).not.toMatch(/rang his mother|Mill Lane/)
  expect(rows[0]!.all).toContain('Danny Okafor')
})
