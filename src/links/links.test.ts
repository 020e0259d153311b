import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { mergePeople, undoMerge } from '../people/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { systemFor } from '../platform/jobs.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { partRecords } from './decide-link.ts'
import { findLinks, joinLinked } from './find-links.ts'
import { countLinks, type Link, listLinks } from './queries/links.ts'

// A partnership of sixty people, some of whom two agencies keep a record of.

let world: World
let site: Site
let prison: Actor
let police: Actor
let coordinator: Actor
const system = systemFor('00000000-0000-0000-0000-000000000000')
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('Fernhall')
  police = await world.aWorkerAt('Police', { kind: 'police' })
  coordinator = await world.aWorkerAt('Council', {
    kind: 'council',
    roles: ['COORDINATOR'],
    may: ['coordinate the partnership'],
  })
  await world.insert(
    `insert into person (given_name, family_name, born_on, sex, owner_agency_id)
     select 'Given' || chr(97 + n % 26) || n * 7, 'Family' || chr(97 + (n * 5) % 26) || n * 11, date '1960-01-01' + n * 211, 'M', $1
     from generate_series(1, 60) n`,
    [prison.agencyId],
  )
})
afterAll(async () => {
  await site.close()
  await world.close()
})

test('a pair that is certain is joined, one that is not waits, and twins are left to a reviewer', async () => {
  const one = { givenName: 'Oluwaseun', familyName: 'Adebayo', bornOn: '1984-04-07' }
  const kept = await aCase(world, prison, { ...one, number: 'A1001AA' })
  const again = await aCase(world, prison, one)
  const number = `insert into person_identifier (person_id, type, value, owner_agency_id) values ($1, 'PNC', '2012/0052494Q', $2)`
  for (const { personId } of [kept, again]) await world.insert(number, [personId, prison.agencyId])
  const theirs = await aCase(world, police, { givenName: 'Kwame', familyName: 'Boateng', bornOn: '1979-03-11' })
  const ours = await aCase(world, prison, { givenName: 'Boateng', familyName: 'Kwame', bornOn: '1979-11-03' })
  const twin = await aCase(world, prison, { givenName: 'Iris', familyName: 'Vandenberg', bornOn: '1992-08-30' })
  const other = await aCase(world, prison, { givenName: 'Floor', familyName: 'Vandenberg', bornOn: '1992-08-30' })

  await findLinks(world.database, system)
  const joins = await joinLinked(world.database, system, systemFor)

  expect(joins).toBe(1)
  expect(await stateOf(kept.personId, again.personId)).toMatchObject({ state: 'JOINED', is_merged: true })
  expect(await stateOf(theirs.personId, ours.personId)).toMatchObject({
    levels: ['SWAPPED', 'SILENT', 'NEAR', 'SILENT', 'SILENT'],
  })
  expect(await stateOf(theirs.personId, ours.personId)).toMatchObject({ state: 'WAITING' })
  expect(await stateOf(twin.personId, other.personId)).not.toMatchObject({ state: 'JOINED' })
  expect((await linksOf('JOINED')).length).toBe(1)
})

test('a reviewer sees weights and not the content of an agency; saying yes shows no agency the record of another', async () => {
  const mine = await aCase(world, prison, { givenName: 'Zainab', familyName: 'Quartey', bornOn: '1990-01-31' })
  const theirs = await aCase(world, police, { givenName: 'Zainab', familyName: 'Quartey', bornOn: '1990-01-13' })
  await findLinks(world.database, system)
  const { id } = (await stateOf(mine.personId, theirs.personId))!

  const page = await site.get(coordinator, `/links/${id}`)
  const blank = await site.post(coordinator, `/links/${id}`, {
    formId: newId(),
    version: '1',
    reason: 'The desk <called>',
  })
  const said = await decide(id, 'JOINED', 'Both desks looked at the same photograph')
  await joinLinked(world.database, system, systemFor)

  expect(page.body).toContain('Nearly the same')
  expect(page.body).not.toMatch(/Quartey|Zainab|1990/)
  expect([blank.statusCode, blank.body.includes('The desk &lt;called&gt;')]).toEqual([422, true])
  expect(said.statusCode).toBe(303)
  expect(await stateOf(mine.personId, theirs.personId)).toMatchObject({ state: 'JOINED', is_merged: false })
  expect((await site.get(prison, `/people/${theirs.personId}`)).statusCode).toBe(404)
  expect((await site.get(police, `/people/${theirs.personId}`)).statusCode).toBe(200)
})

