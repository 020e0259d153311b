import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aTarget } from './builders.ts'
import type { Definition } from './definitions.ts'
import { listTargets } from './queries/targets.ts'

// What inspectors counted of released people: 56% used what was offered in their first six months, 23% left with a mentor (R076).

let world: World
let prison: Actor
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  prison = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'] })
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  await world.insert(
    `with numbered as (select n, gen_random_uuid() as person_id, gen_random_uuid() as case_id from generate_series(1, 100) n),
     people as (insert into person (id, given_name, family_name, owner_agency_id) select person_id, 'P' || n, 'Made-up', $1 from numbered returning id),
     stays as (insert into custody (person_id, agency_id, received_on, left_on, left_reason, owner_agency_id)
       select person_id, $1, '2025-01-10', '2025-06-02', 'RELEASE', $1 from numbered returning id),
     again as (insert into custody (person_id, agency_id, received_on, owner_agency_id)
       select person_id, $1, '2025-07-01', $1 from numbered where n <= 12 returning id),
     cases as (insert into case_file (id, person_id, opened_on, owner_agency_id) select case_id, person_id, '2025-02-01', $1 from numbered returning id),
     mentors as (insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, until_on, owner_agency_id)
       select case_id, $1, $2, 'ALLOCATED', 'MENTOR', '2025-05-01', case when n > 23 then date '2025-05-20' end, $1 from numbered where n <= 30 returning id),
     supervisors as (insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
       select case_id, $1, $2, 'ALLOCATED', 'COMMUNITY_OFFENDER_MANAGER', '2025-05-01', $1 from numbered where n <= 81 returning id),
     contacts as (insert into note (case_id, person_id, kind, body, happened_at, author_id, written_at, owner_agency_id)
       select case_id, person_id, 'CONTACT', 'We met', case when n <= 56 then timestamptz '2025-09-01 10:00Z' else timestamptz '2025-12-24 10:00Z' end, $2, now(), $1
       from numbered where n <= 70 returning id)
     select 1`.replaceAll('\n', ' '),
    [prison.agencyId, prison.userId],
  )
}, 60_000)
afterAll(() => world.close())

test('56% used help in the first six months, 23% left with a mentor, 88% were not back within twelve weeks: from rows', async () => {
  const wanted: Definition[] = ['HELP_IN_SIX_MONTHS', 'LEFT_WITH_MENTOR', 'NAMED_SUPERVISOR', 'NOT_BACK_IN_12_WEEKS']
  for (const definition of wanted) {
    await aTarget(world, coordinator, {
      agencyId: prison.agencyId,
      definition,
      amount: 80,
      sinceOn: '2025-01-01',
      name: definition,
    })
  }

  const found = await world.database.read(coordinator, listTargets)

  expect(found.map(({ definition, delivered, ofAll }) => [definition, delivered, ofAll])).toEqual([
    ['HELP_IN_SIX_MONTHS', 56, 100],
    ['LEFT_WITH_MENTOR', 23, 100],
    ['NAMED_SUPERVISOR', 81, 100],
    ['NOT_BACK_IN_12_WEEKS', 88, 100],
  ])
})
