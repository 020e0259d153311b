import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aClosedRecord as closedRecord, emergencyReason as reason } from './builders.ts'
import { breakGlassJobs } from './jobs.ts'
import { dueAt } from './use-break-glass.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const monday = new Date('2026-03-02T09:30:00Z')
const aClosedRecord = () => {
  world.time.now = monday
  return closedRecord(world)
}
const ask = (actor: Actor, identifier: string, why = reason) =>
  site.post(actor, '/break-glass', { identifier, reason: why })
const jobContext = () => ({
  database: world.database,
  actor: systemFor('00000000-0000-0000-0000-000000000000'),
  actingFor: systemFor,
  log,
})

test('a manager of the agency that answers for the record reviews it once, and nobody reviews their own', async () => {
  const { number, manager, prison, police } = await aClosedRecord()
  const glass = String((await ask(police, number)).headers.location)
  const own = await world.aColleagueOf(manager, { roles: ['MANAGER'] })
  const ownGlass = String((await ask(own, number)).headers.location)
  const review = { finding: 'JUSTIFIED', words: 'I spoke to Jo Birch and to his sister.' }

  const queue = await site.get(manager, '/break-glass/reviews')
  const incomplete = await site.post(manager, `${glass}/review`, { finding: 'JUSTIFIED', words: 'fine' })
  const by = async (actor: Actor, place: string) => (await site.post(actor, `${place}/review`, review)).statusCode
  const refused = [await by(prison, glass), await by(police, glass), await by(own, ownGlass)]
  const byOwnHand = await world.database.change(own, async (change) => {
    change.record({ name: 'smuggled', subjectId: own.userId, fieldGroup: 'administration' })
    const set = { finding: 'JUSTIFIED', reviewed_by: own.userId, reviewed_at: change.now }
    return change.db
      .updateTable('break_glass')
      .set(set)
      .where('id', '=', ownGlass.split('/').at(-1)!)
      .executeTakeFirst()
  })
  const done = [await by(manager, glass), await by(manager, glass)]

  expect(queue.body).toContain('Jo Birch, Wexley Police')
  expect(incomplete.statusCode).toBe(422)
  expect(incomplete.body).toContain('fine')
  expect(refused.filter((status) => status !== 403 && status !== 404)).toEqual([])
  expect(byOwnHand.numUpdatedRows).toBe(0n)
  expect(done).toEqual([303, 404])
  expect((await site.get(police, glass)).body).toContain('It was right. I spoke to Jo Birch and to his sister.')
})

test('a review that is not done in two working days goes to the coordinators, once', async () => {
  const { number, police } = await aClosedRecord()
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'], may: [] })
  const glass = String((await ask(police, number)).headers.location)
  const mails = () => world.inspect('select from mail where to_account_id = $1', [coordinator.userId])
  const early = await site.get(coordinator, `${glass}/review`)

  world.time.now = new Date('2026-03-05T00:00:01Z')
  await breakGlassJobs['escalate-break-glass']!(jobContext(), {})
  await breakGlassJobs['escalate-break-glass']!(jobContext(), {})

  expect(early.statusCode).toBe(404)
  expect(await mails()).toHaveLength(1)
  await world.inspect(
    "update session set seen_at = $2, ends_at = $2::timestamptz + interval '1 hour' where account_id = $1",
    [...[coordinator.userId, world.time.now]],
  )
  const late = await site.get(coordinator, `${glass}/review`)
  expect(late.body).toContain(reason)
  expect(late.body).not.toContain('Danny')
})

test('when its hour is over nothing of its sight is left', async () => {
  const { number, police } = await aClosedRecord()
  const id = String((await ask(police, number)).headers.location)
    .split('/')
    .at(-1)
  world.time.now = new Date(monday.getTime() + 3_600_001)

  await breakGlassJobs['close-break-glass']!(jobContext(), {})

  expect(await world.inspect('select from sight where audience_id = $1', [id])).toEqual([])
})

test('two working days: a weekend and a bank holiday do not count', () => {
  const fridayBeforeEaster = new Date('2026-04-02T10:00:00Z') // Thursday: Good Friday and Easter Monday follow

  expect(dueAt(fridayBeforeEaster, 'UK-EW')).toEqual(new Date('2026-04-08T23:00:00Z'))
})
