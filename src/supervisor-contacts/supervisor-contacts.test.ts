import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { addSupervision, nameWorker } from '../cases/index.ts'
import { recordMovement } from '../custody/index.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { listLapsed, readStanding } from './queries.ts'

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

async function passTo(day: string) {
  world.time.now = new Date(`${day}T09:30:00Z`)
  await world.inspect(`update session set seen_at = $1::timestamptz, ends_at = $1::timestamptz + interval '10 hours'`, [
    world.time.now,
  ])
}

/** Danny in a prison that expects word within six weeks, and Sarah, named for him outside. */
async function aSupervisedPerson() {
  await passTo('2026-03-02')
  const amira = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'ADMINISTRATOR'] })
  const sarah = await world.aWorkerAt('Merrow Probation', { kind: 'probation', name: 'Sarah Lund' })
  const schedule = { sessions: '1', everyWeeks: '1', lengthInMinutes: '45', supervisorQuietAfterWeeks: '6' }
  await site.post(amira, '/settings/key-work', { formId: newId(), prisonId: amira.agencyId, ...schedule })
  const danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(amira, (change) =>
    recordMovement(change, danny.personId, { kind: 'RECEPTION', happenedOn: '2026-03-02', wing: 'B' }),
  )
  await world.database.change(amira, (change) => addSupervision(change, danny.id, { agencyId: sarah.agencyId }))
  await world.database.change(amira, (change) =>
    nameWorker(change, danny.id, { role: 'COMMUNITY_OFFENDER_MANAGER', accountId: sarah.userId }),
  )
  return { amira, sarah, caseId: danny.id }
}
const log = (actor: Awaited<ReturnType<World['aWorkerAt']>>, caseId: string, said: Record<string, string>) =>
  site.post(actor, `/cases/${caseId}/supervisor-contacts`, { formId: newId(), ...said })

test('contacts in custody are counted by kind, on the case page of both sides', async () => {
  const { amira, sarah, caseId } = await aSupervisedPerson()

  await log(sarah, caseId, { kind: 'VIDEO', words: 'Went through the licence.' })
  await log(amira, caseId, { kind: 'LETTER' })

  for (const actor of [amira, sarah]) {
    expect((await site.get(actor, `/cases/${caseId}`)).body).toContain('one video call, one letter')
  }
  expect((await site.get(sarah, `/cases/${caseId}/notes`)).body).toContain('Went through the licence.')
})

test('it lapses once more weeks have gone by than the prison allows, for both sides, until there is word', async () => {
  const { amira, sarah, caseId } = await aSupervisedPerson()
  const lapsed = async () =>
    (await Promise.all([amira, sarah].map((actor) => world.database.read(actor, listLapsed)))).map(
      (list) => list.length,
    )

  await passTo('2026-04-13')
  expect(await lapsed()).toEqual([0, 0])
  await passTo('2026-04-14')
  expect(await lapsed()).toEqual([1, 1])
  expect((await site.get(amira, `/cases/${caseId}`)).body).toContain('Sarah Lund has not been in touch for 6 weeks')

  await log(sarah, caseId, { kind: 'PHONE' })
  expect(await lapsed()).toEqual([0, 0])
})

test('whoever wrote it takes it back, and nobody else; a day ahead or no kind is mended beside the field', async () => {
  const { amira, sarah, caseId } = await aSupervisedPerson()
  await log(sarah, caseId, { kind: 'VISIT' })
  const [{ id }] = (await world.inspect('select id from supervisor_contact where case_id = $1', [caseId])) as [{ id: string }] // biome-ignore format: one line

  const ahead = await log(sarah, caseId, { 'happenedOn-day': '3', 'happenedOn-month': '3', 'happenedOn-year': '2026' })
  const foreign = await site.post(amira, `/supervisor-contacts/${id}/withdrawal`, { formId: newId() })
  const own = await site.post(sarah, `/supervisor-contacts/${id}/withdrawal`, { formId: newId() })

  expect(ahead.body).toContain('Choose how they were in touch')
  expect(ahead.body).toContain('Enter a day that exists and is not ahead')
  expect([foreign.statusCode, own.statusCode]).toEqual([403, 303])
  const standing = await world.database.read(amira, (reading) => readStanding(reading, caseId))
  expect(standing?.counts).toEqual({ VISIT: 0, VIDEO: 0, PHONE: 0, LETTER: 0 })
})

test('a stranger finds no such case', async () => {
  const { caseId } = await aSupervisedPerson()
  const stranger = await world.aWorkerAt('Long Marsh')

  expect((await site.get(stranger, `/cases/${caseId}/supervisor-contacts`)).statusCode).toBe(404)
  expect((await log(stranger, caseId, { kind: 'VISIT' })).statusCode).toBe(404)
})
