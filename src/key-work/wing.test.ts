import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSeal } from '../platform/sealing/open-seal.ts'
import { currentKey, findKey, rotateKey } from '../platform/sealing/seal-keys.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { type Prepared, type SealedNote, seal } from '../platform/web/scripts/wing-seal.ts'

// A device that is lost on the wing reveals nothing; what was typed on it is never lost.

let world: World
let site: Site
let amira: Actor
let ben: Actor
let danny: { id: string; personId: string }
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  ben = await world.aColleagueOf(amira, { name: 'Ben Cole' })
  danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

/** What the page tells the browser of a worker: to which key it seals, and under which mark it sends. */
async function prepared(actor: Actor): Promise<Prepared> {
  const answer = await site.get(actor, '/key-work/seal-key')
  return { ...(answer.json() as Prepared), at: Date.now() }
}
const text = (said: Record<string, string> = {}) =>
  new URLSearchParams({ who: 'A1234BC', kind: 'SESSION', body: 'He rang his mother.', writtenAt: String(world.time.now.getTime() - 3_600_000), ...said }).toString() // biome-ignore format: one line
const sealedBy = async (actor: Actor, said?: Record<string, string>, id = newId()) =>
  seal(text(said), id, await prepared(actor))
async function send(actor: Actor | undefined, { at: _, ...note }: SealedNote) {
  const answer = await site.post(actor, '/key-work/sealed', { ...note }, { headers: { accept: 'application/json' } })
  return answer.statusCode === 200 ? (answer.json() as { state: string }).state : answer.statusCode
}
const notes = (caseId = danny.id) => world.inspect<{ body: string }>('select body from note where case_id = $1', [caseId]) // biome-ignore format: one line

test('a lost device reveals nothing: what is kept on it has no name, number or word in it, and its length says little', async () => {
  const short = await sealedBy(amira)
  const long = await sealedBy(amira, { body: 'He rang his mother. '.repeat(20) })

  const kept = JSON.stringify([short, await prepared(amira)])
  for (const word of ['A1234BC', 'Danny', 'mother', 'Amira', amira.userId, danny.id]) expect(kept).not.toContain(word)
  expect(short.sealed.length).toBe(long.sealed.length)
  expect(short.ephemeral).not.toBe(long.ephemeral)
})

test('sent twice is once, under the author’s name and the hour at which it was written', async () => {
  const note = await sealedBy(amira, { body: 'Once.' })

  expect([await send(amira, note), await send(amira, note)]).toEqual(['filed', 'already'])

  const filed = await world.inspect(
    `select author_id, happened_at, k.is_from_wing from note n join key_work_session k on k.note_id = n.id where body = 'Once.'`,
  )
  expect(filed).toEqual([{ author_id: amira.userId, happened_at: new Date('2026-03-02T08:30:00Z'), is_from_wing: true }]) // biome-ignore format: one line
})

test('on a shared machine a colleague can neither send another’s note nor make it theirs, and its author still can', async () => {
  const note = await sealedBy(amira, { body: 'Amira wrote this.' })

  const asIs = await send(ben, note)
  const asTheirs = await send(ben, { ...note, author: (await prepared(ben)).author })
  const asNobody = await send(undefined, note)

  expect([asIs, asTheirs, asNobody]).toEqual([403, 400, 401])
  expect((await notes()).filter(({ body }) => body === 'Amira wrote this.')).toEqual([])
  expect(await send(amira, note)).toBe('filed')
})

test('a note that was altered on the device does not open', async () => {
  const note = await sealedBy(amira)
  const turned = note.sealed.startsWith('A') ? `B${note.sealed.slice(1)}` : `A${note.sealed.slice(1)}`

  expect(await send(amira, { ...note, sealed: turned })).toBe(400)
  expect(await send(amira, { ...note, id: newId() })).toBe(400)
})

