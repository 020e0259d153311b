import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aNote } from './builders.ts'

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

const canary = 'He told his mentor about the blue boat'

/** A charity's mentor, a prison, police and probation on one case, all of them named; and an agreement that gives all of them all. */
async function aMentoredCase() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const record = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  const manager = await world.aWorkerAt('Open Door', { kind: 'charity', roles: ['MANAGER'] })
  const mentor = await world.aColleagueOf(manager, { name: 'Rosa Lind' })
  const police = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  const probation = await world.aWorkerAt('Wexley Probation', { kind: 'probation' })
  for (const worker of [mentor, police, probation])
    await named(worker, record.id, worker === mentor ? 'MENTOR' : 'SUPPORT')
  return { prison, record, manager, mentor, police, probation }
}

const named = (worker: Actor, caseId: string, role: string) =>
  world.inspect(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', $4, current_date, $2)`,
    [caseId, worker.agencyId, worker.userId, role],
  )
const partsOf = async (worker: Actor, caseId: string) =>
  (
    await world.database.read(worker, ({ db }) =>
      db.selectFrom('sight').select('reads').where('case_id', '=', caseId).execute(),
    )
  ).flatMap(({ reads }) => reads)
const notesOn = (worker: Actor, personId: string) =>
  world.database.read(worker, ({ db }) =>
    db.selectFrom('note').select('body').where('person_id', '=', personId).execute(),
  )

test('no agreement opens mentoring to prison, probation or police, nor intelligence to anybody but police', async () => {
  const { prison, record, mentor, police, probation } = await aMentoredCase()

  await world.inspect(`insert into agreement_grant (agreement_id, relationship, field_group, may_contribute)
    select id, 'ALLOCATED', g, true from agreement, unnest('{mentoring,intelligence}'::text[]) g`)
  await world.inspect('update case_party set until_on = until_on where case_id = $1', [record.id]) // its sight is made anew

  for (const enforcing of [prison, probation, police])
    expect(await partsOf(enforcing, record.id)).not.toContain('mentoring')
  for (const other of [prison, probation, mentor]) expect(await partsOf(other, record.id)).not.toContain('intelligence')
  expect(await partsOf(police, record.id)).toContain('intelligence')
  expect(await partsOf(mentor, record.id)).toContain('mentoring')
  await world.inspect(
    `delete from agreement_grant where agency_kind is null and field_group in ('mentoring', 'intelligence')`,
  )
})

test('an agreement may name probation for intelligence, and no charity', async () => {
  const { record, mentor, probation } = await aMentoredCase()

  await world.inspect(`insert into agreement_grant (agreement_id, agency_kind, relationship, field_group)
    select id, k, 'ALLOCATED', 'intelligence' from agreement, unnest('{probation,charity}'::text[]) k`)
  await world.inspect('update case_party set until_on = until_on where case_id = $1', [record.id])

  expect(await partsOf(probation, record.id)).toContain('intelligence')
  expect(await partsOf(mentor, record.id)).not.toContain('intelligence')
  await world.inspect(
    `delete from agreement_grant where agency_kind in ('probation', 'charity') and field_group = 'intelligence'`,
  )
})

test('what a mentor writes is read by the charity and by no page, search, list or export of who can punish', async () => {
  const { prison, record, manager, mentor, police, probation } = await aMentoredCase()
  const id = await aNote(world, mentor, record.id, { part: 'mentoring', body: canary })

  expect((await site.get(mentor, `/cases/${record.id}/notes`)).body).toContain(canary)
  expect(await notesOn(manager, record.personId)).toEqual([{ body: canary }])
  for (const enforcing of [prison, police, probation]) {
    const places = [
      '',
      '/notes',
      '/plan',
      '/needs',
      '/assessments',
      '/referrals',
      '/appointments',
      '/team',
      '/passport',
    ]
    const urls = [
      ...places.map((place) => `/cases/${record.id}${place}`),
      ...[
        `/people/${record.personId}`,
        '/',
        '/alerts',
        '/caseload',
        '/releases',
        '/reports',
        '/releases.csv',
        '/safeguarding',
      ],
      ...[`/people?q=${encodeURIComponent('blue boat')}`, `/notes/${id}`, `/notes/${id}/opening`],
    ]
    for (const url of urls)
      expect((await site.get(enforcing, url)).body, `${url} of ${enforcing.agencyName}`).not.toContain(canary)
    expect(await notesOn(enforcing, record.personId)).toEqual([])
    const events = await world.database.read(enforcing, ({ db }) =>
      db
        .selectFrom('event')
        .select('name')
        .where('case_id', '=', record.id)
        .where('field_group', '=', 'mentoring')
        .execute(),
    )
    expect(events).toEqual([])
  }
})

