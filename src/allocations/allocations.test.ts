import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { getCaseFrame, listCaseload } from '../cases/index.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anUnallocatedCase } from './builders.ts'
import { listLoads } from './queries/loads.ts'
import { listUnallocated } from './queries/unallocated.ts'
import { rankWorkers } from './rank-workers.ts'

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
const capacity = { hoursPerWeek: '37', worksOn: ['1', '2'], mostPoints: '4', languages: '' }
const week = {
  'from-day': '2', 'from-month': '3', 'from-year': '2026', 'until-day': '6', 'until-month': '3', 'until-year': '2026', kind: 'SICK',
} // biome-ignore format: one line
const loadsOf = async (manager: Actor) =>
  Object.fromEntries((await world.database.read(manager, listLoads)).map((load) => [load.accountId, load]))
const isTheirs = async (actor: Actor, caseId: string) => (await site.get(actor, '/caseload')).body.includes(caseId)

test('continuity comes first, then room, then the fewest; whoever is away or full comes last', async () => {
  const { manager, amira, tom } = await aPrison()
  const jo = await world.aColleagueOf(manager, { name: 'Jo Bell' })
  await site.post(manager, `/workloads/${amira.userId}`, { ...capacity, languages: 'Polish' })
  await site.post(manager, `/workloads/${tom.userId}`, { ...capacity, mostPoints: '20' })
  await site.post(manager, `/workloads/${jo.userId}`, { ...capacity, mostPoints: '1' })
  const { caseId } = await anUnallocatedCase(world, manager, { language: 'pl' })

  const ranked = await world.database.read(manager, async (reading) => {
    const [about] = await listUnallocated(reading, 'KEY_WORKER', [caseId])
    return rankWorkers(about!, await listLoads(reading))
  })

  expect(ranked.map(({ load }) => load.name)).toEqual(['Amira Khan', 'Tom Reed', 'Mel Manager', 'Jo Bell'])
  expect(ranked[0]!.reasons).toContain('LANGUAGE')
  expect(ranked.at(-1)!.reasons).toContain('FULL')
})

test('whoever never said what they can hold is suggested after those who did, unless they know the person', async () => {
  const { manager, amira } = await aPrison()
  await site.post(manager, `/workloads/${amira.userId}`, capacity)
  const { caseId } = await anUnallocatedCase(world, manager)
  const [loads, [about]] = await world.database.read(manager, async (reading) => [
    await listLoads(reading),
    await listUnallocated(reading, 'KEY_WORKER', [caseId]),
  ])
  const head = loads.find(({ accountId }) => accountId === manager.userId)!
  const inTeam = { ...about!, teamIds: ['t1'] }
  const standing = loads.map((load) => (load === head ? { ...load, teamIds: ['t1'] } : load))

  const stranger = rankWorkers(inTeam, standing)
  const known = rankWorkers({ ...inTeam, knownBy: [manager.userId] }, standing)

  expect([stranger[0]!.load.name, known[0]!.load.name]).toEqual(['Amira Khan', 'Mel Manager'])
})

test('a manager decides: whoever is not the first suggestion needs a reason', async () => {
  const { manager, amira, tom } = await aPrison()
  await site.post(manager, `/workloads/${amira.userId}`, { ...capacity, languages: 'Polish' })
  const { caseId } = await anUnallocatedCase(world, manager, { language: 'pl' })
  const address = `/workloads/unallocated/${caseId}`

  const bare = await site.post(manager, address, { role: 'KEY_WORKER', accountId: tom.userId, why: '' })
  const given = await site.post(manager, address, { role: 'KEY_WORKER', accountId: tom.userId, why: 'ASKED_FOR' })

  expect(bare.statusCode).toBe(422)
  expect(bare.body).toContain('Say why it is not the first suggestion')
  expect(given.headers.location).toContain('done=1')
  const [event] = await world.inspect<{ details: object }>(
    `select details from event where name = 'allocation.decided' and case_id = $1`,
    [caseId],
  )
  expect(event!.details).toMatchObject({ accountId: tom.userId, why: 'ASKED_FOR' })
  expect(await isTheirs(tom, caseId)).toBe(true)
})

