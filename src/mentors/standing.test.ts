import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { readPdf } from '../platform/testing/read-pdf.ts'
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
/** Another day, on which everybody is still signed in. */
const moveTo = async (at: string) => {
  world.time.now = new Date(at)
  await world.inspect(`update session set seen_at = $1, ends_at = $1::timestamptz + interval '10 hours'`, [at])
}
test('vetting that is over keeps somebody from new matches, and nobody vets themself', async () => {
  const manager = await aCharity(world)
  const { actor: rosa, mentorId } = await aMentor(world, manager)
  const { wishId } = await aMentee(world, manager)

  const own = await post(rosa, `/mentors/${mentorId}/entries`, {
    kind: 'VETTING',
    vetting: 'CRIMINAL_RECORD',
    words: '',
  })
  expect(own[0]).not.toBe(303)
  await moveTo('2027-01-05T09:30:00Z')

  expect((await site.get(manager, '/mentees')).body).toContain('No mentor fits')
  expect((await post(manager, `/mentees/${wishId}/match`, { mentorId }))[0]).toBe(409)
  expect((await site.get(manager, '/mentors')).body).toContain('Over since')
})

test('a goal of the development plan is set with the mentor and ended with what came of it', async () => {
  const manager = await aCharity(world)
  const { actor: rosa, mentorId } = await aMentor(world, manager)
  await post(rosa, `/mentors/${mentorId}/entries`, { kind: 'GOAL', words: 'Lead a group' })
  const [{ id } = { id: '' }] = await world.inspect<{ id: string }>(
    `select id from mentor_entry where kind = 'GOAL' and mentor_id = $1`,
    [mentorId],
  )

  expect((await post(rosa, `/mentors/entries/${id}/end`, { words: 'Led two' }))[0]).toBe(303)

  expect((await site.get(manager, `/mentors/${mentorId}`)).body).toContain('Ended: Led two')
})

test('training counts towards its target, and a match without contact is said to have lapsed', async () => {
  const manager = await aCharity(world)
  const rosa = await aMentor(world, manager)
  const danny = await aMentee(world, manager)
  await aMatch(world, manager, rosa, danny.wishId)
  const training = {
    kind: 'TRAINING',
    minutes: '900',
    words: 'Listening',
    'on-day': '1',
    'on-month': '3',
    'on-year': '2026',
  }
  for (let day = 0; day < 6; day++) await post(manager, `/mentors/${rosa.mentorId}/entries`, training)

  await moveTo('2026-03-24T09:30:00Z')
  const list = (await site.get(manager, '/mentors')).body

  expect(list).toContain('90 of 180 hours')
  expect(list).toContain('Rosa Lind and Danny Okafor: nothing for 22 days')
  expect((await site.get(rosa.actor, '/mentoring')).body).toContain('22 days without contact')
})

test('the gate and the first fortnight are offered to the mentor, and what they log counts among the first contacts', async () => {
  const manager = await aCharity(world)
  const rosa = await aMentor(world, manager)
  const danny = await aMentee(world, manager)
  const matchId = await aMatch(world, manager, rosa, danny.wishId)
  const prison = await world.aWorkerAt('HMP Fernhall')
  const releasedOn = (day: string, agencyId: string | null) =>
    world.inspect('update case_summary set release_on = $2, agency_id = $3 where case_id = $1', [
      danny.id,
      day,
      agencyId,
    ])
  await releasedOn('2026-03-06', prison.agencyId)

  expect((await site.get(rosa.actor, '/mentoring')).body).toContain('Will you be at the gate?')
  await post(rosa.actor, `/mentor-matches/${matchId}/gate`, { answer: 'YES' })
  expect((await site.get(manager, `/mentor-matches/${matchId}`)).body).toContain(
    'The mentor is at the gate on Fri 6 Mar 2026',
  )
  await releasedOn('2026-03-06', null)
  await moveTo('2026-03-09T09:30:00Z')
  expect((await site.get(rosa.actor, '/mentoring')).body).toContain('Day 3 of the first fortnight')
  await post(rosa.actor, '/mentoring/sessions', { match: matchId, kind: 'CALL', minutes: '15' })

  expect(await world.inspect('select day_number, outcome from first_contact where case_id = $1', [danny.id])).toEqual([
    { day_number: 3, outcome: 'SPOKE' },
  ])
})

