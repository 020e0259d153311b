import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aClaim, aContract, aReleasedPerson, aStay } from './builders.ts'
import { contractJobs } from './jobs.ts'
import { listResults } from './queries/claims.ts'
import { readCounts } from './queries/counts.ts'

let world: World
let site: Site
let manager: Actor
let second: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

async function anAgency() {
  manager = await world.aWorkerAt('Riverside', { kind: 'probation', roles: ['WORKER', 'MANAGER'] })
  second = await world.aColleagueOf(manager, { roles: ['WORKER', 'MANAGER'] })
}
const released = (on: string, familyName?: string) => aReleasedPerson(world, manager, on, familyName)
const counted = async (actor: Actor, id: string) => {
  const { counted: rows, countedAt } = await world.database.read(actor, (reading) => readCounts(reading, id))
  const [row] = rows
  return { claimable: row!.claimable, notYet: row!.notYet, notMet: row!.notMet, isKept: countedAt !== undefined }
}
/** What the rows say that the actor sees, one by one. */
const fromRows = async (actor: Actor, id: string) => {
  const rows = await world.database.read(actor, (reading) => listResults(reading, id, 'NOT_BACK'))
  const of = (state: string) => rows.filter((row) => row.state === state)
  const claimable = of('MET').filter(({ isClaimed }) => !isClaimed).length
  return { claimable, notYet: of('NOT_YET').length, notMet: of('NOT_MET').length }
}
const count = (id: string) => site.post(manager, `/contracts/${id}/counting`, { formId: newId() })
const restrict = (personId: string) =>
  world.inspect(
    `insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, 'A victim of his works in this office', $2, now(), $3)`,
    [personId, manager.userId, manager.agencyId],
  )
async function expectEqual(actor: Actor, id: string, isKept = true) {
  expect(await counted(actor, id)).toEqual({ ...(await fromRows(actor, id)), isKept })
}

test('the counted numbers are those of the rows: after a change, a claim, a claim taken back, a merge and its undoing', async () => {
  await anAgency()
  const [danny, leyla] = [await released('2025-09-01'), await released('2025-09-01')]
  await released('2026-02-01')
  const id = await aContract(world, manager)
  await expectEqual(manager, id)
  expect(await counted(second, id)).toMatchObject({ claimable: 2, notYet: 1, notMet: 0 })

  await aStay(world, manager, danny.personId, '2025-10-01', '2025-10-20')
  expect(await counted(manager, id)).toMatchObject({ claimable: 2 }) // as it was counted, with its hour
  await count(id)
  expect(await counted(manager, id)).toMatchObject({ claimable: 1, notMet: 1 })
  await expectEqual(second, id)

  const claimId = await aClaim(world, manager, id)
  expect(await counted(second, id)).toMatchObject({ claimable: 0, isKept: true }) // in the same transaction
  await site.post(manager, `/contracts/claims/${claimId}/withdrawal`, { formId: newId() })
  expect(await counted(second, id)).toMatchObject({ claimable: 1, isKept: true })

  await world.inspect('update person set merged_into_id = $1 where id = $2', [danny.personId, leyla.personId])
  await count(id)
  await expectEqual(manager, id)
  await world.inspect('update person set merged_into_id = null where id = $1', [leyla.personId])
  await count(id)
  await expectEqual(manager, id)
  expect(await counted(manager, id)).toMatchObject({ claimable: 1, notMet: 1, isKept: true })
})

test('who is closed to one of the managers is in the numbers of the other alone, from the moment in which it is closed', async () => {
  await anAgency()
  const danny = await released('2025-09-01')
  await released('2025-09-01')
  const id = await aContract(world, manager)

  await world.inspect(`insert into access_bar (account_id, person_id, reason) values ($1, $2, 'His sister')`, [second.userId, danny.personId]) // biome-ignore format: one line
  expect(await counted(second, id)).toEqual({ claimable: 1, notYet: 0, notMet: 0, isKept: false }) // counted for them alone, at once
  expect(await counted(manager, id)).toMatchObject({ claimable: 2, isKept: false })
  await count(id)
  expect(await counted(second, id)).toEqual({ claimable: 1, notYet: 0, notMet: 0, isKept: true })
  expect(await counted(manager, id)).toMatchObject({ claimable: 2, isKept: true })
  expect(await world.inspect('select claimable from contract_count where contract_id = $1', [id])).toEqual([{ claimable: 1 }]) // biome-ignore format: one line

  await restrict(danny.personId)
  await count(id)
  for (const actor of [manager, second]) {
    await expectEqual(actor, id)
    expect(await counted(actor, id)).toMatchObject({ claimable: 1 })
  }
  await world.inspect('delete from restricted_record where person_id = $1', [danny.personId])
  await world.inspect('delete from access_bar where person_id = $1', [danny.personId])
  await count(id)
  await expectEqual(second, id)
  expect(await counted(second, id)).toMatchObject({ claimable: 2, isKept: true })
})

test('the worker counts every agency’s contracts; somebody seen by name alone is counted for whoever sees them', async () => {
  await anAgency()
  await released('2025-09-01')
  const mine = await released('2025-09-01')
  const id = await aContract(world, manager)
  await world.inspect('delete from contract_count where contract_id = $1', [id])
  await world.inspect(
    `update sight set audience_id = $1 where audience_id = $2 and person_id = $3 and relationship <> 'ALLOCATED'`,
    [manager.userId, manager.agencyId, mine.personId],
  )
  await world.inspect('delete from sight where audience_id = $1 and person_id = $2', [manager.agencyId, mine.personId])

  await contractJobs['count-contracts']!(
    { database: world.database, actor: systemFor(manager.agencyId), actingFor: systemFor, log },
    {},
  )

  expect(await counted(manager, id)).toMatchObject({ claimable: 2, isKept: true })
  expect(await counted(second, id)).toMatchObject({ claimable: 1, isKept: true })
})

test('another agency counts nothing of it, and no worker who manages nothing does', async () => {
  await anAgency()
  await released('2025-09-01')
  const id = await aContract(world, manager)
  const other = await world.aWorkerAt('Other', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
  const worker = await world.aColleagueOf(manager)

  expect((await site.post(other, `/contracts/${id}/counting`, { formId: newId() })).statusCode).toBe(404)
  expect((await site.post(worker, `/contracts/${id}/counting`, { formId: newId() })).statusCode).toBe(403)
  expect((await site.get(manager, `/contracts/${id}`)).body).toContain('Counted from the record on')
})

test('who asks is checked as often for many people as for few', async () => {
  await anAgency()
  await world.inspect('grant set on parameter track_functions to throughline_app')
  const asked = () =>
    world.database.read(manager, async ({ db }) => {
      const calls = async () => {
        const { rows } = await sql<{
          calls: number
        }>`select coalesce(sum(calls), 0)::int as calls from pg_stat_xact_user_functions
          where funcname in ('acting_agency', 'acting_audiences', 'acting_user')`.execute(db)
        return rows[0]!.calls
      }
      await sql`set local track_functions = 'all'`.execute(db)
      const before = await calls()
      await sql`select contract_people_apart()`.execute(db)
      return (await calls()) - before
    })
  await released('2025-09-01')
  const ofOne = await asked()

  for (const _ of Array(8)) await released('2025-09-01')

  expect(await asked()).toBe(ofOne)
})