test('a joining is turned round with its reason, the records are as they were, and the next night leaves them alone', async () => {
  const one = { givenName: 'Marisol', familyName: 'Echeverria', bornOn: '1971-12-24' }
  const kept = await aCase(world, prison, { ...one, number: 'A2002BB' })
  const other = await aCase(world, prison, { ...one, givenName: 'Marysol' })
  const before = await rowsOf([kept.personId, other.personId])
  await findLinks(world.database, system)
  const { id } = (await stateOf(kept.personId, other.personId))!
  await decide(id, 'JOINED', 'She says so herself')
  await joinLinked(world.database, system, systemFor)
  const joined = await rowsOf([kept.personId, other.personId])

  await decide(id, 'APART', 'They are cousins')
  await partRecords(world.database, system, systemFor, id)
  await findLinks(world.database, system)
  await joinLinked(world.database, system, systemFor)

  expect(joined).not.toEqual(before)
  expect(await rowsOf([kept.personId, other.personId])).toEqual(before)
  expect(await stateOf(kept.personId, other.personId)).toMatchObject({ state: 'APART', is_merged: false })
  const page = await site.get(coordinator, `/links/${id}`)
  expect(page.body).toMatch(/They are cousins[\s\S]*She says so herself/)
})

test('whatever is joined, in whatever order it is undone, every record is as it was', async () => {
  const numbers = ['A3001CC', 'A3002CC', 'A3003CC', 'A3004CC']
  const people: string[] = []
  for (const number of numbers) people.push((await aCase(world, prison, { givenName: `N${number}`, number })).personId)
  const before = await rowsOf(people)

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
      async (joins, order) => {
        const done: string[] = []
        for (const [a, b] of joins) {
          const join = world.database.change(prison, (change) => mergePeople(change, people[a]!, people[b]!))
          const id = await join.catch(() => undefined) // one with itself, or with a record that is joined already
          if (id) done.push(id)
        }
        const undone = done.map((id, n) => ({ id, by: order[n]! })).sort((one, two) => one.by - two.by)
        for (const { id } of undone) await world.database.change(prison, (change) => undoMerge(change, id))
        expect(await rowsOf(people)).toEqual(before)
      },
    ),
    { numRuns: 15 },
  )
})

test('a restricted record is in no pair, and rates by group leave out groups of fewer than ten', async () => {
  const secret = await aCase(world, prison, { givenName: 'Hidde', familyName: 'Zwart', bornOn: '1988-08-08' })
  await aCase(world, prison, { givenName: 'Hidde', familyName: 'Zwart', bornOn: '1988-08-08' })
  await world.insert(
    `insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, 'A witness of the case', $2, now(), $3)`,
    [secret.personId, prison.userId, prison.agencyId],
  )

  await findLinks(world.database, system)

  expect(
    await world.inspect(`select from person_link where $1 in (low_person_id, high_person_id)`, [secret.personId]),
  ).toEqual([])
  const rates = await site.get(coordinator, '/links/rates')
  expect(rates.body).toContain('By sex')
  expect(rates.body).not.toContain('By nationality</h2><p')
})

test('pairs are for whoever coordinates, and the run is the system’s', async () => {
  const found = await world.database.read(prison, (reading) => countLinks(reading))
  const [link] = await linksOf('JOINED')

  expect(found).toEqual({ WAITING: 0, JOINED: 0, APART: 0 })
  expect((await site.get(prison, `/links/${link!.id}`)).statusCode).toBe(403)
  await expect(findLinks(world.database, coordinator)).rejects.toThrow(/for the system/)
})

const linksOf = (state: Link['state']) =>
  world.database.read(coordinator, (reading) => listLinks(reading, state, 50, 0))

async function decide(id: string, is: string, reason: string) {
  const [{ version }] = (await world.inspect<{ version: number }>('select version from person_link where id = $1', [
    id,
  ])) as [{ version: number }]
  return site.post(coordinator, `/links/${id}`, { formId: newId(), version: String(version), is, reason })
}

async function stateOf(one: string, other: string) {
  const rows = await world.inspect<{ id: string; state: string; levels: string[]; is_merged: boolean }>(
    `select id, state, levels, merge_id is not null as is_merged from person_link where least($1::uuid, $2::uuid) = low_person_id
      and greatest($1::uuid, $2::uuid) = high_person_id`,
    [one, other],
  )
  return rows[0]
}

/** All that is kept of people, but how often it was written. */
async function rowsOf(people: string[]) {
  return world.inspect(
    `select p.id, to_jsonb(p) - 'version' as person,
      (select jsonb_agg(to_jsonb(i) order by i.id) from person_identifier i where i.person_id = p.id) as numbers,
      (select jsonb_agg(to_jsonb(a) order by a.id) from person_alias a where a.person_id = p.id) as names
    from person p where p.id = any($1) order by p.id`,
    [people],
  )
}
