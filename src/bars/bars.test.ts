import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aNote } from '../contacts/builders.ts'
import { mergePeople } from '../people/index.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

let serial = 3000
const bornOn = { 'bornOn-day': '4', 'bornOn-month': '5', 'bornOn-year': '1990' }

/** A prison with a team on the case: everybody in it sees the list level by the agency, and the team sees the work. */
async function aRecord() {
  const number = `A${serial++}QZ`
  const manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'], name: 'Ines Marsh' })
  const amira = await world.aColleagueOf(manager, { name: 'Amira Khan' })
  const record = await aCase(world, amira, { givenName: 'Danny', familyName: `Okafor${serial}`, number })
  const [team] = await world.inspect<{ id: string }>(
    `insert into team (agency_id, name) values ($1, 'A wing') returning id`,
    [manager.agencyId],
  )
  const cousin = await world.aColleagueOf(manager, { name: 'Cousin Okafor' })
  await world.inspect('insert into team_member values ($1, $2)', [team!.id, cousin.userId])
  await world.inspect(
    `insert into case_party (case_id, agency_id, team_id, relationship, since_on, owner_agency_id) values ($1, $2, $3, 'TEAM', current_date, $2)`,
    [record.id, manager.agencyId, team!.id],
  )
  return { number, manager, amira, cousin: await world.again(cousin), record, familyName: `Okafor${serial}` }
}

const declare = (actor: Actor, form: Record<string, string>) => site.post(actor, '/bars', { kind: 'RELATED', ...form })
const places = ({ id, personId }: { id: string; personId: string }) => [
  `/cases/${id}`,
  `/cases/${id}/notes`,
  `/cases/${id}/team`,
  `/people/${personId}`,
]
const statuses = async (actor: Actor, record: { id: string; personId: string }) =>
  Promise.all(places(record).map(async (place) => (await site.get(actor, place)).statusCode))

test('who is related to a person does not reach them by team, agency or name from the next request on', async () => {
  const { number, cousin, record, familyName } = await aRecord()
  const before = await statuses(cousin, record)

  const declared = await declare(cousin, { number })

  expect(before).toEqual([200, 200, 200, 200])
  expect(declared.headers.location).toBe('/bars?done=kept')
  expect(await statuses(cousin, record)).toEqual([404, 404, 404, 404])
  expect((await site.get(cousin, `/people?q=${familyName}`)).body).not.toContain(record.id)
  expect((await site.get(cousin, `/people?q=${number}`)).body).not.toContain(record.id)
  for (const list of ['/caseload', '/releases', '/', '/alerts'])
    expect((await site.get(cousin, list)).body).not.toContain(record.id)
})

test('what one’s own agency wrote is closed too, in every table', async () => {
  const { number, amira, record } = await aRecord()
  await aNote(world, amira, record.id)
  const made = [record.id, record.personId, amira.userId, amira.agencyId]
  await world.inspect(
    `insert into step (case_id, person_id, title, made_by, made_at, owner_agency_id) values ($1, $2, 'x', $3, now(), $4)`,
    made,
  )
  await world.inspect(
    `insert into appointment (case_id, person_id, title, starts_at, made_by, made_at, owner_agency_id)
     values ($1, $2, 'x', now(), $3, now(), $4)`,
    made,
  )
  const tables = ['sight', 'case_file', 'case_summary', 'note', 'event', 'step', 'appointment'] as const
  const seen = () =>
    world.database.read(amira, async ({ db }) => {
      const found: string[] = []
      for (const table of tables) {
        const rows = await db.selectFrom(table).selectAll().where('person_id', '=', record.personId).execute()
        if (rows.length > 0) found.push(table)
      }
      return found
    })
  const before = await seen()

  await declare(amira, { number, kind: 'ONCE_THIS_PERSON' })

  expect(before).toEqual(tables)
  expect(await seen()).toEqual([])
})

test('break-glass does not lift a bar', async () => {
  const { number, cousin, record } = await aRecord()
  await declare(cousin, { number })

  const asked = await site.post(cousin, '/break-glass', {
    identifier: number,
    reason: 'I must know how my cousin is today.',
  })

  expect((await site.get(cousin, String(asked.headers.location))).body).toContain(`No record has the number ${number}`)
  expect((await site.get(cousin, `/cases/${record.id}`)).statusCode).toBe(404)
})

test('declaring answers the same whether or not there is a record, by a number as by name and birth', async () => {
  const { amira, cousin, record, familyName } = await aRecord()

  const known = await declare(cousin, { givenName: 'danny', familyName: familyName.toUpperCase(), ...bornOn })
  const unknown = await declare(cousin, { givenName: 'Nobody', familyName: 'Here', ...bornOn })
  const nothing = await declare(cousin, {})

  const shape = ({ statusCode, body, headers }: typeof known) => ({ statusCode, body, location: headers.location })
  expect(shape(known)).toEqual(shape(unknown))
  expect(nothing.statusCode).toBe(422)
  expect(nothing.body).toContain('Enter a number, or a name and a date of birth')
  expect(await statuses(cousin, record)).toEqual([404, 404, 404, 404])
  expect(await statuses(amira, record)).toEqual([200, 200, 200, 200])
})

test('a manager bars a colleague and lifts it; nobody bars another agency’s worker, lifts their own, or reads their bars', async () => {
  const { number, manager, amira, cousin, record } = await aRecord()
  const stranger = await world.aWorkerAt('Police', { kind: 'police', roles: ['MANAGER'] })
  const bar = { accountId: cousin.userId, number }
  const lift = (actor: Actor, accountId: string) =>
    site.post(actor, '/bars/lift', { accountId, personId: record.personId })

  const byColleague = await declare(amira, bar)
  const byStranger = await declare(stranger, bar)
  const byManager = await declare(manager, bar)
  const closed = await statuses(cousin, record)
  const listed = await site.get(manager, '/bars')
  const ownList = await world.database.read(cousin, ({ db }) => db.selectFrom('access_bar').selectAll().execute())
  const liftedBySelf = await lift(cousin, cousin.userId)
  const lifted = await lift(manager, cousin.userId)

  expect([byColleague.statusCode, byStranger.statusCode, byManager.statusCode]).toEqual([403, 403, 303])
  expect(closed).toEqual([404, 404, 404, 404])
  expect(listed.body).toContain('Cousin Okafor')
  expect(ownList).toEqual([])
  expect([liftedBySelf.statusCode, lifted.statusCode]).toEqual([403, 303])
  expect(await statuses(cousin, record)).toEqual([200, 200, 200, 200])
})

test('a bar holds for both records when two of one person are joined', async () => {
  const { number, amira, cousin, record } = await aRecord()
  const twin = await aCase(world, amira, { givenName: 'Daniel', familyName: 'Okafor' })
  await declare(cousin, { number })
  const before = await site.get(cousin, `/cases/${twin.id}`)

  await world.database.change(amira, (change) => mergePeople(change, twin.personId, record.personId))

  expect(before.statusCode).toBe(200)
  expect((await site.get(cousin, `/cases/${twin.id}`)).statusCode).toBe(404)
  expect((await site.get(cousin, `/cases/${record.id}`)).statusCode).toBe(404)
})
