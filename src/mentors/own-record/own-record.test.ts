import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { aCharity, aMentee, aMentor } from '../builders.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const post = async (actor: Actor, url: string, form: Record<string, string> = {}) => {
  const answer = await site.post(actor, url, { formId: newId(), ...form })
  return [answer.statusCode, String(answer.headers.location ?? answer.body)] as const
}

test('no mentor takes somebody from their agency’s workers by saying that they once were them', async () => {
  const manager = await aCharity(world)
  const record = await aMentee(world, manager, { givenName: 'Ada', familyName: 'Birch' })
  const { actor: mentor, mentorId } = await aMentor(world, manager)
  const both = { ...mentor, roles: ['MENTOR', 'WORKER'] } // on the login of workers
  const smuggled = (actor: typeof mentor) =>
    world.database.change(actor, async ({ db, now, record }) => {
      record({ name: 'test.done', subjectId: mentorId, fieldGroup: 'administration' })
      await sql`select close_own_record(${mentorId}, '{}', 'Ada', 'Birch', '1990-05-04', ${now})`.execute(db)
    })

  for (const actor of [mentor, both]) await expect(smuggled(actor)).rejects.toMatchObject({ code: '42501' })

  expect(await world.inspect('select from access_bar where person_id = $1', [record.personId])).toEqual([])
})

test('whoever closed the wrong record opens it again within a day, and nobody opens it to look', async () => {
  const manager = await aCharity(world)
  const record = await aMentee(world, manager, { givenName: 'Noa', familyName: 'Marsh' })
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'ACCEPTED', '2026-01-01', $2)`,
    [record.id, manager.agencyId],
  )
  const colleague = await world.aColleagueOf(manager)
  const otherManager = await world.aColleagueOf(manager, { roles: ['MANAGER', 'WORKER'] })
  const { mentorId } = await aMentor(world, manager)
  const own = `/mentors/${mentorId}/own-record`
  const born = { 'born-day': '4', 'born-month': '5', 'born-year': '1990' }
  const seen = async () => (await site.get(colleague, `/cases/${record.id}`)).statusCode

  await post(manager, own, { number: '', givenName: 'Noa', familyName: 'Marsh', ...born })
  const closed = await seen()
  const byOther = await post(otherManager, `${own}/reopening`, {})
  const stillClosed = await seen()
  const byWhoClosed = await post(manager, `${own}/reopening`, {})

  expect([closed, stillClosed, await seen()]).toEqual([404, 404, 200])
  expect(byOther).toEqual(byWhoClosed) // says nothing
  await post(manager, own, { number: '', givenName: 'Noa', familyName: 'Marsh', ...born })
  world.time.now = new Date(world.time.now.getTime() + 25 * 3_600_000)
  await post(manager, `${own}/reopening`, {})
  world.time.now = new Date(world.time.now.getTime() - 25 * 3_600_000)
  expect(await seen()).toBe(404)
})