test('many are given at once after a check; what fails says so and takes nothing else with it', async () => {
  const { manager, tom } = await aPrison()
  const [one, two] = [
    await anUnallocatedCase(world, manager),
    await anUnallocatedCase(world, manager, { familyName: 'Two' }),
  ]
  const form = { role: 'KEY_WORKER', accountId: '', why: '' }

  const check = await site.post(manager, '/workloads/unallocated', { ...form, caseId: [one.caseId, two.caseId] })
  await world.insert(`insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id) values ($1, $2, $3, 'ALLOCATED', 'KEY_WORKER', '2026-03-02', $2)`, [one.caseId, tom.agencyId, tom.userId]) // biome-ignore format: one line
  const pairs = [one, two].map(({ caseId }) => `${caseId}:${tom.userId}`)
  const sent = await site.post(manager, '/workloads/unallocated', { ...form, pair: pairs })

  expect(check.body).toContain('Nothing has changed yet')
  expect(sent.headers.location).toBe('/workloads?what=named&done=1&failed=1')
  expect((await world.database.read(tom, (reading) => listCaseload(reading, { limit: 50 }))).rows).toHaveLength(2)
})

test('a caseload moves and is taken back within a day, but for what changed meanwhile', async () => {
  const { manager, amira, tom } = await aPrison()
  const jo = await world.aColleagueOf(manager, { name: 'Jo Bell' })
  const cases = [await aCase(world, amira), await aCase(world, amira, { familyName: 'Two' })]
  const address = `/workloads/${amira.userId}/move`
  const places = await world.inspect<{ id: string; case_id: string }>('select id, case_id from case_party where account_id = $1', [amira.userId]) // biome-ignore format: one line

  const check = await site.post(manager, address, { accountId: tom.userId, partyId: places.map(({ id }) => id) })
  const pairs = places.map(({ id }) => `${id}:${tom.userId}`)
  const moved = await site.post(manager, address, { accountId: tom.userId, pair: pairs })
  const held = (await loadsOf(manager))[tom.userId]!.cases
  const [other] = await world.inspect<{ id: string }>(`select id from case_party where account_id = $1 and case_id = $2`, [tom.userId, cases[1]!.id]) // biome-ignore format: one line
  await site.post(tom, `/allocations/${other!.id}/hand-over`, { accountId: jo.userId })
  const [move] = await world.inspect<{ id: string }>('select id from caseload_move where from_account_id = $1', [
    amira.userId,
  ])
  const undone = await site.post(manager, `/workloads/moves/${move!.id}/undo`, {})
  const twice = await site.post(manager, `/workloads/moves/${move!.id}/undo`, {})
  const loads = await loadsOf(manager)

  expect(check.body).toContain('Tom Reed')
  expect(moved.headers.location).toBe('/workloads?what=moved&done=2&failed=0')
  expect(held).toBe(2)
  expect(undone.headers.location).toBe('/workloads?what=undone&done=1&failed=1')
  expect(twice.statusCode).toBe(404)
  expect([amira, tom, jo].map(({ userId }) => loads[userId]!.cases)).toEqual([1, 0, 1])
})

test('a case that rests on one worker is listed until a deputy is named', async () => {
  const { manager, amira, tom } = await aPrison()
  const { id } = await aCase(world, amira, { givenName: 'Lone' })

  const before = (await site.get(manager, '/workloads/continuity')).body
  await site.post(amira, `/cases/${id}/workers`, { accountId: tom.userId, role: 'DEPUTY' })
  const after = (await site.get(manager, '/workloads/continuity')).body

  expect(before).toContain('Name a deputy')
  expect(after).toContain('No case rests on one worker')
  const frame = await world.database.read(tom, (reading) => getCaseFrame(reading, id))
  expect(frame.team.map(({ role }) => role)).toContain('DEPUTY')
})

test('another agency’s manager reaches no workload of this one, and a worker none at all', async () => {
  const { manager, amira } = await aPrison()
  const stranger = await world.aWorkerAt('HMP Other', { roles: ['MANAGER'] })

  const answers = [
    await site.get(stranger, `/workloads/${amira.userId}`),
    await site.post(stranger, `/workloads/${amira.userId}`, capacity),
    await site.post(stranger, `/workloads/${amira.userId}/absences`, week),
    await site.get(amira, '/workloads'),
  ].map(({ statusCode }) => statusCode)

  expect(answers).toEqual([404, 404, 404, 403])
  await expect(world.database.read(amira, listLoads)).rejects.toThrow(/not for this account/)
  expect((await loadsOf(manager))[amira.userId]!.mostPoints).toBeNull()
})
