import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aNote } from '../contacts/builders.ts'
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

const canary = 'He says the boat leaves on Friday'
const reason = 'He means to hurt his brother on Friday.'

async function aMentoringNote() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const record = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  const manager = await world.aWorkerAt('Open Door', { kind: 'charity', roles: ['MANAGER'] })
  const mentor = await world.aColleagueOf(manager, { name: 'Rosa Lind' })
  await world.inspect(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'MENTOR', current_date, $2)`,
    [record.id, mentor.agencyId, mentor.userId],
  )
  const noteId = await aNote(world, mentor, record.id, { part: 'mentoring', body: canary })
  await aNote(world, mentor, record.id, { part: 'mentoring', body: 'Another note altogether' })
  const police = await world.aWorkerAt('Wexley Police', { kind: 'police', roles: ['MANAGER'] })
  return { prison, record, manager, mentor, noteId, police }
}

const open = (actor: Actor, noteId: string, to: Actor, why = reason) =>
  site.post(actor, `/notes/${noteId}/opening`, { toAgencyId: to.agencyId, reason: why })
const openingOf = async (noteId: string) =>
  (await world.inspect<{ id: string }>('select id from note_opening where note_id = $1', [noteId]))[0]!.id

test('one note opens to one agency, which reads it and nothing else of the case', async () => {
  const { record, mentor, noteId, police } = await aMentoringNote()
  const council = await world.aWorkerAt('Council', { kind: 'council' })

  const opened = await open(mentor, noteId, police)

  const place = `/safeguarding/${await openingOf(noteId)}`
  const list = await site.get(police, '/safeguarding')
  const read = await site.get(police, place)
  expect(opened.statusCode).toBe(303)
  expect(list.body).toContain(place)
  expect(list.body).not.toContain('Danny')
  for (const part of [canary, 'Danny Okafor', reason, 'Rosa Lind, Open Door']) expect(read.body).toContain(part)
  expect(read.body).not.toContain('Another note altogether')
  const closed = [place, `/cases/${record.id}`, `/notes/${noteId}`]
  expect((await site.get(council, place)).statusCode).toBe(404)
  for (const url of closed.slice(1)) expect((await site.get(police, url)).statusCode, url).toBe(404)
})

test('it is told without case facts, and each reading is a look with its reason', async () => {
  const { record, mentor, noteId, police } = await aMentoringNote()

  await open(mentor, noteId, police)
  await site.get(police, `/safeguarding/${await openingOf(noteId)}`)

  const mails = await world.inspect<{ text: string }>(
    'select subject || body as text from mail where to_account_id = $1',
    [police.userId],
  )
  expect(mails).toHaveLength(1)
  for (const fact of ['Danny', 'Okafor', 'Rosa', 'brother', 'boat']) expect(mails[0]!.text).not.toContain(fact)
  const looks = await world.inspect(
    `select account_id, action, reason from audit where $1 = any(case_ids) and action in ('disclose', 'consult') and reason is not null order by id`,
    [record.id],
  )
  expect(looks).toEqual([
    { account_id: mentor.userId, action: 'disclose', reason },
    { account_id: police.userId, action: 'consult', reason },
  ])
})

test('its author or a manager of the charity opens and closes it; nobody else, nor with a short reason', async () => {
  const { prison, manager, mentor, noteId, police } = await aMentoringNote()
  const volunteer = await world.aColleagueOf(manager)

  const refused = [
    await open(prison, noteId, police),
    await open(volunteer, noteId, police),
    await open(mentor, noteId, police, 'Danger'),
  ]
  const opened = await open(manager, noteId, police)
  const place = `/safeguarding/${await openingOf(noteId)}`
  const closedByReceiver = await site.post(police, `${place}/close`, {})
  const closed = await site.post(mentor, `${place}/close`, {})
  const closedByManager = await site.post(manager, `${place}/close`, {})

  expect(refused.map(({ statusCode }) => statusCode)).toEqual([404, 403, 422])
  expect(opened.statusCode).toBe(303)
  expect([closedByReceiver.statusCode, closed.statusCode, closedByManager.statusCode]).toEqual([403, 403, 303])
  expect((await site.get(police, place)).statusCode).toBe(404)
})

test('a note that is withdrawn closes by itself, and other notes need no door', async () => {
  const { record, mentor, noteId, police, prison } = await aMentoringNote()
  await open(mentor, noteId, police)
  const plain = await aNote(world, prison, record.id)

  await site.post(mentor, `/notes/${noteId}/withdrawal`, { reason: 'About somebody else', version: '1' })

  expect((await site.get(police, `/safeguarding/${await openingOf(noteId)}`)).statusCode).toBe(404)
  expect((await open(prison, plain, police)).statusCode).toBe(404)
})
