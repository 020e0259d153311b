import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aNote } from '../contacts/builders.ts'
import { matchPeople } from '../people/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
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

let serial = 5000
const reason = 'Threats on the wing: nobody may learn where he is.'

async function aRecord() {
  const number = `A${serial++}QZ`
  const manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'], name: 'Ines Marsh' })
  const amira = await world.aColleagueOf(manager, { name: 'Amira Khan' })
  const colleague = await world.aColleagueOf(manager, { name: 'Ben Ode' })
  const record = await aCase(world, amira, { givenName: 'Danny', familyName: `Okafor${serial}`, number })
  await aNote(world, amira, record.id, { body: 'He rang his mother.' })
  return { number, manager, amira, colleague, record, familyName: `Okafor${serial}` }
}
type Record = Awaited<ReturnType<typeof aRecord>>['record']

const restrict = (actor: Actor, { id }: Record, accountIds: string[] = [], why = reason) =>
  site.post(actor, `/cases/${id}/restricted`, { reason: why, accountIds })
const statusesOf = async (actor: Actor, { id, personId }: Record) =>
  Promise.all(
    [`/cases/${id}`, `/cases/${id}/notes`, `/people/${personId}`].map(
      async (url) => (await site.get(actor, url)).statusCode,
    ),
  )

test('a restricted record exists for those on its list, as far as they saw it before, and for nobody else', async () => {
  const { manager, amira, colleague, record } = await aRecord()
  const seenBefore = await statusesOf(colleague, record)

  const done = await restrict(manager, record, [amira.userId])

  expect(seenBefore).toEqual([200, 200, 200])
  expect(done.headers.location).toBe(`/cases/${record.id}/restricted?done=restricted`)
  expect(await statusesOf(colleague, record)).toEqual([404, 404, 404])
  expect(await statusesOf(manager, record)).toEqual([200, 200, 200])
  const amiras = await site.get(amira, `/cases/${record.id}/notes`)
  expect(amiras.body).toContain('He rang his mother.')
  expect(amiras.body).toContain('Restricted')
})

test('nobody writes a note about a person who is closed to them, whatever sight says', async () => {
  const { manager, amira, colleague, record } = await aRecord()
  const treasurer = await world.aColleagueOf(manager, { name: 'Tess Ure', roles: ['TREASURER'] })
  const open = await aCase(world, amira, { givenName: 'Dean', familyName: 'Open', number: `A${serial++}QZ` })
  await restrict(manager, record, [amira.userId])
  await world.inspect(`insert into sight (audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes)
    select w.id, c.id, gen_random_uuid(), 'ALLOCATED', c.person_id, 'infinity', '{notes}', '{notes}'
    from account w, case_file c where w.id in ('${[colleague, treasurer, amira].map(({ userId }) => userId).join("', '")}')
      and c.id in ('${record.id}', '${open.id}') on conflict do nothing`)
  const writes = async (actor: Actor, { id }: Record) =>
    aNote(world, actor, id).then(
      () => 'written',
      (error) => error.message,
    )

  expect(await writes(colleague, record)).not.toBe('written')
  expect(await writes(colleague, open)).toBe('written')
  expect(await writes(amira, record)).toBe('written')
  expect(await writes(treasurer, open)).not.toBe('written')
})

test('not in lists, search, counts, the duplicate check of an import, or what the agency wrote itself', async () => {
  const { number, manager, amira, colleague, record, familyName } = await aRecord()
  await restrict(manager, record)

  for (const list of [
    '/',
    '/caseload',
    '/releases',
    `/people?q=${familyName}`,
    `/people?q=${number}`,
    '/reports',
    '/alerts',
  ]) {
    for (const outside of [amira, colleague]) {
      const { body } = await site.get(outside, list)
      expect(body.includes(record.id) || body.includes(`Danny ${familyName}`), `${list} of ${outside.name}`).toBe(false)
    }
  }
  const sought = { row: 1, keyType: 'PRISON_NUMBER' as const, keyValue: number, others: [number], bornOn: '1990-05-04' }
  const matches = await world.database.read(colleague, (reading) =>
    matchPeople(reading, [{ ...sought, givenName: 'Danny', familyName }]),
  )
  expect(matches).toEqual([])
  const incoming = { personId: record.personId, caseId: newId(), keyType: 'PRISON_NUMBER', keyValue: number }
  const received = await world.database.change(colleague, async ({ db, record: say }) => {
    say({ name: 'test.received', subjectId: colleague.userId, fieldGroup: 'administration' })
    const { rows } =
      await sql`select person_id from receive_people(${JSON.stringify([incoming])}::jsonb, current_date)`.execute(db)
    return rows
  })
  expect(received).toEqual([])
  const rows = await world.database.read(amira, async ({ db }) =>
    Promise.all(
      (['sight', 'note', 'event', 'case_file', 'case_summary', 'restricted_record', 'restricted_reader'] as const).map(
        async (table) =>
          (await db.selectFrom(table).selectAll().where('person_id', '=', record.personId).execute()).length,
      ),
    ),
  )
  expect(rows).toEqual([0, 0, 0, 0, 0, 0, 0])
})

test('who is told of it afterwards sees no more than the list says: a new party lets nobody in', async () => {
  const { manager, record } = await aRecord()
  await restrict(manager, record)
  const probation = await world.aWorkerAt('Wexley Probation', { kind: 'probation' })

  await world.inspect(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'SUPERVISION', current_date, $2)`,
    [record.id, probation.agencyId],
  )

  expect(await statusesOf(probation, record)).toEqual([404, 404, 404])
})

test('break-glass reaches it, and its review does not need the list', async () => {
  const { number, manager, colleague, record } = await aRecord()
  await restrict(manager, record)

  const asked = await site.post(colleague, '/break-glass', {
    identifier: number,
    reason: 'He has not come out of his cell.',
  })

  expect((await site.get(colleague, String(asked.headers.location))).body).toContain('Danny')
  expect((await site.get(colleague, `/cases/${record.id}/notes`)).body).toContain('He rang his mother.')
  expect((await site.get(manager, '/break-glass/reviews')).body).toContain('Danny')
})

test('a manager of the agency that answers for the person restricts and lifts; nobody else, nor with a short reason', async () => {
  const { manager, amira, colleague, record } = await aRecord()
  const otherManager = await world.aColleagueOf(manager, { roles: ['MANAGER'] })
  const stranger = await world.aWorkerAt('Police', { kind: 'police', roles: ['MANAGER'] })

  const refused = [
    await restrict(amira, record),
    await restrict(stranger, record),
    await restrict(manager, record, [], 'short'),
  ]
  await restrict(manager, record)
  const liftedByOutsider = await site.post(otherManager, `/cases/${record.id}/restricted/lift`, {})
  const lifted = await site.post(manager, `/cases/${record.id}/restricted/lift`, {})

  expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 404, 422])
  expect([liftedByOutsider.statusCode, lifted.statusCode]).toEqual([404, 303])
  expect(await statusesOf(colleague, record)).toEqual([200, 200, 200])
})
