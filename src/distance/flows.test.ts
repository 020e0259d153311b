import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { distanceJobs } from './jobs.ts'
import { listFlows } from './queries/flows.ts'

let world: World
let site: Site
let prison: Actor
let other: Actor
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'] })
  other = await world.aWorkerAt('Wexley', { kind: 'probation', roles: ['WORKER', 'MANAGER'] })
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  await went(prison, 'HEALTH', { DONE: 12, IN_PROGRESS: 8, SUPPORT_DECLINED: 5 })
  await went(prison, 'FINANCE_AND_ID', { DONE: 20, SUPPORT_REQUIRED: 3 })
  await went(other, 'HEALTH', { DONE: 6 })
  const job = { database: world.database, actor: systemFor(prison.agencyId), actingFor: systemFor, log }
  await distanceJobs['recount-distance']!(job, {})
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

/** So many people with a need on a pathway, by how it stands with them now. */
async function went(of: Actor, pathway: string, counts: Record<string, number>): Promise<void> {
  for (const [status, count] of Object.entries(counts)) {
    await world.inspect(
      `with n as (select gen_random_uuid() as person_id, gen_random_uuid() as case_id from generate_series(1, $2::int)),
       p as (insert into person (id, given_name, family_name, owner_agency_id) select person_id, 'P', 'Made-up', $1 from n),
       c as (insert into case_file (id, person_id, opened_on, owner_agency_id) select case_id, person_id, '2025-10-01', $1 from n),
       s as (insert into pathway_status (case_id, pathway, status, set_by, set_at, owner_agency_id) select case_id, $3, $4, $5, '2026-02-01', $1 from n)
       insert into pathway_status_version (case_id, pathway, status, reason, is_by_hand, set_by, set_at, replaced_at, owner_agency_id)
         select case_id, $3, 'SUPPORT_REQUIRED', '', false, $5, '2025-10-01', '2026-02-01', $1 from n`,
      [of.agencyId, count, pathway, status, of.userId],
    )
  }
}

const flows = (actor: Actor) => world.database.read(actor, listFlows)

test('the ways that people went on a pathway are drawn, said and put in a table', async () => {
  const { body } = await site.get(prison, '/distance')

  expect(await flows(prison)).toEqual([
    { pathway: 'HEALTH', began: 'SUPPORT_REQUIRED', stands: 'DONE', people: 12 },
    { pathway: 'HEALTH', began: 'SUPPORT_REQUIRED', stands: 'IN_PROGRESS', people: 8 },
    { pathway: 'HEALTH', began: 'SUPPORT_REQUIRED', stands: 'SUPPORT_DECLINED', people: 5 },
  ])
  expect(body).toContain('Of 25 people 12 are done, work is going on for 8, 0 wait and 5 said no.')
  expect(body).toMatch(/<svg[^>]*role="img" aria-labelledby="flow-HEALTH-title flow-HEALTH-desc"/)
  expect(body).toContain('Pathway: health: 25 people')
})

test('a pathway where one way was gone by few is left out whole, for whoever reads', async () => {
  const shown = [...(await flows(prison)), ...(await flows(coordinator))].map(({ pathway }) => pathway)

  expect(new Set(shown)).toEqual(new Set(['HEALTH']))
  expect((await site.get(prison, '/distance')).body).not.toContain('flow-FINANCE_AND_ID')
})

test('an agency reads its own, a coordinator everybody’s together, a worker nothing', async () => {
  const worker = await world.aColleagueOf(prison, { roles: ['WORKER'] })

  expect(await flows(other)).toEqual([]) // six people: fewer than ten
  expect((await flows(coordinator)).find(({ stands }) => stands === 'DONE')?.people).toBe(18)
  expect(await flows(worker)).toEqual([])
})
