import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listAlerts } from '../../alerts/index.ts'
import { aCase, type BuiltCase } from '../../cases/builders.ts'
import type { Actor } from '../../platform/database.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { aFamilyMember } from '../builders.ts'
import { hashOf } from '../codes.ts'

let world: World
let site: Site
let prison: Actor
let danny: BuiltCase
let begun: Date
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  begun = world.time.now
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  world.time.now = begun
  prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  danny = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
})

const friday = { 'on-day': '6', 'on-month': '3', 'on-year': '2026', time: '13:30', length: '120', places: '3', howToCome: 'Visitors’ entrance, at 13:00.', whoComes: 'The housing team' } // biome-ignore format: one line

async function askedAtTheDoor(memberIds: string[]) {
  const { headers } = await site.post(prison, '/families/days', friday)
  const dayId = headers.location!.split('/').at(-1)!
  await site.post(prison, `/cases/${danny.id}/family/days`, { dayId, invitedId: memberIds, dayConsent: 'OWN_DOOR' })
  const cookie = `own-${danny.id}`
  await world.insert(
    `insert into own_door_session (token_hash, case_id, person_id, started_at, seen_at, owner_agency_id) values ($1, $2, $3, $4, $4, $5)`,
    [hashOf(cookie), danny.id, danny.personId, world.time.now, prison.agencyId],
  )
  const door = { headers: { cookie: `own-door=${cookie}` } }
  const read = async () => (await site.get(undefined, '/me/family', door)).body
  const link = /\/me\/family\/days\/[0-9a-f-]{36}/.exec(await read())![0]
  const say = (answer: string, brings: string[]) => site.post(undefined, link, { answer, brings }, door)
  return { dayId, read, say, link }
}
const portalOf = async (cookie: string) => (await site.get(undefined, '/family', { headers: { cookie } })).body
const isInvited = async (cookie: string) => (await portalOf(cookie)).includes('Danny invites you')

test('the person says at their own door whether they come and whom they want there; before that nobody of the family reads of it', async () => {
  const rosa = await aFamilyMember(world, prison, danny, { name: 'Rosa Okafor' })
  const paul = await aFamilyMember(world, prison, danny, { name: 'Paul Okafor' })
  const { dayId, read, say } = await askedAtTheDoor([paul.id])
  const asked = await read()
  const early = [await isInvited(rosa.cookie), await isInvited(paul.cookie)]

  await say('COMES', [rosa.id])

  for (const part of ['You are invited', 'The housing team', 'Rosa Okafor', 'Paul Okafor'])
    expect(asked).toContain(part)
  expect(early).toEqual([false, false])
  expect([await isInvited(rosa.cookie), await isInvited(paul.cookie)]).toEqual([true, false])
  expect((await site.get(prison, `/families/days/${dayId}`)).body).toMatch(/Danny Okafor:\s*Says yes/)
  const told = await world.database.read(prison, (reading) => listAlerts(reading, { limit: 5 }))
  expect(told.map(({ name }) => name)).toContain('family-day.person-comes')
})

test('they change their mind until it begins: a no closes the invitation to the family, and afterwards nothing changes', async () => {
  const rosa = await aFamilyMember(world, prison, danny)
  const { say, read } = await askedAtTheDoor([rosa.id])
  await say('COMES', [rosa.id])

  await say('CANNOT', [])
  const closed = await isInvited(rosa.cookie)
  await world.inspect(`update family_day set starts_at = $1`, [new Date(begun.getTime() - 60_000)])
  await say('COMES', [rosa.id])

  expect(closed).toBe(false)
  expect(await read()).toContain('You said no.')
  expect(await read()).toContain('It has begun.')
})

test('nobody is brought who is kept out or is family of somebody else, and a worker does not say yes in the person’s name', async () => {
  const blocked = await aFamilyMember(world, prison, danny, { name: 'Vic Tim' })
  await world.inspect('update family_member set blocked_at = now() where id = $1', [blocked.id])
  const strange = await aFamilyMember(world, prison, await aCase(world, prison))
  const { dayId, say, read } = await askedAtTheDoor([])
  const other = await aCase(world, prison)

  await say('COMES', [blocked.id, strange.id])
  const forged = world.database.change(prison, async ({ db, now, record }) => {
    record({ name: 'test', subjectId: danny.id, fieldGroup: 'administration' })
    const said = { consent_how: 'OWN_DOOR' as const, answer: 'COMES' as const, answered_at: now }
    const by = { invited_by: prison.userId, invited_at: now, owner_agency_id: prison.agencyId }
    const about = { family_day_id: dayId, case_id: other.id, person_id: other.personId }
    await db
      .insertInto('family_day_invitation')
      .values({ ...about, ...said, ...by })
      .execute()
  })

  await expect(forged).rejects.toThrow(/row-level security/)
  expect(await read()).not.toContain('name="brings"')
  const rows = await world.inspect('select from family_day_invitation where family_member_id = any($1)', [
    [blocked.id, strange.id],
  ])
  expect(rows).toEqual([])
})
