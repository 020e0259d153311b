import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { recordMovement } from '../custody/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { listDue, listOfPerson } from './queries/inductions.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  world.time.now = new Date('2026-03-02T09:30:00Z')
  await site.close()
  await world.close()
})

/** A prison with a series of three, set in its settings, and somebody received on Monday 2 March. */
async function aPrisonWithSeries() {
  const prison = await world.aWorkerAt('Fernhall', { roles: ['WORKER', 'ADMINISTRATOR'] })
  for (const [name, afterDays, isRefresher] of [
    ['Your first night', '0', ''],
    ['Money and ID', '7', ''],
    ['Where you are now', '42', 'yes'],
  ]) {
    const refresher = isRefresher ? { isRefresher } : {}
    await site.post(prison, '/settings/inductions', {
      formId: newId(),
      name: name!,
      afterDays: afterDays!,
      ...refresher,
    })
  }
  const person = await aCase(world, prison)
  await move(prison, person.personId, 'RECEPTION')
  return { prison, ...person }
}
const move = (actor: Actor, personId: string, kind: 'RECEPTION' | 'RELEASE' | 'TRANSFER', toAgencyId?: string) =>
  world.database.change(actor, (change) =>
    recordMovement(change, personId, { kind, happenedOn: '2026-03-02', toAgencyId }),
  )
const due = (actor: Actor) => world.database.read(actor, listDue)

test('whoever is received has the prison’s series, with the refresher weeks later', async () => {
  const { prison, personId } = await aPrisonWithSeries()

  const series = await world.database.read(prison, (reading) => listOfPerson(reading, personId))

  expect(series.map(({ sessionName, dueOn, isRefresher }) => [sessionName, dueOn, isRefresher])).toEqual([
    ['Your first night', '2026-03-02', false],
    ['Money and ID', '2026-03-09', false],
    ['Where you are now', '2026-04-13', true],
  ])
})

test('one click says done, missed or declined; what was missed stays on the list, and a click takes it back', async () => {
  const { prison, personId } = await aPrisonWithSeries()
  const [first] = await due(prison)
  const click = (outcome: string) =>
    site.post(prison, `/inductions/${first!.id}/outcome`, { formId: newId(), outcome, from: 'list' })

  await click('MISSED')
  expect((await due(prison)).map(({ outcome }) => outcome)).toEqual(['MISSED'])
  await click('DONE')
  expect(await due(prison)).toEqual([])
  await click('')
  expect((await due(prison)).map(({ outcome }) => outcome)).toEqual([null])
  expect((await site.get(prison, `/people/${personId}/inductions`)).body).toContain('0 of 3 sessions done')
  expect((await site.get(prison, '/')).body).toContain('One induction session is due or was missed')
})

test('nobody who has left is in a list, and another prison neither reads nor answers the series', async () => {
  const { prison, personId } = await aPrisonWithSeries()
  const other = await world.aWorkerAt('Long Marsh')
  const [first] = await due(prison)

  const foreign = await site.post(other, `/inductions/${first!.id}/outcome`, { formId: newId(), outcome: 'DONE' })
  await move(prison, personId, 'TRANSFER', other.agencyId)

  expect(foreign.statusCode).toBe(404)
  expect(await due(prison)).toEqual([])
  expect(await due(other)).toEqual([])

  await move(other, personId, 'RECEPTION')
  await move(other, personId, 'TRANSFER', prison.agencyId)
  await move(prison, personId, 'RECEPTION')
  expect(await due(prison)).toHaveLength(1) // of this stay, and none of the one before
})

test('a session with no name or after no number of days is not added, and stays as typed', async () => {
  const prison = await world.aWorkerAt('Fernhall', { roles: ['ADMINISTRATOR'] })

  const refused = await site.post(prison, '/settings/inductions', {
    formId: newId(),
    name: 'Family',
    afterDays: 'soon',
  })

  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Enter whole days, 0 to 730')
  expect(refused.body).toContain('value="Family"')
})