describe('what cannot be filed is kept for its author alone, with the text', () => {
  const kept = async (said: Record<string, string>) => {
    const note = await sealedBy(amira, said)
    return { id: note.id, state: await send(amira, note), page: (await site.get(amira, '/key-work/unfiled')).body }
  }

  test('a mistyped number, then mended', async () => {
    const { id, state, page } = await kept({ who: 'A9999ZZ', body: 'Mistyped number.' })
    const theirs = await site.get(ben, `/key-work/unfiled/${id}`)
    const form = { formId: newId(), kind: 'SESSION', body: 'Mistyped number.' }
    const still = await site.post(amira, `/key-work/unfiled/${id}`, { ...form, who: 'A8888ZZ' })
    const filed = await site.post(amira, `/key-work/unfiled/${id}`, { ...form, formId: newId(), who: 'A1234BC' })

    expect(state).toBe('aside')
    expect(page).toContain('Mistyped number.')
    expect(theirs.statusCode).toBe(404)
    expect(still.body).toContain('You see nobody with this number or code')
    expect(filed.headers.location).toBe(`/key-work?done=${id}`)
    expect((await notes()).map(({ body }) => body)).toContain('Mistyped number.')
    expect(await world.inspect('select said from unfiled_note where id = $1', [id])).toEqual([{ said: {} }])
  })

  test('a closed case, and somebody whom the author no longer works with', async () => {
    const closed = await aCase(world, amira, { number: 'A2222BB' })
    await world.inspect(`update case_file set ended_on = '2026-03-01' where id = $1`, [closed.id])
    const lost = await aCase(world, ben, { number: 'A3333CC' })

    const first = await kept({ who: 'A2222BB', body: 'After the end.' })
    const second = await kept({ who: 'A3333CC', body: 'Not mine any more.' })

    expect(first.page).toContain('The case was closed before the note came.')
    expect(second.page).toMatch(/You see nobody with this number or code|You do not write notes about this person now/)
    expect(second.page).toContain('Not mine any more.')
    expect([...(await notes(closed.id)), ...(await notes(lost.id))]).toEqual([])
  })

  test('a note without words, then thrown away: nothing of it is left, and a second sending brings nothing back', async () => {
    const note = await sealedBy(amira, { body: '', ownWords: '' })
    expect(await send(amira, note)).toBe('aside')
    expect((await site.get(amira, '/')).body).toContain('from the wing could not be filed')

    const removed = await site.post(amira, `/key-work/unfiled/${note.id}/removal`, { formId: newId() })

    expect(removed.statusCode).toBe(303)
    expect(await send(amira, note)).toBe('already')
    expect((await site.get(amira, `/key-work/unfiled/${note.id}`)).statusCode).toBe(404)
  })
})

test('a key that was replaced still opens what was sealed to it, and a foreign one opens nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  const first = await currentKey(folder)
  const next = await rotateKey(folder)
  const here = await currentKey()
  const note = await seal('Before.', newId(), { key: here.publicKey, keyId: here.id, author: 'a', at: 0 })
  const foreign = await seal('Foreign.', newId(), { key: next.publicKey, keyId: next.id, author: 'a', at: 0 })
  await rotateKey()

  expect((await currentKey(folder)).id).toBe(next.id)
  expect(findKey(first.id, folder)).toEqual(first)
  expect((await currentKey()).id).not.toBe(here.id)
  expect(await openSeal(note)).toMatch(/^Before\.&pad=-+$/)
  expect(await openSeal(foreign)).toBeUndefined()
  rmSync(folder, { recursive: true })
})

test('the page that is kept on the device is the same for everybody and names nobody', async () => {
  const pages = await Promise.all([amira, ben, undefined].map((actor) => site.get(actor, '/key-work/shell')))

  const [first, ...others] = pages.map(({ body }) => body)
  expect(others).toEqual([first, first])
  for (const word of ['Amira', 'Fernhall', 'Sign out']) expect(first).not.toContain(word)
})