test('that police hold intelligence shows to who sees risk, and what it says to nobody', async () => {
  const { prison, record, mentor, police } = await aMentoredCase()
  const before = await site.get(prison, `/cases/${record.id}/notes`)

  await aNote(world, police, record.id, { part: 'intelligence', body: canary })

  const held = 'The police hold information that you may not read'
  const [prisons, mentors, own] = await Promise.all(
    [prison, mentor, police].map(async (reader) => (await site.get(reader, `/cases/${record.id}/notes`)).body),
  )
  expect(before.body).not.toContain(held)
  expect(prisons).toContain(held)
  expect(prisons).not.toContain(canary)
  expect(mentors).not.toContain(held)
  expect(own).toContain(canary)
})

test('a charity that gives another service does not read what the mentor wrote', async () => {
  const { record, mentor } = await aMentoredCase()
  const housing = await world.aWorkerAt('Second Step', { kind: 'charity' })
  await world.inspect(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'ACCEPTED', current_date, $2)`,
    [record.id, housing.agencyId],
  )
  await aNote(world, mentor, record.id, { part: 'mentoring', body: canary })

  const own = await aNote(world, housing, record.id, { part: 'mentoring', body: 'We talked in the kitchen.' })

  expect(own).toBeTruthy()
  expect(await notesOn(housing, record.personId)).toEqual([{ body: 'We talked in the kitchen.' }])
  expect(await notesOn(mentor, record.personId)).toHaveLength(2)
})

test('nobody who can punish writes where mentors read, by the operation or the database', async () => {
  const { prison, record } = await aMentoredCase()

  const refused = await aNote(world, prison, record.id, { part: 'mentoring' }).then(
    () => 'written',
    ({ code }) => code,
  )

  expect(refused).toBe('note.part-closed')
})

test('a note about a victim is kept from the mentor, whose pages the person may look at', async () => {
  const { prison, record, mentor, probation } = await aMentoredCase()

  await aNote(world, prison, record.id, { body: 'She moved to her sister.', isAboutVictim: true })

  expect(await notesOn(mentor, record.personId)).toEqual([])
  expect(await notesOn(probation, record.personId)).toEqual([{ body: 'She moved to her sister.' }])
  expect((await site.get(mentor, `/cases/${record.id}/notes`)).body).not.toContain('sister')
})

test('who works with no case reads no note of their own agency, not even by SQL that got in through their session', async () => {
  const { record, manager, mentor } = await aMentoredCase()
  await aNote(world, mentor, record.id, { part: 'notes', body: 'Of the charity' })
  const roles = ['ADMINISTRATOR', 'COORDINATOR', 'AUDITOR', 'OPERATOR', 'TREASURER']
  const others = await Promise.all(roles.map((role) => world.aColleagueOf(manager, { roles: [role], may: [] })))

  const read = await Promise.all(others.map((each) => notesOn({ ...each, audiences: [] }, record.personId)))

  expect(await notesOn(manager, record.personId)).toHaveLength(1)
  expect(read).toEqual(roles.map(() => []))
  const another = await world.aColleagueOf(manager, { roles: ['MENTOR'], may: [] }) // whose login has no right to the table
  await expect(notesOn({ ...another, audiences: [] }, record.personId)).rejects.toThrow(/permission denied/)
})
