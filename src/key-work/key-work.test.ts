import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { addSupervision } from '../cases/index.ts'
import { recordMovement } from '../custody/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { listDue } from './queries/due.ts'
import { readReport } from './queries/report.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

/** Time passes; whoever signed in does so again. */
async function passTo(day: string) {
  world.time.now = new Date(`${day}T09:30:00Z`)
  await world.inspect(`update session set seen_at = $1::timestamptz, ends_at = $1::timestamptz + interval '10 hours'`, [
    world.time.now,
  ])
}

/** A prison with one session of 45 minutes a week, and somebody received on Monday 2 March. */
async function aPrison(names: Record<string, string> = {}) {
  await passTo('2026-03-02')
  const prison = await world.aWorkerAt('Fernhall', { roles: ['WORKER', 'ADMINISTRATOR'] })
  await setSchedule(prison)
  const person = await aCase(world, prison, names)
  await move(prison, person.personId, 'RECEPTION')
  return { prison, ...person }
}
const setSchedule = (prison: Actor, sessions = '1') =>
  site.post(prison, '/settings/key-work', {
    formId: newId(),
    prisonId: prison.agencyId,
    ...{ sessions, everyWeeks: '1', lengthInMinutes: '45', supervisorQuietAfterWeeks: '6' },
  })
const dayNow = () => world.time.now.toISOString().slice(0, 10)
const move = (actor: Actor, personId: string, kind: 'RECEPTION' | 'RELEASE') =>
  world.database.change(actor, (change) => recordMovement(change, personId, { kind, happenedOn: dayNow(), wing: 'B' }))
const save = (actor: Actor, caseId: string, said: Record<string, string | string[]>, formId = newId()) =>
  site.post(actor, `/cases/${caseId}/key-work`, { formId, kind: 'SESSION', ...said })
const due = (actor: Actor) =>
  world.database.read(actor, (reading) => listDue(reading, { who: 'all', when: 'all', wing: '' }))
const numbers = async (actor: Actor, until: string) => {
  const rows = await world.database.read(actor, (reading) => readReport(reading, '2026-03-01', until, { by: 'wing' }))
  return rows.map((row) => [row.name, row.people, row.expected, row.held, row.missed, row.cancelled])
}

test('a session that is saved is a note of the case and counted, however often the form is sent', async () => {
  const { prison, id: caseId } = await aPrison()
  const formId = newId()

  const first = await save(prison, caseId, { body: 'He wants to paint.', tags: ['WORK', 'HOME'] }, formId)
  const second = await save(prison, caseId, { body: 'He wants to paint.', tags: ['WORK', 'HOME'] }, formId)

  expect(first.headers.location).toBe(`/key-work?done=${formId}`)
  expect(second.headers.location).toBe(first.headers.location)
  const page = await site.get(prison, `/cases/${caseId}/key-work`)
  expect(page.body).toContain('He wants to paint.')
  expect(page.body).toContain('Home, Work')
  expect((await site.get(prison, `/cases/${caseId}/notes`)).body).toContain('Key work session')
  expect(await numbers(prison, '2026-03-31')).toEqual([['B', 1, 4, 1, 0, 0]])
})

test('who waits longest stands first, and the day that was agreed counts before the schedule', async () => {
  const { prison, id: early } = await aPrison({ familyName: 'Early' })
  const later = await aCase(world, prison, { familyName: 'Later' })
  await move(prison, later.personId, 'RECEPTION')

  await save(prison, later.id, { body: 'Short.', 'nextOn-day': '20', 'nextOn-month': '3', 'nextOn-year': '2026' })

  expect((await due(prison)).map(({ caseId, dueOn }) => [caseId, dueOn])).toEqual([
    [early, '2026-03-09'],
    [later.id, '2026-03-20'],
  ])
})

test('a session that was missed or not held says why, is counted apart, and needs no words', async () => {
  const { prison, id: caseId } = await aPrison()

  await save(prison, caseId, { kind: 'MISSED', missedReason: 'UNWELL' })
  const unsaid = await save(prison, caseId, { kind: 'CANCELLED' })
  await save(prison, caseId, { kind: 'CANCELLED', cancelledReason: 'NO_STAFF' })

  expect(unsaid.statusCode).toBe(422)
  expect(unsaid.body).toContain('Choose why it was not held')
  expect(await numbers(prison, '2026-03-10')).toEqual([['B', 1, 1, 0, 1, 1]])
  expect((await site.get(prison, `/cases/${caseId}`)).body).toContain('Key work session not held')
})

