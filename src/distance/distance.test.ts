import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { distanceJobs } from './jobs.ts'
import { listDistances } from './queries/distance.ts'

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
  await world.insert(`insert into question_set (type, version, body) values ('BCST2', 99, '{}') returning id`, [])
  // Twenty people of the prison; twelve who had nowhere found a place of their own, and eight did not. Three of another agency did.
  await people(prison, 20, 12)
  await people(other, 3, 3)
  const job = { database: world.database, actor: systemFor(prison.agencyId), actingFor: systemFor, log }
  await distanceJobs['recount-distance']!(job, {})
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

async function people(of: Actor, count: number, housed: number): Promise<void> {
  await world.inspect(
    `with n as (select n, gen_random_uuid() as person_id, gen_random_uuid() as case_id, gen_random_uuid() as assessment_id from generate_series(1, $2::int) n),
     p as (insert into person (id, given_name, family_name, owner_agency_id) select person_id, 'P' || n, 'Made-up', $1 from n),
     c as (insert into case_file (id, person_id, opened_on, owner_agency_id) select case_id, person_id, '2025-10-01', $1 from n),
     a as (insert into assessment (id, case_id, person_id, type, question_set_id, begun_by, begun_at, submitted_at, owner_agency_id)
       select assessment_id, case_id, person_id, 'BCST2', (select id from question_set limit 1), $4, '2025-10-01', '2025-10-01', $1 from n),
     v as (insert into answer (assessment_id, case_id, person_id, pathway, question_key, question_text, locale, value, shown_text, asked_by, agency_id, answered_at, owner_agency_id)
       select assessment_id, case_id, person_id, 'ACCOMMODATION', 'accommodation-first-night', 'Where?', 'en', jsonb_build_object('codes', array[case when day = '2026-02-01' and n <= $3::int then 'OWN' else 'NONE' end], 'words', ''),
         'x', $4, $1, day::timestamptz, $1 from n, (values ('2025-10-01'), ('2026-02-01')) d (day)),
     s as (insert into pathway_status (case_id, pathway, status, set_by, set_at, owner_agency_id)
       select case_id, 'HEALTH', case when n <= $3::int then 'DONE' else 'IN_PROGRESS' end, $4, '2026-02-01', $1 from n)
     insert into pathway_status_version (case_id, pathway, status, reason, is_by_hand, set_by, set_at, replaced_at, owner_agency_id)
       select case_id, 'HEALTH', 'IN_PROGRESS', '', false, $4, '2025-10-01', '2026-02-01', $1 from n`,
    [of.agencyId, count, housed, of.userId],
  )
}

test('how far people came is read from the record’s own history: answers on two days, and statuses since support was needed', async () => {
  const found = await world.database.read(prison, listDistances)

  expect(
    found
      .filter(({ quarter }) => quarter === null)
      .map(({ measure, people: of, forward, back }) => [measure, of, forward, back]),
  ).toEqual([
    ['HEALTH', 20, 12, 0],
    ['HOUSING', 20, 12, 0],
  ])
  const { body } = await site.get(prison, '/distance')
  expect(body).toContain('60%')
  expect(body).toContain('39% to 78%') // Wilson's interval of 12 in 20
})

test('few people are covered for whoever reads, and an agency reads its own', async () => {
  const theirs = await world.database.read(other, listDistances)
  const all = await world.database.read(coordinator, listDistances)
  const worker = await world.aColleagueOf(prison, { roles: ['WORKER'] })

  expect(theirs.map(({ people: of, forward }) => [of, forward])).toEqual([
    [null, null],
    [null, null],
  ])
  expect(all.find(({ measure, quarter }) => measure === 'HOUSING' && quarter === null)).toMatchObject({
    people: 23,
    forward: 15,
  })
  expect(await world.database.read(worker, listDistances)).toEqual([])
})
