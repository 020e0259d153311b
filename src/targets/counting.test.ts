import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aTarget } from './builders.ts'
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

test('few people are not counted out to another agency, nor what remains, nor a month that would tell; their own agency reads them', async () => {
  const housing = await world.aWorkerAt('Housing', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
  const id = await aTarget(world, coordinator, {
    agencyId: housing.agencyId,
    countedAgencyId: housing.agencyId,
    amount: 40,
  })
  for (let nth = 0; nth < 3; nth += 1) await mentored(housing, '2026-01-10')
  await recount()

  const covered = await page(coordinator, `/targets/${id}`)
  const own = await page(housing, `/targets/${id}`)
  for (let nth = 0; nth < 4; nth += 1) await mentored(housing, '2026-02-10')
  await recount()
  const later = await page(coordinator, `/targets/${id}`)

  expect(covered).toContain('Fewer than 5')
  expect(covered).toContain('More than 35')
  expect(covered).not.toContain('>37<')
  expect(own).toContain('3 engagements, 3 different people')
  expect(later).toContain('7 engagements, 7 different people')
  expect(later).not.toContain('31 Jan 2026') // three people by then
})

test('what is entered late counts in the month in which it happened, and people are told from engagements', async () => {
  const id = await aTarget(world, coordinator, {
    agencyId: prison.agencyId,
    definition: 'SESSIONS',
    countedAgencyId: prison.agencyId,
  })
  const { id: caseId, personId } = await aCase(world, prison)
  for (const day of ['2026-01-20', '2026-02-05']) {
    await world.insert(
      `insert into note (case_id, person_id, kind, body, happened_at, author_id, written_at, owner_agency_id)
       values ($1, $2, 'CONTACT', 'We talked', $3, $4, '2026-03-02', $5) returning id`,
      [caseId, personId, `${day}T10:00:00Z`, prison.userId, prison.agencyId],
    )
  }

  await site.post(prison, `/targets/${id}/recount`, { formId: newId() })

  expect(await figures(id)).toMatchObject({ delivered: 2, engagements: 2, people: 1 })
  const months = await world.inspect(
    `select month, delivered::int as delivered from target_count where target_id = $1 order by 1`,
    [id],
  )
  expect(months).toEqual([
    { month: '2026-01-01', delivered: 1 },
    { month: '2026-02-01', delivered: 2 },
    { month: '2026-03-01', delivered: 2 },
  ])
})

test('a partner’s plan has the figures of its target, and a word of its own only with a reason', async () => {
  const targetId = await aTarget(world, coordinator, {
    agencyId: charity.agencyId,
    definition: 'REPORTS',
    amount: 6,
    name: 'Six reports',
  })
  const days = {
    'sinceOn-day': '1',
    'sinceOn-month': '1',
    'sinceOn-year': '2026',
    'dueOn-day': '30',
    'dueOn-month': '6',
    'dueOn-year': '2026',
  }
  const action = {
    formId: newId(),
    agencyId: charity.agencyId,
    specific: 'Write the reports',
    measuredBy: 'Reports',
    targetId,
    amount: '',
    lead: 'Second Step',
    ...days,
  }
  const made = await site.post(charity, '/smart-plans', action)
  const url = made.headers.location as string
  const said = { words: 'All is well', status: 'ON_TRACK', reason: '' }

  const refused = await site.post(charity, `${url}/progress`, { formId: newId(), ...said })
  const kept = await site.post(charity, `${url}/progress`, {
    formId: newId(),
    ...said,
    reason: 'Three are with the printer',
  })

  expect([refused.statusCode, kept.statusCode]).toEqual([422, 303])
  expect(refused.body).toContain('All is well')
  const plans = await page(coordinator, '/smart-plans')
  expect(plans).toContain('0 of 6')
  expect(plans).toContain('The partner says “On track”. The figures say otherwise.')
  expect(await page(prison, '/smart-plans')).not.toContain('Write the reports')
})
