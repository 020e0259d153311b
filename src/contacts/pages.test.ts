import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aNote } from './builders.ts'
import { listNotes } from './index.ts'

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

async function aPrisonWithCase() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  return { prison, caseId }
}
const when = { 'happenedOn-day': '1', 'happenedOn-month': '3', 'happenedOn-year': '2026', happenedTime: '14.10' }

test('a note stands on the list with who wrote it, when, how long and what the person said', async () => {
  const { prison, caseId } = await aPrisonWithCase()

  const note = { kind: 'KEY_WORK', body: 'We spoke about work.', ownWords: 'I can do the rest.', lengthInMinutes: '25' }
  const sent = await site.post(prison, `/cases/${caseId}/notes`, {
    ...note,
    ...when,
    pathway: 'EDUCATION_SKILLS_AND_WORK',
  })
  const list = await site.get(prison, `/cases/${caseId}/notes`)

  expect(sent.statusCode).toBe(303)
  for (const part of [
    'Sunday 1 March 2026',
    'Key work session',
    'Amira Khan, HMP Fernhall, 14:10, 25 minutes',
    'own words',
  ])
    expect(list.body).toContain(part)
})

test('a form sent twice is led to the one note; sent again with other words it is told that these are not kept, and shows them', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const formId = newId()
  const send = (body: string) => site.post(prison, `/cases/${caseId}/notes`, { kind: 'PHONE', body, ...when, formId })

  const [first, twice] = [await send('He has a room.'), await send('He has a room.')]
  const other = await send('He lost the room.') // came back to the page, wrote, and sent it

  expect([first.statusCode, twice.statusCode, other.statusCode]).toEqual([303, 303, 409])
  expect(twice.headers.location).toBe(first.headers.location)
  for (const said of ['sent before with other words', 'He lost the room.']) expect(other.body).toContain(said)
  const notes = await world.database.read(prison, (reading) => listNotes(reading, caseId, { limit: 50 }))
  expect(notes.map(({ body }) => body)).toEqual(['He has a room.'])
})

test('a note with nothing in it, in the future or at no time is told so, and what was typed is kept', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const send = (form: Record<string, string>) => site.post(prison, `/cases/${caseId}/notes`, { kind: 'PHONE', ...form })

  const empty = await send({ body: ' ', ownWords: '' })
  const future = await send({ body: 'Kept', ...when, 'happenedOn-year': '2027' })
  const noTime = await send({ body: 'Kept <b>', ...when, happenedTime: '25:00', lengthInMinutes: 'many' })

  expect([empty.statusCode, future.statusCode, noTime.statusCode]).toEqual([422, 422, 422])
  expect(empty.body).toContain('Write what happened')
  expect(future.body).toContain('not in the future')
  for (const part of ['Enter a time', 'minutes as a number', 'Kept &lt;b&gt;']) expect(noTime.body).toContain(part)
})

test('a form that was sent twice writes one note', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const form = { kind: 'PHONE', body: 'Once.', formId: newId() }

  const answers = [
    await site.post(prison, `/cases/${caseId}/notes`, form),
    await site.post(prison, `/cases/${caseId}/notes`, form),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect(answers[1]!.headers.location).toBe(answers[0]!.headers.location)
  expect(await world.database.read(prison, (reading) => listNotes(reading, caseId, { limit: 5 }))).toHaveLength(1)
})

test('its author corrects a note, and what it said before can be read', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const id = await aNote(world, prison, caseId, { body: 'Met on the wing.' })

  const form = await site.get(prison, `/notes/${id}/correct`)
  const sent = await site.post(prison, `/notes/${id}`, {
    kind: 'CONTACT',
    body: 'Met in education.',
    version: '1',
    ...when,
  })
  const note = await site.get(prison, `/notes/${id}`)

  expect(form.body).toContain('>Met on the wing.</textarea>')
  expect(sent.statusCode).toBe(303)
  for (const part of ['Met in education.', 'What it said before', 'Met on the wing.']) expect(note.body).toContain(part)
})

test('a colleague cannot correct it; a withdrawal needs its reason', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const colleague = await world.aColleagueOf(prison)
  const id = await aNote(world, prison, caseId)

  const byColleague = await site.get(colleague, `/notes/${id}/correct`)
  const noReason = await site.post(prison, `/notes/${id}/withdrawal`, { reason: '', version: '1' })
  const withdrawn = await site.post(prison, `/notes/${id}/withdrawal`, { reason: 'Another Danny', version: '1' })
  const list = await site.get(prison, `/cases/${caseId}/notes`)

  expect([byColleague.statusCode, noReason.statusCode, withdrawn.statusCode]).toEqual([403, 422, 303])
  expect(list.body).toContain('Withdrawn: Another Danny')
})

test('of two windows the second is shown both versions and loses nothing', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const id = await aNote(world, prison, caseId, { body: 'First.' })
  const save = (body: string, version: string) =>
    site.post(prison, `/notes/${id}`, { kind: 'CONTACT', body, version, ...when })

  await save('From one window.', '1')
  const second = await save('From the other.', '1')
  const kept = await save('From the other.', '2')

  expect(second.statusCode).toBe(409)
  for (const part of [
    'You changed this in another window',
    'From one window.',
    'From the other.',
    'name="version" value="2"',
  ])
    expect(second.body).toContain(part)
  expect(kept.statusCode).toBe(303)
})

test('the list is filtered by kind, in Italian too', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  await aNote(world, prison, caseId, { kind: 'PHONE', body: 'Rang the bank.' })
  await aNote(world, prison, caseId, { kind: 'DECISION', body: 'Moved to B wing.' })

  const filtered = await site.get(prison, `/cases/${caseId}/notes?kind=PHONE`, {
    headers: { 'accept-language': 'it' },
  })

  expect(filtered.body).toContain('Rang the bank.')
  expect(filtered.body).not.toContain('Moved to B wing.')
})