test('what is expected follows the edition that was in force, and the past stays as it was counted', async () => {
  const { prison } = await aPrison()
  await passTo('2026-03-16')

  await setSchedule(prison, '2')

  expect(await numbers(prison, '2026-03-16')).toEqual([['B', 1, 2, 0, 0, 0]])
  expect(await numbers(prison, '2026-03-23')).toEqual([['B', 1, 4, 0, 0, 0]])
  const page = await site.get(prison, '/settings/key-work')
  expect(page.body).toContain('One session of 45 minutes a week')
  expect(page.body).toContain('2 sessions of 45 minutes a week')
})

test('whoever has left is counted, and named to nobody who no longer sees them', async () => {
  const { prison, id: caseId, personId } = await aPrison({ familyName: 'Gone' })
  const [colleague, area] = [await world.aColleagueOf(prison), await world.aWorkerAt('Merrow', { kind: 'probation' })]
  await world.database.change(prison, (change) => addSupervision(change, caseId, { agencyId: area.agencyId }))
  await save(prison, caseId, { body: 'Ready.' })
  await passTo('2026-03-10')
  await move(prison, personId, 'RELEASE')

  const page = await site.get(colleague, '/key-work/report?by=person&month=2026-03')

  expect(page.body).toContain('One person whom you no longer see')
  expect(page.body).not.toContain('Gone')
  expect(await numbers(colleague, '2026-03-10')).toEqual([['B', 1, 1, 1, 0, 0]])
})

test('its author takes a session back in one click, and a note that is withdrawn is counted no more', async () => {
  const { prison, id: caseId } = await aPrison()
  const colleague = await world.aColleagueOf(prison)
  const ids = [newId(), newId()]
  for (const id of ids) await save(prison, caseId, { body: 'For somebody else.' }, id)

  const foreign = await site.post(colleague, `/key-work/sessions/${ids[0]}/withdrawal`, { formId: newId() })
  const own = await site.post(prison, `/key-work/sessions/${ids[0]}/withdrawal`, { formId: newId() })
  await site.post(prison, `/notes/${ids[1]}/withdrawal`, { formId: newId(), version: '1', reason: 'Wrong person' })

  expect(foreign.statusCode).toBe(403)
  expect(own.statusCode).toBe(303)
  expect(await numbers(prison, '2026-03-08')).toEqual([])
})

test('what is typed stays when something is wrong', async () => {
  const { prison, id: caseId } = await aPrison()
  const noSuchDay = { 'nextOn-day': '31', 'nextOn-month': '2', 'nextOn-year': '2026' }

  const refused = await save(prison, caseId, { body: 'Kept text', minutes: 'long', tags: 'FAMILY', ...noSuchDay })

  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Kept text')
  expect(refused.body).toContain('Enter the minutes as a number')
  expect(refused.body).toContain('Enter a day from today on')
})

test('another prison sees none of it, and an agency outside holds no sessions', async () => {
  const { prison, id: caseId } = await aPrison()
  const other = await world.aWorkerAt('Long Marsh')
  const outside = await world.aWorkerAt('Merrow Probation', { kind: 'probation' })
  const named = await aCase(world, outside, { role: 'COMMUNITY_OFFENDER_MANAGER' })
  const id = newId()
  await save(prison, caseId, { body: 'Ours.' }, id)

  expect((await site.get(other, `/cases/${caseId}/key-work`)).statusCode).toBe(404)
  expect((await save(other, caseId, { body: 'Theirs?' })).statusCode).toBe(404)
  expect((await site.post(other, `/key-work/sessions/${id}/withdrawal`, { formId: newId() })).statusCode).toBe(404)
  expect((await save(outside, named.id, { body: 'Not a session.' })).statusCode).toBe(403)
  expect((await site.get(outside, '/key-work')).body).toContain('Only a prison holds key work sessions')
})

test('the pack is paper: who is due, the last line, a code that its printer alone can use, and a print in the audit', async () => {
  const { prison, id: caseId } = await aPrison({ givenName: 'Danny', familyName: 'Okafor' })
  const colleague = await world.aColleagueOf(prison)
  await save(prison, caseId, { body: 'He wants to paint.\nAnd more.' })

  const pack = await site.get(prison, '/key-work/pack?when=all')
  const code = /class="tl-num"[^>]*><span>([A-Z0-9]{5})</.exec(pack.body)![1]!

  expect(pack.body).toContain('He wants to paint.')
  expect(pack.body).toContain('Printed Monday 2 March 2026')
  const said = { formId: newId(), kind: 'SESSION', body: 'By the code.' }
  expect((await site.post(colleague, '/key-work/note', { ...said, who: code })).statusCode).toBe(422)
  const ours = await site.post(prison, '/key-work/note', { ...said, who: code.toLowerCase() })
  expect(ours.headers.location).toBe(`/key-work?done=${said.formId}`)
  const printed = await world.inspect(`select from audit where action = 'print' and $1 = any(case_ids)`, [caseId])
  expect(printed).toHaveLength(1)
})
