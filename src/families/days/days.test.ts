import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../../cases/builders.ts'
import { addSupervision } from '../../cases/index.ts'
import type { Actor } from '../../platform/database.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { aFamilyMember } from '../builders.ts'

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

const friday = { 'on-day': '6', 'on-month': '3', 'on-year': '2026', time: '13:30', length: '120', places: '1', howToCome: 'Visitors’ entrance, at 13:00.', whoComes: '' } // biome-ignore format: one line
const comingFriday = new Date('2026-03-06T13:35:00Z')
async function aDay(): Promise<string> {
  const { headers } = await site.post(prison, '/families/days', friday)
  return headers.location!.split('/').at(-1)!
}
const invite = (dayId: string, memberIds: string[], caseId = danny.id) =>
  site.post(prison, `/cases/${caseId}/family/days`, { dayId, invitedId: memberIds, dayConsent: 'SPOKEN' })
const portalOf = async (cookie: string) => (await site.get(undefined, '/family', { headers: { cookie } })).body
async function stillSignedIn() {
  await world.inspect('update session set seen_at = $1::timestamptz, ends_at = $1::timestamptz + interval \'1 hour\'', [world.time.now]) // biome-ignore format: one line
  await world.inspect('update family_session set seen_at = $1::timestamptz, started_at = $1::timestamptz', [world.time.now]) // biome-ignore format: one line
}

test('a mother reads the invitation, says that she comes, and her coming is one contact, however often it is saved', async () => {
  const { id: memberId, cookie } = await aFamilyMember(world, prison, danny)
  const dayId = await aDay()

  const before = await portalOf(cookie)
  await invite(dayId, [memberId])
  const invited = await portalOf(cookie)
  const link = /\/family\/days\/[0-9a-f-]{36}/.exec(invited)![0]
  await site.post(undefined, link, { answer: 'COMES' }, { headers: { cookie } })
  const answered = (await site.get(prison, `/families/days/${dayId}`)).body

  expect(before).not.toContain('invites you')
  for (const part of ['Danny invites you', 'Visitors’ entrance, at 13:00.', '6 March 2026'])
    expect(invited).toContain(part)
  expect(answered).toMatch(/Rosa Okafor:\s*Says yes/)

  const early = await site.post(prison, `/families/days/${dayId}/attendance`, { invitationId: link.slice(-36), came: link.slice(-36) }) // biome-ignore format: one line
  world.time.now = comingFriday
  await stillSignedIn()
  const page = (await site.get(prison, `/families/days/${dayId}`)).body
  const ids = [...page.matchAll(/name="invitationId" value="([^"]+)"/g)].map(([, id]) => id!)
  const own = ids.find((id) => id !== link.slice(-36))!
  const kept = { invitationId: ids, came: ids, [`outcome-${own}`]: 'They agreed who meets him at the gate.' }
  await site.post(prison, `/families/days/${dayId}/attendance`, kept)
  await site.post(prison, `/families/days/${dayId}/attendance`, { ...kept, came: [] })

  expect(early.statusCode).toBe(409)
  expect((await site.get(prison, `/cases/${danny.id}/family`)).body).toMatch(/March 2026[\s\S]*Family day[\s\S]*>1</)
  const after = (await site.get(prison, `/families/days/${dayId}`)).body
  expect(after).toMatch(/Rosa Okafor:\s*Came/)
  expect(after).toContain('They agreed who meets him at the gate.')
})

test('whoever must not be in touch or has stopped is never invited, and a day that is full or called off takes nobody', async () => {
  const { id: stopped } = await aFamilyMember(world, prison, danny, { name: 'Gone Okafor' })
  await world.inspect(`update family_member set stopped_at = now(), stopped_by = 'FAMILY' where id = $1`, [stopped])
  const { id: rosa, cookie } = await aFamilyMember(world, prison, danny)
  const other = await aCase(world, prison, { givenName: 'Wayne' })
  const dayId = await aDay()

  const refused = await invite(dayId, [stopped])
  await invite(dayId, [rosa])
  const full = await invite(dayId, [], other.id)
  await world.inspect('update family_member set blocked_at = now() where id = $1', [rosa])
  const blocked = await portalOf(cookie)
  await world.inspect('update family_member set blocked_at = null where id = $1', [rosa])
  const ofDanny = 'update family_day_invitation set answer = $2, answered_at = now() where case_id = $1 and family_member_id is null' // biome-ignore format: one line
  await world.inspect(ofDanny, [danny.id, 'CANNOT'])
  const unwanted = await portalOf(cookie)
  await world.inspect(ofDanny, [danny.id, 'COMES'])
  await site.post(prison, `/families/days/${dayId}/call-off`, {})
  const off = await portalOf(cookie)

  expect(refused.statusCode).toBe(404)
  expect(full.statusCode).toBe(422)
  expect(full.body).toContain('This day is full')
  for (const page of [blocked, unwanted]) expect(page).not.toContain('invites you')
  expect(off).toContain('This day was called off')
  expect(off).not.toContain('I will come')
})

test('an area that sees the family sees to what they are invited; only the prison says who came, and another agency nothing', async () => {
  const area = await world.aWorkerAt('Merrow Probation', { kind: 'probation' })
  const stranger = await world.aWorkerAt('Elsewhere')
  await world.database.change(prison, (change) => addSupervision(change, danny.id, { agencyId: area.agencyId }))
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'COMMUNITY_OFFENDER_MANAGER', '2026-03-02', $2)`,
    [danny.id, area.agencyId, area.userId],
  )
  const { id: rosa } = await aFamilyMember(world, prison, danny)
  const dayId = await aDay()
  await invite(dayId, [rosa])

  const seen = await site.get(area, `/families/days/${dayId}`)
  const ofOthers = await site.get(stranger, `/families/days/${dayId}`)
  const planned = await site.post(area, '/families/days', friday)
  world.time.now = comingFriday
  await stillSignedIn()
  const [{ id }] = (await world.inspect('select id from family_day_invitation where family_member_id = $1', [rosa])) as [{ id: string }] // biome-ignore format: one line
  await site.post(area, `/families/days/${dayId}/attendance`, { invitationId: id, came: id })

  expect(seen.body).toContain('Rosa Okafor')
  expect(ofOthers.statusCode).toBe(404)
  expect(planned.statusCode).toBe(403)
  expect(await world.inspect('select attendance from family_day_invitation where id = $1', [id])).toEqual([
    { attendance: null },
  ])
})

test('after a death nobody is invited, and the invitation is gone from the family’s pages', async () => {
  const { id: rosa, cookie } = await aFamilyMember(world, prison, danny)
  const dayId = await aDay()
  await invite(dayId, [rosa])
  await site.post(prison, `/people/${danny.personId}/movements`, { kind: 'DEATH' })

  const again = await invite(await aDay(), [rosa])

  expect([403, 404, 409]).toContain(again.statusCode)
  expect(await portalOf(cookie)).not.toContain('Visitors’ entrance')
})
