import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAlerts } from '../alerts/index.ts'
import { aCase } from '../cases/builders.ts'
import { enterReleaseDate } from '../custody/index.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { listMissed, measureFirstDays, tellMissed } from './queries/first-days.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const releasedOn = '2026-02-26' // four days before the world's day
async function somebodyWhoLeft(): Promise<{ prison: Actor; caseId: string; address: string }> {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId, personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(prison, (change) =>
    enterReleaseDate(change, personId, { kind: 'CONFIRMED', day: releasedOn, isRecalled: false }),
  )
  return { prison, caseId, address: `/cases/${caseId}/first-days` }
}
const missedOf = async (actor: Actor) => (await world.database.read(actor, listMissed)).map(({ days }) => days)

test('who was not heard from on an expected day is listed until it is recorded; no answer is not hearing', async () => {
  const { prison, address } = await somebodyWhoLeft()
  const before = await missedOf(prison)

  const sent = await site.post(prison, address, { dayNumber: '1', outcome: 'MET', note: 'At the gate.' })
  await site.post(prison, address, { dayNumber: '2', outcome: 'NO_ANSWER' })

  expect(before).toEqual([[1, 2, 3]])
  expect(sent.statusCode).toBe(303)
  expect(await missedOf(prison)).toEqual([[2, 3]])
  expect((await site.get(prison, address)).body).toContain('Met, Amira Khan.')
})

test('the share of people heard from is counted over those whose day is over', async () => {
  const { prison, address } = await somebodyWhoLeft()
  await site.post(prison, address, { dayNumber: '1', outcome: 'SPOKE' })

  const shares = await world.database.read(prison, measureFirstDays)

  expect(shares).toEqual([
    { dayNumber: 1, people: 1, heard: 1 },
    { dayNumber: 3, people: 1, heard: 0 },
  ])
})

test('a day that has not come cannot be recorded', async () => {
  const { prison, address } = await somebodyWhoLeft()

  expect((await site.post(prison, address, { dayNumber: '9', outcome: 'MET' })).statusCode).toBe(409)
})

test('the named worker is told of yesterday’s silence once, by the system and by nobody else', async () => {
  const { prison, caseId } = await somebodyWhoLeft()
  const tell = (actor: Actor) =>
    world.database.change(actor, async (change) => {
      change.record({ name: 'first-days.told', subjectId: actor.userId, fieldGroup: 'administration' })
      return tellMissed(change)
    })

  const byWorker = await tell(prison)
  await tell(systemFor('00000000-0000-0000-0000-000000000000'))
  await tell(systemFor('00000000-0000-0000-0000-000000000000'))

  const alerts = await world.database.read(prison, (reading) => listAlerts(reading, { limit: 20 }))
  expect(byWorker).toBe(0)
  expect(alerts.map(({ name, caseId: about }) => [name, about])).toEqual([['first-days.missed', caseId]])
})
