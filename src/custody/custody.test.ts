import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { nameWorker } from '../cases/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { enterReleaseDate } from './enter-date.ts'
import { recordMovement } from './moves/record-movement.ts'
import { listReleaseDates } from './queries/dates.ts'
import type { ReleaseDateKind } from './release-dates.ts'

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

test('a date that is changed keeps the earlier one with its source and when it was known', async () => {
  const prison = await world.aWorkerAt('Fernhall', { name: 'Amira Khan' })
  const { personId } = await aCase(world, prison)

  await enter(prison, personId, 'CRD', '2026-11-27')
  await enter(prison, personId, 'CRD', '2026-11-20')

  const dates = await world.database.read(prison, (reading) => listReleaseDates(reading, personId))
  expect(dates).toHaveLength(2)
  expect(dates.find(({ replacedAt }) => replacedAt)).toMatchObject({
    day: '2026-11-27',
    source: 'BY_HAND',
    enteredByName: 'Amira Khan',
  })
  expect(dates.find(({ replacedAt }) => !replacedAt)).toMatchObject({ day: '2026-11-20' })
})

test('the people on the case are told when the date on the lists moves, and not when another date does', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const { personId, id: caseId } = await aCase(world, prison)
  const colleague = await world.aColleagueOf(prison)
  await world.database.change(prison, (change) =>
    nameWorker(change, caseId, { role: 'PRISON_OFFENDER_MANAGER', accountId: colleague.userId }),
  )

  await enter(prison, personId, 'CRD', '2026-11-27')
  await enter(prison, personId, 'SED', '2027-11-27')

  const alerts = await world.inspect<{ account_id: string; name: string }>(
    `select account_id, name from alert where case_id = '${caseId}' and name = 'release-date.moved'`,
  )
  expect(alerts).toEqual([{ account_id: colleague.userId, name: 'release-date.moved' }])
})

test('a date is entered on its page, and one that does not exist is kept as typed with the problem beside it', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const { personId } = await aCase(world, prison)
  const typed = { formId: newId(), kind: 'CRD', 'day-day': '31', 'day-month': '2', 'day-year': '2026' }

  const refused = await site.post(prison, `/people/${personId}/dates`, typed)
  const kept = await site.post(prison, `/people/${personId}/dates`, {
    ...typed,
    formId: newId(),
    'day-day': '27',
    'day-month': '11',
  })
  const page = await site.get(prison, `/people/${personId}/dates`)

  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('value="31"')
  expect(kept.statusCode).toBe(303)
  expect(page.body).toContain('Friday 27 November 2026')
  expect(page.body).toContain('entered by hand')
})

test('dates of a person whom an agency may not see do not exist for it', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const { personId } = await aCase(world, prison)

  expect((await site.get(police, `/people/${personId}/dates`)).statusCode).toBe(404)
  await expect(enter(police, personId, 'CRD', '2026-11-27')).rejects.toMatchObject({ code: 'person.not-found' })
})

const enter = (actor: Actor, personId: string, kind: ReleaseDateKind, day: string) =>
  world.database.change(actor, (change) => enterReleaseDate(change, personId, { kind, day, isRecalled: false }))

test('a confirmed release is not moved to yesterday while the person is still inside', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const { personId } = await aCase(world, prison)
  await world.database.change(prison, (change) =>
    recordMovement(change, personId, { kind: 'RECEPTION', happenedOn: '2026-02-01' }),
  )
  const yesterday = { formId: newId(), kind: 'CONFIRMED', 'day-day': '1', 'day-month': '3', 'day-year': '2026' }

  const refused = await site.post(prison, `/people/${personId}/dates`, yesterday)

  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('That day has passed and this person is still in prison')
})