test('where a mentor or peer researcher got to is theirs to say and to take out; managers count it, a supervisor does not read it', async () => {
  const manager = await aCharity(world, 'Turning Points')
  const supervisor = await world.aColleagueOf(manager, { roles: ['WORKER'], name: 'Sol Reyes' })
  const [rosa, ben] = [await aMentor(world, manager), await aMentor(world, manager, { name: 'Ben Cole' })]
  await world.inspect('update mentor set supervisor_id = $1 where id = $2', [supervisor.userId, rosa.mentorId])
  const say = (by: Actor, mentorId: string, way: string) =>
    post(by, `/mentors/${mentorId}/entries`, { kind: 'PROGRESS', way, words: 'Two reports, paid.' })

  expect((await say(rosa.actor, rosa.mentorId, ''))[0]).toBe(422)
  for (const way of ['PEER_RESEARCH', 'OWN_FIRM', 'OWN_FIRM'])
    expect((await say(rosa.actor, rosa.mentorId, way))[0]).toBe(303)
  await say(manager, ben.mentorId, 'PEER_RESEARCH')
  expect((await say(ben.actor, rosa.mentorId, 'SKILL'))[0]).not.toBe(303)
  expect((await say(supervisor, rosa.mentorId, 'SKILL'))[0]).not.toBe(303)

  const list = (await site.get(manager, '/mentors')).body
  for (const words of ['Did peer research: 2 people', 'Formed a firm or social enterprise: one person']) expect(list).toContain(words) // biome-ignore format: one line
  expect((await site.get(rosa.actor, `/mentors/${rosa.mentorId}`)).body).toContain('Two reports, paid.')
  const seenBySupervisor = await site.get(supervisor, `/mentors/${rosa.mentorId}`)
  expect([seenBySupervisor.statusCode, seenBySupervisor.body.includes('Two reports')]).toEqual([200, false])
  expect((await site.get(supervisor, '/mentors')).body).not.toContain('Did peer research')

  const [{ id } = { id: '' }] = await world.inspect<{ id: string }>(`select id from mentor_entry where mentor_id = $1 and code = 'PEER_RESEARCH'`, [rosa.mentorId]) // biome-ignore format: one line
  expect((await post(rosa.actor, `/mentors/entries/${id}/end`))[0]).toBe(303)
  expect((await site.get(manager, '/mentors')).body).toContain('Did peer research: one person')
})

test('the accreditation’s pack is a PDF with each standard, what shows it, and the rows of the mentors; never their background', async () => {
  const manager = await aCharity(world, 'Open Gate')
  const rosa = await aMentor(world, manager)
  await post(manager, '/mentors/evidence', { title: 'Mentors are trained', asks: 'A plan of training.', words: 'Ours is yearly.', shownBy: ['TRAINING', 'VETTING'] }) // biome-ignore format: one line
  const [{ id } = { id: '' }] = await world.inspect<{ id: string }>('select id from mentoring_standard where agency_id = $1', [manager.agencyId]) // biome-ignore format: one line
  const file = `/mentors/${rosa.mentorId}/entries`
  await post(manager, file, { kind: 'TRAINING', words: 'Listening', minutes: '120', standardId: id })
  await post(manager, file, { kind: 'BACKGROUND', background: 'CARE', words: 'Secret', standardId: id })

  const answer = await site.get(manager, '/mentors/evidence.pdf')
  const pdf = readPdf(answer.rawPayload)

  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect([pdf.isTagged, pdf.isUniversallyAccessible, pdf.language]).toEqual([true, true, 'en-GB'])
  for (const words of ['Mentors are trained', 'A plan of training.', 'Ours is yearly.', 'Rosa Lind', 'Listening', '120 min']) expect(pdf.text).toContain(words) // biome-ignore format: one line
  for (const words of ['Secret', 'care']) expect(pdf.text).not.toContain(words)
  expect((await site.get(rosa.actor, '/mentors/evidence.pdf')).statusCode).toBe(403)
})
