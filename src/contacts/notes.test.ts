import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aNote } from './builders.ts'
import { correctNote, listNotes, type NotePart, withdrawNote, writeNoteLast } from './index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const notesOf = (actor: Actor, caseId: string) =>
  world.database.read(actor, (reading) => listNotes(reading, caseId, { limit: 50 }))
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (refusal) => refusal.code,
  )
const correction = {
  kind: 'CONTACT' as const,
  body: 'Met in education.',
  ownWords: '',
  happenedAt: new Date('2026-03-01T10:00:00Z'),
  lengthInMinutes: null,
}

test('a note is seen with its author, agency and time by those who see that part of the case', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const colleague = await world.aColleagueOf(prison)
  const stranger = await world.aWorkerAt('Police', { kind: 'police' })
  const { id: caseId } = await aCase(world, prison)

  await aNote(world, prison, caseId, { body: 'He rang his mother.', ownWords: 'I can do the rest.' })

  const seen = { body: 'He rang his mother.', authorName: 'Amira Khan', agencyName: 'HMP Fernhall' }
  expect(await notesOf(prison, caseId)).toMatchObject([{ ...seen, happenedAt: world.time.now }])
  expect(await notesOf(colleague, caseId)).toMatchObject([seen]) // an agency sees what it wrote itself
  expect(await notesOf(stranger, caseId)).toEqual([])
})

test('nobody writes in a part of the case that is closed to them, nor on a case that does not exist for them', async () => {
  const prison = await world.aWorkerAt('Prison')
  const stranger = await world.aWorkerAt('Police', { kind: 'police' })
  const { id: caseId } = await aCase(world, prison)

  const health = await codeOf(aNote(world, prison, caseId, { part: 'health' }))
  const unseen = await codeOf(aNote(world, stranger, caseId))

  expect([health, unseen]).toEqual(['note.part-closed', 'case.not-found'])
})

test('a note that goes out with the end of its change is refused as any other, and nothing of that change is kept', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId, personId } = await aCase(world, prison)
  const write = (part: NotePart, id: string) =>
    world.database.change(prison, async (change) => {
      change.record({ name: 'case.opened', subjectId: id, caseId, fieldGroup: 'identity' })
      return writeNoteLast(change, caseId, { id, kind: 'CONTACT', part, body: 'She asked for her letters.' })
    })
  const [kept, refused] = [newId(), newId()]

  const ends = [await codeOf(write('notes', kept)), await codeOf(write('health', refused))]

  expect(ends).toEqual(['done', 'note.part-closed'])
  expect(await notesOf(prison, caseId)).toMatchObject([{ id: kept, personId }])
  const said = await world.inspect('select name, person_id from event where subject_id = any($1) order by name', [
    [kept, refused],
  ])
  expect(said).toEqual([
    { name: 'case.opened', person_id: personId }, // of a case, and so of its person
    { name: 'note.written', person_id: personId },
  ])
})

test('a corrected note keeps what it said before', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const id = await aNote(world, prison, caseId, { body: 'Met on the wing.', ownWords: 'Fine.' })

  await world.database.change(prison, (change) => correctNote(change, id, 1, correction))

  const [note] = await notesOf(prison, caseId)
  expect(note).toMatchObject({ body: 'Met in education.', version: 2, correctedAt: world.time.now })
  expect(note!.earlier).toMatchObject([{ body: 'Met on the wing.', ownWords: 'Fine.' }])
})

test('only its author corrects or withdraws a note, in the operation and in the database', async () => {
  const prison = await world.aWorkerAt('Prison')
  const colleague = await world.aColleagueOf(prison)
  const { id: caseId } = await aCase(world, prison)
  const id = await aNote(world, prison, caseId)

  const attempt = (work: Parameters<typeof world.database.change>[1]) => codeOf(world.database.change(colleague, work))
  const corrected = await attempt((change) => correctNote(change, id, 1, correction))
  const withdrawn = await attempt((change) => withdrawNote(change, id, 1, 'Wrong person'))
  const { numUpdatedRows } = await world.database.change(colleague, async (change) => {
    change.record({ name: 'smuggled', subjectId: id, caseId, fieldGroup: 'notes' })
    return change.db.updateTable('note').set({ body: 'x' }).where('id', '=', id).executeTakeFirst()
  })

  expect([corrected, withdrawn]).toEqual(['note.not-yours', 'note.not-yours'])
  expect(numUpdatedRows).toBe(0n)
})

test('a withdrawn note stays with its reason, cannot be changed again, and is no longer the last contact', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const id = await aNote(world, prison, caseId, { happenedAt: new Date('2026-01-05T10:00:00Z') })
  const lastContact = () => world.inspect('select last_contact_at as at from case_summary where case_id = $1', [caseId])
  expect(await lastContact()).toEqual([{ at: new Date('2026-01-05T10:00:00Z') }])

  await world.database.change(prison, (change) => withdrawNote(change, id, 1, 'About somebody else'))
  const again = await codeOf(world.database.change(prison, (change) => correctNote(change, id, 2, correction)))

  expect(again).toBe('note.withdrawn')
  expect(await notesOf(prison, caseId)).toMatchObject([{ id, withdrawnReason: 'About somebody else' }])
  expect(await lastContact()).toEqual([{ at: null }])
})

test('of two tabs that correct one note the second is told', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const id = await aNote(world, prison, caseId)
  await world.database.change(prison, (change) => correctNote(change, id, 1, correction))

  const second = await codeOf(world.database.change(prison, (change) => correctNote(change, id, 1, correction)))

  expect(second).toBe('note.changed-meanwhile')
})

test('a list of notes goes on where the page before ended', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  for (const kind of ['CONTACT', 'PHONE', 'CONTACT', 'PHONE'] as const) await aNote(world, prison, caseId, { kind })

  const all = await notesOf(prison, caseId)
  const page = (before?: string) =>
    world.database.read(prison, (reading) => listNotes(reading, caseId, { before, limit: 3 }))
  const first = await page()
  const rest = await page(first.at(-1)!.id)
  const calls = await world.database.read(prison, (reading) =>
    listNotes(reading, caseId, { filter: { kind: 'PHONE' }, limit: 50 }),
  )

  expect([...first, ...rest]).toEqual(all)
  expect(calls.map(({ kind }) => kind)).toEqual(['PHONE', 'PHONE'])
})
