import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { writeNote } from '../contacts/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCharity, aMatch, aMentee, aMentor } from './builders.ts'

let world: World
let site: Site
const monday = new Date('2026-03-02T09:30:00Z')
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterEach(() => {
  world.time.now = monday
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const post = async (actor: Actor, url: string, form: Record<string, string | string[]> = {}) => {
  const answer = await site.post(actor, url, { formId: newId(), ...form })
  return [answer.statusCode, String(answer.headers.location ?? answer.body)] as const
}
/** What SQL that got in would write, past the operation and its own check. */
const smuggledSession = (actor: Actor, mentorId: string, matchId: string) =>
  world.database.change(actor, async ({ db, record }) => {
    await sql`insert into mentor_session (id, mentor_id, match_id, case_id, person_id, kind, happened_on, minutes, made_by, made_at, owner_agency_id)
      select gen_random_uuid(), ${mentorId}, id, case_id, person_id, 'MET', '2026-03-02', 60, ${actor.userId}, now(), ${actor.agencyId}
      from mentor_match where id = ${matchId}`.execute(db)
    record({ name: 'test.done', subjectId: matchId, fieldGroup: 'administration' })
  })
const rows = (actor: Actor, table: string) =>
  world.database.read(actor, async ({ db }) => (await sql`select * from ${sql.table(table)}`.execute(db)).rows)

test('a mentor is asked before they learn a name, and nobody is in touch before the risk assessment is signed', async () => {
  const manager = await aCharity(world)
  const { actor: rosa, mentorId } = await aMentor(world, manager)
  const { wishId } = await aMentee(world, manager)
  const [, place] = await post(manager, `/mentees/${wishId}/match`, { mentorId })
  const matchId = /mentor-matches\/([^?]+)/.exec(place)![1]!
  const log = { match: matchId, kind: 'MET', minutes: '60' }

  const asked = (await site.get(rosa, '/mentoring')).body
  expect([asked.includes('In Wexley'), asked.includes('Danny')]).toEqual([true, false])
  expect((await post(rosa, `/mentor-matches/${matchId}/person-answer`, { answer: 'YES' }))[0]).toBe(403)
  await post(rosa, `/mentor-matches/${matchId}/answer`, { answer: 'YES' })
  await post(manager, `/mentor-matches/${matchId}/person-answer`, { answer: 'YES' })
  expect((await post(rosa, '/mentoring/sessions', log))[0]).toBe(422)
  await expect(smuggledSession(rosa, mentorId, matchId)).rejects.toThrow(/before the risk assessment is signed/)
  expect((await post(rosa, `/mentor-matches/${matchId}/risk`, { riskWords: 'Fine', riskPlaces: 'Home' }))[0]).toBe(403)
  await post(manager, `/mentor-matches/${matchId}/risk`, { riskWords: 'Rings the office.', riskPlaces: 'The library' })

  expect(await post(rosa, '/mentoring/sessions', log)).toEqual([303, '/mentoring?done=logged'])
  const home = (await site.get(rosa, '/mentoring')).body
  for (const words of ['Danny', 'We met, Danny', '60 min']) expect(home).toContain(words)
  expect(home).not.toContain('Okafor')
})

test('both may say no, and the place is free for another', async () => {
  const manager = await aCharity(world)
  const first = await aMentor(world, manager, { name: 'Rosa Lind' })
  const second = await aMentor(world, manager, { name: 'Bea Holt' })
  const { wishId } = await aMentee(world, manager)
  const [, place] = await post(manager, `/mentees/${wishId}/match`, { mentorId: first.mentorId })

  const [, home] = await post(first.actor, place.replace(/\?.*/, '/answer'), { answer: 'NO' })

  expect(home).toBe('/mentoring?done=saved')
  expect((await site.get(manager, '/mentees')).body).toContain('Danny Okafor')
  expect((await post(manager, `/mentees/${wishId}/match`, { mentorId: second.mentorId }))[0]).toBe(303)
  expect((await post(manager, `/mentees/${wishId}/match`, { mentorId: second.mentorId }))[0]).not.toBe(303)
})

test('a mentor sees their own matches and nothing else of anybody, by page or by smuggled SQL', async () => {
  const manager = await aCharity(world)
  const rosa = await aMentor(world, manager)
  const bea = await aMentor(world, manager, { name: 'Bea Holt' })
  const danny = await aMentee(world, manager)
  const matchId = await aMatch(world, manager, rosa, danny.wishId)
  await post(rosa.actor, '/mentoring/sessions', {
    match: matchId,
    kind: 'CALL',
    minutes: '15',
    words: 'He told me of the blue boat',
  })
  await world.database.change(manager, (change) =>
    writeNote(change, danny.id, { kind: 'CONTACT', part: 'notes', body: 'The charity’s own' }),
  )
  expect(await rows(manager, 'note')).toHaveLength(1)

  expect(await rows(rosa.actor, 'mentor_match')).toHaveLength(1)
  for (const table of ['person', 'case_file', 'case_summary', 'mentee_wish', 'note', 'case_party'])
    await expect(rows(rosa.actor, table)).rejects.toThrow(/permission denied/)
  for (const table of ['mentor_match', 'mentor_session'])
    expect([table, await rows(bea.actor, table)]).toEqual([table, []])
  expect(await rows(bea.actor, 'mentor')).toHaveLength(1)
  for (const address of [`/cases/${danny.id}`, `/people/${danny.personId}`, '/caseload'])
    expect([address, (await site.get(rosa.actor, address)).statusCode]).toEqual([address, 403])
  expect((await site.get(bea.actor, `/mentor-matches/${matchId}`)).statusCode).toBe(404)
  expect((await site.get(manager, `/mentor-matches/${matchId}`)).body).toContain('blue boat')
})

test('what a mentor writes is closed to who can punish, though they hold the person', async () => {
  const manager = await aCharity(world)
  const rosa = await aMentor(world, manager)
  const danny = await aMentee(world, manager)
  const matchId = await aMatch(world, manager, rosa, danny.wishId)
  await post(rosa.actor, '/mentoring/sessions', { match: matchId, kind: 'MET', minutes: '30', words: 'Canary' })
  const officer = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'] })
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, since_on, owner_agency_id) values ($1, $2, $3, 'ALLOCATED', '2026-01-01', $2)`,
    [danny.id, officer.agencyId, officer.userId],
  )

  for (const table of ['mentee_wish', 'mentor_match', 'mentor_session', 'mentor'])
    expect(await rows(officer, table)).toEqual([])
  expect((await site.get(officer, `/mentor-matches/${matchId}`)).statusCode).toBe(404)
  expect(
    (
      await post(officer, '/mentors', {
        name: 'X',
        gender: 'MAN',
        cameFrom: 'PUBLIC',
        prefers: 'ANY',
        mostMentees: '1',
      })
    )[0],
  ).toBe(403)
})

test('a record of a mentor’s own is closed to them, to colleagues who did not work with it, and to who joins later', async () => {
  const manager = await aCharity(world)
  const record = await aMentee(world, manager, { givenName: 'Rosa', familyName: 'Lind' })
  const colleague = await world.aColleagueOf(manager)
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'ACCEPTED', '2026-01-01', $2)`,
    [record.id, manager.agencyId],
  )
  const { actor: rosa, mentorId } = await aMentor(world, manager)
  expect((await site.get(colleague, `/cases/${record.id}`)).statusCode).toBe(200)
  const born = { 'born-day': '4', 'born-month': '5', 'born-year': '1990' }

  const closed = await post(manager, `/mentors/${mentorId}/own-record`, {
    number: '',
    givenName: 'Rosa',
    familyName: 'Lind',
    ...born,
  })
  const nobody = await post(manager, `/mentors/${mentorId}/own-record`, {
    number: '',
    givenName: 'No',
    familyName: 'Body',
    ...born,
  })

  expect(closed).toEqual(nobody) // says the same whether or not there is one
  const later = await world.aColleagueOf(manager)
  for (const stranger of [colleague, later])
    expect((await site.get(stranger, `/cases/${record.id}`)).statusCode).toBe(404)
  expect((await site.get(manager, `/cases/${record.id}`)).statusCode).toBe(200) // was named on the case already
  expect(await world.inspect(`select kind from access_bar where account_id = '${rosa.userId}'`)).toEqual([
    { kind: 'ONCE_THIS_PERSON' },
  ])
  const all = (await site.get(manager, `/mentees/${record.wishId}`)).body
  expect(all).toContain('No mentor fits') // nobody mentors themself
})
