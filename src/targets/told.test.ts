import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aTarget } from './builders.ts'
import { addAction } from './keep-action.ts'
import { recountTarget } from './keep-target.ts'
import { getTarget } from './queries/targets.ts'
import { shownTo } from './shown.ts'

let world: World
let site: Site
let charity: Actor
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
}, 60_000)
beforeEach(async () => {
  charity = await world.aWorkerAt('Second Step', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

/** People with a mentor of the charity since a day. */
async function mentored(count: number, sinceOn = '2026-02-01'): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    const { id } = await aCase(world, charity, { givenName: 'Danny', familyName: 'Okafor' })
    await world.insert(
      `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
       values ($1, $2, $3, 'ALLOCATED', 'MENTOR', $4, $2) returning id`,
      [id, charity.agencyId, charity.userId, sinceOn],
    )
  }
}
const target = (fields = {}) =>
  aTarget(world, coordinator, { agencyId: charity.agencyId, countedAgencyId: charity.agencyId, ...fields })
const recount = (id: string) => world.database.change(coordinator, (change) => recountTarget(change, id))
const shown = (reader: Actor, id: string) =>
  world.database.read(reader, async (reading) => shownTo(reading, await getTarget(reading, id)))

test('who counts before and after one person is added learns nothing of them; whose people they are reads each', async () => {
  const id = await target()
  await mentored(12)
  await recount(id)
  const before = await shown(coordinator, id)

  await mentored(1)
  await recount(id)
  const after = await shown(coordinator, id)
  const own = await shown(charity, id)
  await mentored(4)
  await recount(id)
  const later = await shown(coordinator, id)

  expect([before, after, own, later].map(({ delivered }) => delivered)).toEqual([12, 12, 13, 17])
  expect(after.people).toBe(12)
  const page = (await site.get(coordinator, `/targets/${id}`)).body
  expect(page).toContain('moves on once five more came')
})

test('nor do they with a second target that begins a day later', async () => {
  const whole = await target()
  await mentored(9, '2026-02-20')
  await mentored(1, '2026-01-01')
  await recount(whole)

  const butTheFirstDay = await target({ sinceOn: '2026-01-02' })
  await recount(butTheFirstDay)

  expect(await shown(coordinator, whole)).toMatchObject({ delivered: 10, isCovered: false })
  expect(await shown(coordinator, butTheFirstDay)).toMatchObject({ isCovered: true })
  expect((await site.get(coordinator, `/targets/${butTheFirstDay}`)).body).toContain('Too few people to show')
})

test('a line of a plan that stands on a target covers what the target covers', async () => {
  const id = await target()
  await mentored(3)
  await recount(id)
  const days = { sinceOn: '2026-01-01', dueOn: '2026-06-30' } as const
  const line = { specific: 'Mentors for all', measuredBy: 'Matches', lead: 'Ada', leadAccountId: null, amount: 263 }
  const actionId = await world.database.change(coordinator, (change) =>
    addAction(change, { ...line, ...days, agencyId: charity.agencyId, targetId: id }),
  )

  const pages = await Promise.all(
    ['/smart-plans', `/smart-plans/${actionId}`].map((path) => site.get(coordinator, path)),
  )
  const own = await site.get(charity, `/smart-plans/${actionId}`)

  for (const { body } of pages) expect(body).toContain('Fewer than 5 of 263')
  expect(own.body).toContain('3 of 263')
})

test('what was told is written by the counting alone', async () => {
  const id = await target()
  const write = world.database.change(coordinator, async ({ db, record }) => {
    await sql`insert into target_told (target_id, day, definition, since_on, delivered, of_all, people, engagements, told_at)
      values (${id}, '2026-02-01', 'SESSIONS', '2026-01-01', 1, 1, 1, 1, now())`.execute(db)
    record({ name: 'test.done', subjectId: id, fieldGroup: 'administration' })
  })

  await expect(write).rejects.toMatchObject({ code: '42501' })
})
