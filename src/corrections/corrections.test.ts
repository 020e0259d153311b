import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anIntegrationOf, aTeamOn } from '../api/builders.ts'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { aNote } from '../contacts/builders.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

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

let prison: Actor
let area: Actor
let hostel: Actor
let danny: BuiltCase
let noteId: string
beforeEach(async () => {
  prison = await world.aWorkerAt('HMP Fernhall')
  area = await world.aWorkerAt('Wexley Probation', { kind: 'probation' })
  hostel = await world.aWorkerAt('Harbour Hostel', { kind: 'council' })
  danny = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await party(area, 'ALLOCATED', area.userId)
  noteId = await aNote(world, prison, danny.id, { body: 'He was convicted of arson.' })
})

const party = (actor: Actor, relationship: string, accountId: string | null = null, untilOn: string | null = null) =>
  world.insert<{ id: string }>(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, until_on, owner_agency_id)
     values ($1, $2, $3, $4, $5, '2026-01-01', $6, $2) returning id`,
    [danny.id, actor.agencyId, accountId, relationship, accountId && 'SUPPORT', untilOn],
  )
const leave = ({ id }: { id: string }) =>
  world.inspect(`update case_party set until_on = '2026-03-02' where id = $1`, [id])
const path = () => `/cases/${danny.id}/corrections`
const say = async (kind: string, more: Record<string, string> = {}, by = prison) => {
  const words = 'It was criminal damage, not arson.'
  const sent = await site.post(by, path(), { fact: `NOTE:${noteId}`, kind, words, ...more })
  return String(sent.headers.location ?? sent.statusCode)
}
const inboxOf = async (actor: Actor) => (await site.get(actor, '/corrections')).body

test('a correction reaches every agency that had sight of that part: who sees it, who no longer does, who looked', async () => {
  await leave(await party(hostel, 'ACCEPTED')) // was in when the note was written, and is out
  const never = await world.aWorkerAt('Job Shop', { kind: 'charity' })
  await party(never, 'REFERRED') // sees no notes
  const gone = await world.aWorkerAt('Old Clinic', { kind: 'health' })
  await party(gone, 'ACCEPTED', null, '2026-02-01') // out before the note was written
  const police = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  await world.inspect(
    `insert into audit (account_id, agency_id, action, case_ids, field_groups, channel) values ($1, $2, 'consult', array[$3::uuid], '{notes}', 'web')`,
    [police.userId, police.agencyId, danny.id],
  )

  await say('CORRECTION')

  const told = await Promise.all([area, hostel, police, never, gone].map(inboxOf))
  expect(told.map((body) => body.includes('Correction, Danny Okafor'))).toEqual([true, true, true, false, false])
})

test('who no longer sees the case reads the correction and not the fact, and acknowledges it once', async () => {
  await leave(await party(hostel, 'ACCEPTED'))
  const address = await say('CORRECTION')

  const { body } = await site.get(hostel, address)
  const first = await site.post(hostel, `${address}/acknowledge`, {})
  const again = await site.post(hostel, `${address}/acknowledge`, {})

  expect(body).toContain('It was criminal damage, not arson.')
  expect(body).not.toContain('convicted of arson')
  expect([first.statusCode, again.statusCode]).toEqual([303, 404])
  const sender = (await site.get(prison, address)).body
  expect(sender).toContain('Harbour Hostel acknowledged it')
  expect(sender).toContain('Wexley Probation has not acknowledged it yet')
})

test('what is restricted says "do not rely on it" on every page that shows it, until that is lifted', async () => {
  const need = await aNeed(world, prison, danny.id, { words: 'No room near a school' })
  await say('RESTRICTION')
  const ofNeed = await say('RESTRICTION', { fact: `NEED:${need.id}` })
  await world.insert(
    `insert into alert (account_id, case_id, name, subject_id, agency_id, made_at) values ($1, $2, 'need.given', $3, $4, now())`,
    [area.userId, danny.id, need.id, prison.agencyId],
  )
  const places = ['', '/notes', '/needs'].map((place) => `/cases/${danny.id}${place}`)
  const count = async (place: string) => ((await site.get(area, place)).body.match(/do not rely on it/g) ?? []).length

  const marked = await Promise.all([...places, `/notes/${noteId}`, '/alerts'].map(count))
  await site.post(prison, `${ofNeed}/lift`, {})

  expect(marked).toEqual([2, 1, 1, 1, 1])
  expect(await count(places[2]!)).toBe(0)
  expect(await inboxOf(area)).toContain('Lifted. Waits for you to acknowledge it.')
})

test('what is restricted leaves in no answer to another system', async () => {
  const need = await aNeed(world, prison, danny.id, { words: 'No room near a school' })
  await aTeamOn(world, area, danny.id)
  const api = await anIntegrationOf(world, site, area)
  const before = (await api.get(`/cases/${danny.id}`)).body
  await say('RESTRICTION')
  await say('RESTRICTION', { fact: `NEED:${need.id}` })

  const after = (await api.get(`/cases/${danny.id}`)).body

  for (const fact of ['No room near a school', 'convicted of arson']) {
    expect(before).toContain(fact)
    expect(after).not.toContain(fact)
  }
})

test('only the agency that restricted lifts it, and a fact is restricted once', async () => {
  const address = await say('RESTRICTION')

  const byArea = await site.post(area, `${address}/lift`, {})
  const twice = await say('RESTRICTION', {}, area)

  expect([byArea.statusCode, twice]).toEqual([409, '409'])
})

test('whoever may not write in that part says nothing beside it, and who is no recipient reads nothing', async () => {
  const reader = await world.aColleagueOf(prison) // at list level
  const stranger = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  const address = await say('CORRECTION')

  expect(await say('CORRECTION', {}, reader)).toBe('404')
  expect((await site.get(stranger, address)).statusCode).toBe(404)
  expect(await say('CORRECTION', {}, stranger)).toBe('404')
})

test('what the person said at their own door becomes a statement beside a fact, in their words', async () => {
  const { id } = await world.insert<{ id: string }>(
    `insert into own_request (case_id, person_id, kind, words, said_at, owner_agency_id) values ($1, $2, 'WRONG', 'I never lit a fire.', now(), $3) returning id`,
    [danny.id, danny.personId, prison.agencyId],
  )
  const door = await site.get(prison, `/cases/${danny.id}/own-door`)
  const form = await site.get(prison, `${path()}/new?request=${id}`)

  const address = await say('STATEMENT', { words: 'I never lit a fire.', ownRequestId: id })

  expect(door.body).toContain(`${path()}/new?request=${id}`)
  expect(form.body).toContain('I never lit a fire.')
  expect((await site.get(area, address)).body).toContain('I never lit a fire.')
  expect((await site.get(area, `/cases/${danny.id}/notes`)).body).toContain('The person sees it otherwise')
  const [kept] = await world.inspect('select basis, own_request_id as id from correction where own_request_id = $1', [
    id,
  ])
  expect(kept).toEqual({ basis: 'SELF_REPORT', id })
})

test('a statement beside a mentoring note goes to no prison, probation or police', async () => {
  const charity = await world.aWorkerAt('Open Door', { kind: 'charity' })
  const other = await world.aWorkerAt('Next Step', { kind: 'charity' })
  for (const actor of [charity, other]) await party(actor, 'ALLOCATED', actor.userId)
  noteId = await aNote(world, charity, danny.id, { body: 'He spoke of home.', part: 'mentoring' })

  await say('STATEMENT', { words: 'That is not what I said.' }, charity)

  const told = await Promise.all([other, prison, area].map(inboxOf))
  expect(told.map((body) => body.includes('Danny Okafor'))).toEqual([true, false, false])
})

test('half a form is shown again with what was typed', async () => {
  const half = await site.post(prison, path(), { kind: 'CORRECTION', words: ' ', fact: '' })

  expect(half.statusCode).toBe(422)
  for (const shown of ['Choose what it is about', 'Say what everybody should know']) expect(half.body).toContain(shown)
})
