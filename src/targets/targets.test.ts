import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anOutput, aTarget } from './builders.ts'
import { targetJobs } from './jobs.ts'
import { getTarget } from './queries/targets.ts'

let world: World
let site: Site
let prison: Actor
let charity: Actor
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'], name: 'Helen Moor' })
  charity = await world.aWorkerAt('Second Step', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'], name: 'Marian Field' })
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const page = async (actor: Actor, url: string) => (await site.get(actor, url)).body
const recount = () =>
  targetJobs['recount-targets']!(
    { database: world.database, actor: systemFor(prison.agencyId), actingFor: systemFor, log },
    {},
  )
const figures = (id: string) => world.database.read(coordinator, (reading) => getTarget(reading, id))

/** Somebody with a mentor of the agency since a day. */
async function mentored(by: Actor, sinceOn = '2026-02-01') {
  const { id, personId } = await aCase(world, by, { givenName: 'Danny', familyName: 'Okafor' })
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'MENTOR', $4, $2) returning id`,
    [id, by.agencyId, by.userId, sinceOn],
  )
  return { id, personId }
}

test('a status set by hand needs a reason, stands beside the one that was worked out, and is flagged where the figures say otherwise', async () => {
  const id = await aTarget(world, coordinator, {
    agencyId: charity.agencyId,
    definition: 'LEARNING_SETS',
    amount: 2,
    name: 'Two sets',
  })
  const form = { formId: newId(), status: 'MET' }
  const refused = await site.post(coordinator, `/targets/${id}/status`, { ...form, reason: 'because' })

  await site.post(coordinator, `/targets/${id}/status`, {
    ...form,
    formId: newId(),
    reason: 'Both were held, the lists come next week',
  })
  const contradicted = await page(coordinator, '/targets')
  await anOutput(world, charity)
  await anOutput(world, charity)
  const agreed = await page(coordinator, `/targets/${id}`)

  expect(refused.statusCode).toBe(422)
  expect(contradicted).toContain('Marian Field set this to “Met” by hand on Mon 2 Mar 2026. The figures say otherwise.')
  expect(agreed).toContain('Both were held, the lists come next week')
  expect(agreed).not.toContain('The figures say otherwise')
  expect(
    (await site.post(charity, `/targets/${id}/status`, { ...form, reason: 'We think that it is done' })).statusCode,
  ).toBe(403)
})

test('a goal that is moved shows where it stood and why', async () => {
  const id = await aTarget(world, coordinator, {
    agencyId: charity.agencyId,
    definition: 'PROGRAMMES',
    amount: 25,
    name: '25 programmes',
  })
  const days = {
    'sinceOn-day': '1',
    'sinceOn-month': '1',
    'sinceOn-year': '2026',
    'dueOn-day': '30',
    'dueOn-month': '6',
    'dueOn-year': '2026',
  }
  const form = {
    formId: newId(),
    name: '17 programmes',
    definition: 'PROGRAMMES',
    amount: '17',
    agencyId: charity.agencyId,
    countedAgencyId: '',
    ...days,
  }

  const unexplained = await site.post(coordinator, `/targets/${id}`, { ...form, version: '1', reason: '' })
  const kept = await site.post(coordinator, `/targets/${id}`, {
    ...form,
    formId: newId(),
    version: '1',
    reason: 'Two partners left',
  })
  const stale = await site.post(coordinator, `/targets/${id}`, {
    ...form,
    formId: newId(),
    version: '1',
    reason: 'Two partners left',
  })

  expect([unexplained.statusCode, kept.statusCode, stale.statusCode]).toEqual([422, 303, 409])
  expect(unexplained.body).toContain('value="17 programmes"')
  expect(await page(charity, `/targets/${id}`)).toMatch(/25 programmes[\s\S]*Two partners left/)
})

test('a number opens the rows that are its reader’s to see, and says in the audit that it was opened', async () => {
  const id = await aTarget(world, coordinator, { agencyId: prison.agencyId })
  const [own] = [await mentored(prison), await mentored(charity)]
  await recount()

  const seen = await page(prison, `/targets/${id}/rows`)
  const theirs = await page(coordinator, `/targets/${id}/rows`)

  expect(await figures(id)).toMatchObject({ delivered: 2, people: 2 })
  expect(seen.match(/Danny Okafor/g)).toHaveLength(1)
  expect(theirs).not.toContain('Danny')
  const looks = await world.inspect(`select case_ids from audit where account_id = $1 and details->>'targetId' = $2`, [
    prison.userId,
    id,
  ])
  expect(looks).toEqual([{ case_ids: [own.id] }])
  expect((await site.get(charity, `/targets/${id}`)).statusCode).toBe(404)
})
