import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listAlerts } from '../alerts/index.ts'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { aStep } from '../plans/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aFamilyMember } from './builders.ts'
import { hashOf } from './codes.ts'

let world: World
let site: Site
let prison: Actor
let danny: BuiltCase
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  danny = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'KEY_WORKER', '2026-03-02', $2) on conflict do nothing`,
    [danny.id, prison.agencyId, prison.userId],
  )
  await world.inspect(
    `insert into release_date (person_id, type, day, source, known_at, owner_agency_id) values ($1, 'CRD', '2026-04-10', 'Test', now(), $2)`,
    [danny.personId, prison.agencyId],
  )
  await world.inspect(`select summarise_cases(array[$1::uuid], '{custody}')`, [danny.id])
  await aStep(world, prison, danny.id, { title: 'Ring the hostel', pathway: 'ACCOMMODATION' })
})

/** Danny at his own door. */
async function ownDoor() {
  const token = Buffer.from(danny.id.replaceAll('-', '').repeat(2), 'hex')
  const cookie = `own-${danny.id}`
  await world.insert(
    `insert into own_door_session (token_hash, case_id, person_id, started_at, seen_at, owner_agency_id) values ($1, $2, $3, $4, $4, $5)`,
    [hashOf(cookie), danny.id, danny.personId, world.time.now, prison.agencyId],
  )
  const headers = { cookie: `own-door=${cookie}` }
  return {
    token,
    read: async () => (await site.get(undefined, '/me/family', { headers })).body,
    send: (url: string, form: Record<string, string | string[]>) => site.post(undefined, url, form, { headers }),
  }
}
const portalOf = async (cookie: string) => (await site.get(undefined, '/family', { headers: { cookie } })).body
const shareAtDesk = (id: string, shares: string[], more: Record<string, string> = { sharesConsent: 'SPOKEN' }) =>
  site.post(prison, `/cases/${danny.id}/family/${id}/shares`, { shares, ...more })
const clearedOf = async (id: string) =>
  (await world.inspect<{ at: Date | null }>('select date_cleared_at as at from family_member where id = $1', [id]))[0]!
    .at

test('what is shared is changed with the worker after the invitation: it counts at the next request, and what was stays to be read', async () => {
  const { id, cookie } = await aFamilyMember(world, prison, danny, { shares: ['RELEASE_DATE'] })
  const before = await portalOf(cookie)

  const silent = await shareAtDesk(id, ['PLAN_ACCOMMODATION'], {})
  await shareAtDesk(id, ['PLAN_ACCOMMODATION'])
  const after = await portalOf(cookie)
  const page = (await site.get(prison, `/cases/${danny.id}/family`)).body

  expect([silent.statusCode, silent.body.includes('Say how the person agreed')]).toEqual([422, true])
  expect([before.includes('10 April'), before.includes('Ring the hostel')]).toEqual([true, false])
  expect([after.includes('10 April'), after.includes('Ring the hostel')]).toEqual([false, true])
  expect(page).toMatch(/Amira Khan:\s*Added: The plan: finding a home\. Taken away: The release date\./)
  expect(await world.inspect('select was, shares from family_share_change where family_member_id = $1', [id])).toEqual([
    { was: ['RELEASE_DATE'], shares: ['PLAN_ACCOMMODATION'] },
  ])
})

test('a date that was taken away is asked about alone once more before it is shown again', async () => {
  const { id, cookie } = await aFamilyMember(world, prison, danny, { shares: ['RELEASE_DATE'] })
  const first = await clearedOf(id)

  await shareAtDesk(id, [])
  await shareAtDesk(id, ['RELEASE_DATE'])

  expect(first).not.toBeNull()
  expect(await clearedOf(id)).toBeNull()
  expect(await portalOf(cookie)).not.toContain('10 April')
})

test('the person changes it at their own door, their worker is told, and nobody of another case can be changed there', async () => {
  const { id, cookie } = await aFamilyMember(world, prison, danny, { shares: [] })
  const strange = await aCase(world, prison)
  const other = await aFamilyMember(world, prison, strange, { shares: [] })
  const door = await ownDoor()

  await door.send(`/me/family/${id}/shares`, { shares: ['PLAN_ACCOMMODATION', 'MADE_UP'] })
  await door.send(`/me/family/${other.id}/shares`, { shares: ['PLAN_ACCOMMODATION'] })
  const told = await world.database.read(prison, (reading) => listAlerts(reading, { limit: 5 }))

  expect(await door.read()).toMatch(/You:\s*Added: The plan: finding a home\./)
  expect(await portalOf(cookie)).toContain('Ring the hostel')
  expect(await portalOf(other.cookie)).not.toContain('Ring the hostel')
  expect(told.map(({ name }) => name)).toContain('family.shares-changed')
  expect((await site.get(prison, `/cases/${danny.id}/family`)).body).toContain('Danny, at their own door')
})

test('nothing opens for somebody who is kept out or has stopped, by form, by door or by SQL; another agency changes nothing', async () => {
  const { id } = await aFamilyMember(world, prison, danny, { shares: [] })
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const smuggle = (actor: Actor, row: Record<string, unknown>) =>
    world.database.change(actor, async ({ db, now, record }) => {
      record({ name: 'test', subjectId: id, fieldGroup: 'administration' })
      const about = { case_id: danny.id, person_id: danny.personId, family_member_id: id, shares: ['RELEASE_DATE'] }
      const by = {
        consent_how: 'SPOKEN' as const,
        made_by: actor.userId,
        made_at: now,
        owner_agency_id: actor.agencyId,
      }
      await db
        .insertInto('family_share_change')
        .values({ ...about, ...by, ...row })
        .execute()
    })
  const denied = /row-level security/

  await expect(smuggle(police, {})).rejects.toThrow(denied)
  await expect(smuggle(prison, { made_by: null, consent_how: 'OWN_DOOR' })).rejects.toThrow(denied)
  await world.inspect('update family_member set blocked_at = now() where id = $1', [id])
  await expect(smuggle(prison, {})).rejects.toThrow(denied)
  expect((await shareAtDesk(id, ['RELEASE_DATE'])).statusCode).toBe(409)
  await expect(
    world.database.change(prison, async ({ db, record }) => {
      record({ name: 'test', subjectId: id, fieldGroup: 'administration' })
      await db
        .updateTable('family_member')
        .set({ shares: ['RELEASE_DATE'] })
        .where('id', '=', id)
        .execute()
    }),
  ).rejects.toThrow(/permission denied/)
})
