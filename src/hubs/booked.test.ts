import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppointment } from '../appointments/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aMorning, isNamed, openLines } from './builders.ts'

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

const body = async (actor: Actor, url: string) => (await site.get(actor, url)).body

test('who is booked at the place today is on the board until they come', async () => {
  const { prison, hub, danny } = await aMorning(world)
  const id = await anAppointment(world, prison, danny.id, {
    title: 'Housing talk',
    place: 'B wing, room 4',
    startsAt: new Date('2026-03-02T14:00:00Z'),
  })
  expect(await body(prison, `/hubs/${hub.id}`)).toContain('Housing talk')

  await site.post(prison, `/hubs/${hub.id}/appointments/${id}/arrival`, { formId: newId() })

  expect((await openLines(world, prison, hub.id))[0]).toMatchObject({ source: 'APPOINTMENT', name: 'Danny Okafor' })
  expect(await body(prison, `/hubs/${hub.id}`)).toContain('Nothing more is booked')
})

test('what an appointment is about is not told in the queue to whoever may see only who somebody is', async () => {
  const { prison, housing, hub, danny } = await aMorning(world)
  const colleague = await world.aColleagueOf(prison)
  await isNamed(world, housing, danny.id)
  const place = 'B wing, room 4'
  const startsAt = new Date('2026-03-02T14:00:00Z')
  const id = await anAppointment(world, housing, danny.id, { title: 'Clinic talk', place, startsAt })

  await site.post(housing, `/hubs/${hub.id}/appointments/${id}/arrival`, { formId: newId() })

  expect(await body(housing, `/hubs/${hub.id}`)).toContain('Clinic talk')
  const seen = await body(colleague, `/hubs/${hub.id}`)
  expect([seen.includes('Danny Okafor'), seen.includes('Clinic talk')]).toEqual([true, false])
})
