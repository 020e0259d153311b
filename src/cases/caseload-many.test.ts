import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { listCaseload } from './index.ts'

// A team of a large prison.

const many = 1_100

let world: World
let worker: Actor
beforeAll(async () => {
  world = await openWorld()
  worker = await world.aWorkerAt('HMP Fernhall')
  await world.inspect(
    `with people as (
       insert into person (given_name, family_name, born_on, owner_agency_id)
       select 'Sam', 'Person' || n, date '1970-01-01' + n, '${worker.agencyId}' from generate_series(1, ${many}) n returning id
     ), cases as (
       insert into case_file (person_id, purpose, opened_on, owner_agency_id)
       select id, 'RESETTLEMENT', '2026-01-05', '${worker.agencyId}' from people returning id, person_id
     )
     insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     select id, '${worker.agencyId}', '${worker.userId}', 'ALLOCATED', 'KEY_WORKER', '2026-01-05', '${worker.agencyId}' from cases`,
  )
  await world.inspect(`select summarise_cases(array(select id from case_file), '{identity}')`)
  // Every tenth has no date, and dates come twice.
  await world.inspect(
    `update case_summary s set release_on = case when n % 10 > 0 then date '2026-03-02' + (n / 2)::int end
     from (select case_id, row_number() over (order by case_id desc) as n from case_summary) o where o.case_id = s.case_id`,
  )
  await world.inspect(
    `insert into access_bar (account_id, person_id, reason) select '${worker.userId}', person_id, 'He is my cousin.'
     from case_summary order by release_on, case_id limit 1`,
  )
})
afterAll(() => world.close())

test('of more than a thousand the pages follow in order, without a gap, and without whoever is barred', async () => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await world.database.read(worker, (reading) => listCaseload(reading, { after, limit: 50 }))
    seen.push(...page.rows.map(({ caseId }) => caseId))
    after = page.next ?? undefined
  } while (after)

  const all = await world.inspect<{ case_id: string }>(
    `select case_id from case_summary where person_id not in (select person_id from access_bar) order by release_on nulls last, case_id`,
  )
  expect(seen).toEqual(all.map(({ case_id }) => case_id))
  expect(seen).toHaveLength(many - 1)
})
