import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { listLoads } from './queries/loads.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

async function aPrison() {
  const manager = await world.aWorkerAt('HMP Fernhall', { name: 'Mel Manager', roles: ['MANAGER'] })
  const amira = await world.aColleagueOf(manager, { name: 'Amira Khan' })
  const tom = await world.aColleagueOf(manager, { name: 'Tom Reed' })
  return { manager, amira, tom }
}
const week = {
  'from-day': '2', 'from-month': '3', 'from-year': '2026', 'until-day': '6', 'until-month': '3', 'until-year': '2026', kind: 'SICK',
} // biome-ignore format: one line
const loadsOf = async (manager: Actor) =>
  Object.fromEntries((await world.database.read(manager, listLoads)).map((load) => [load.accountId, load]))
const isTheirs = async (actor: Actor, caseId: string) => (await site.get(actor, '/caseload')).body.includes(caseId)

test('who stands in sees the people of whoever is away, on these days alone and no restricted record', async () => {
  const { manager, amira, tom } = await aPrison()
  const open = await aCase(world, amira)
  const hidden = await aCase(world, amira, { familyName: 'Hidden' })
  await world.insert(`insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, 'A relative of an officer here', $2, now(), $3)`, [hidden.personId, manager.userId, amira.agencyId]) // biome-ignore format: one line
  await world.insert(`insert into restricted_reader (person_id, account_id, owner_agency_id) values ($1, $2, $3)`, [hidden.personId, amira.userId, amira.agencyId]) // biome-ignore format: one line
  await world.inspect('select recompute_sight(array[$1::uuid])', [hidden.id])
  const before = await isTheirs(tom, open.id)

  await site.post(manager, `/workloads/${amira.userId}/absences`, { ...week, coverId: tom.userId })
  const during = [await isTheirs(tom, open.id), await isTheirs(tom, hidden.id), await isTheirs(amira, hidden.id)]
  const restricted = await site.get(tom, `/cases/${hidden.id}`)
  const standsIn = { ...tom, audiences: [...tom.audiences, amira.userId] }
  const overTheRules = await Promise.all(
    ['case_sight($1)', `looks_at_case($1, current_date, 10)`, 'intelligence_holders($1)'].map((call) =>
      world.database
        .read(
          standsIn,
          async ({ db }) =>
            (await sql`select * from ${sql.raw(call.replace('$1', `'${hidden.id}'`))}`.execute(db)).rows,
        )
        .catch(() => []),
    ),
  )
  const day = (await site.get(tom, '/')).body
  const team = (await site.get(manager, `/cases/${open.id}/team`)).body
  const wasAt = world.time.now
  world.time.now = new Date('2026-03-07T09:30:00Z')
  await world.inspect('update session set seen_at = $1, ends_at = $2', [world.time.now, '2026-03-08'])
  const after = await isTheirs(tom, open.id)
  world.time.now = wasAt
  await world.inspect('update session set seen_at = $1', [wasAt])

  expect([before, ...during, after]).toEqual([false, true, false, true, false])
  expect(restricted.statusCode).toBe(404)
  expect(overTheRules).toEqual([[], [], []])
  expect(day).toContain('You stand in for Amira Khan until')
  expect(team).toContain('Tom Reed stands in')
  expect(team).not.toContain('Illness')
})

test('a worker says when they are away and does not choose who sees their people', async () => {
  const { manager, amira, tom } = await aPrison()

  await site.post(amira, '/away', { ...week, coverId: tom.userId })
  const again = await site.post(amira, '/away', week)
  const own = (await site.get(amira, '/away')).body
  const load = (await loadsOf(manager))[amira.userId]!

  expect(own).toContain('nobody stands in')
  expect([load.awayUntil, load.coverName]).toEqual(['2026-03-06', null])
  expect(again.statusCode).toBe(422)
  expect(again.body).toContain('They are away on one of these days already')
})

test('how much somebody carries does not tell a manager of a record that is closed to them', async () => {
  const manager = await world.aWorkerAt('HMP Fernhall', { name: 'Mel Manager', roles: ['MANAGER'] })
  const amira = await world.aColleagueOf(manager, { name: 'Amira Khan' })
  await aCase(world, amira)
  const hidden = await aCase(world, amira, { familyName: 'Hidden' })
  const before = (await loadsOf(manager))[amira.userId]!.cases

  await world.insert(`insert into access_bar (account_id, person_id, reason) values ($1, $2, 'a cousin')`, [manager.userId, hidden.personId]) // biome-ignore format: one line

  expect([before, (await loadsOf(manager))[amira.userId]!.cases]).toEqual([2, 1])
})
