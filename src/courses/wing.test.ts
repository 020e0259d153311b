import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { type Prepared, type SealedNote, seal } from '../platform/web/scripts/wing-seal.ts'
import { aCharity, aRunningCourse, inTheGroup, marked, places } from './builders.ts'
import { leave } from './keep-places.ts'
import { cancelSession, changeSession } from './keep-session.ts'
import { readRegister } from './queries/register.ts'
import { getSession } from './queries/sessions.ts'

// A register that was taken on a wing without a network comes late: nothing marked is lost, and nothing newer is undone.

let world: World
let site: Site
let ana: Actor
let ben: Actor
let session: { id: string; startsAt: Date; version: number }
let courseId: string
const nine = new Date('2026-03-02T09:30:00Z') // the page was opened where there is a network
const at = (steps: number) => new Date(nine.getTime() + steps * 240_000) // four minutes each: nobody is signed out
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  ana = await aCharity(world)
  ben = await world.aColleagueOf(ana, { name: 'Ben Okoro' })
})
beforeEach(async () => {
  const made = await aRunningCourse(world, ana, ['Danny', 'Kim', 'Robin', 'Sam'])
  courseId = made.courseId
  session = made.sessions[0]!
})
afterEach(() => {
  world.time.now = nine
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const lines = async () =>
  world.database.read(ana, async (reading) => readRegister(reading, await getSession(reading, session.id)))
const standing = async () =>
  (await lines()).map(({ name, marks, differs }) => [
    name.split(' ')[0],
    ...marks.map(({ takenByName, mark, isOfOldTime }) => `${takenByName[0]} ${mark}${isOfOldTime ? ' OLD' : ''}`),
    ...(differs ? ['DIFFERS'] : []),
  ])

/** What a device sends: marked by given name, some minutes later, on a page that was opened at half past nine. */
async function onTheWing(
  actor: Actor,
  marks: Record<string, string>,
  { step = 1, note = '', why = '', rest = '', id = newId() } = {},
): Promise<SealedNote> {
  const group = await lines()
  const form: Record<string, string> = {
    ...Object.fromEntries(group.map(({ placeId }) => [`place-${placeId}`, '1'])),
    ...{ sessionId: session.id, starts: session.startsAt.toISOString(), seen: nine.toISOString() },
    ...{ note, rest, to: '/course-sessions', writtenAt: String(at(step).getTime()) },
  }
  for (const [name, mark] of Object.entries(marks)) {
    const { placeId } = group.find((line) => line.name.startsWith(name))!
    Object.assign(form, { [`mark-${placeId}`]: mark, [`why-${placeId}`]: why })
  }
  const told = (await site.get(actor, '/course-sessions/seal-key')).json() as Prepared
  return seal(new URLSearchParams(form).toString(), id, { ...told, at: 0 })
}

async function send(actor: Actor | undefined, { at: _, ...note }: SealedNote, step = 3) {
  world.time.now = at(step)
  const answer = await site.post(actor, '/course-sessions/sealed', { ...note }, { headers: { accept: 'application/json' } }) // biome-ignore format: one line
  return answer.statusCode === 200 ? (answer.json() as { state: string }).state : answer.statusCode
}
const page = async (actor: Actor, address: string) => (await site.get(actor, address)).body

test('it is kept once, under its author’s name and the hour at which it was taken, and nobody else can send it', async () => {
  const register = await onTheWing(ana, { Kim: 'LATE', Sam: 'ABSENT_ACCEPTABLE' }, { rest: 'ATTENDED', why: 'Court', note: 'A good first round.' }) // biome-ignore format: one line

  const states = [await send(ben, register), await send(undefined, register), await send(ana, register), await send(ana, register)] // biome-ignore format: one line

  expect(states).toEqual([403, 401, 'filed', 'already'])
  expect(await standing()).toEqual([
    ['Danny', 'A ATTENDED'],
    ['Kim', 'A LATE'],
    ['Robin', 'A ATTENDED'],
    ['Sam', 'A ABSENT_ACCEPTABLE'],
  ])
  const [danny] = await lines()
  expect([danny!.marks[0]!.writtenAt, danny!.marks[0]!.markedAt].map((text) => new Date(text!))).toEqual([at(1), at(3)])
  expect(await page(ben, `/course-sessions/${session.id}/register`)).toMatch(
    /Ana Silva marked “Late” without a network, .*09:34; it came at 09:42/,
  )
  expect(await page(ben, `/course-sessions/${session.id}/register`)).toContain('A good first round.')
})

test('another facilitator took the same register meanwhile: both are shown, and nothing counts until somebody looks', async () => {
  const register = await onTheWing(ana, { Danny: 'ATTENDED', Kim: 'ATTENDED' })
  world.time.now = at(2)
  await marked(world, ben, session.id, { Danny: 'ABSENT_UNACCEPTABLE', Kim: 'ATTENDED' })

  expect(await send(ana, register)).toBe('filed')

  expect((await standing()).slice(0, 2)).toEqual([
    ['Danny', 'A ATTENDED', 'B ABSENT_UNACCEPTABLE', 'DIFFERS'],
    ['Kim', 'A ATTENDED', 'B ATTENDED'],
  ])
})

test('what its author marked later at a desk stays; the late one waits for them alone, and they settle it', async () => {
  const register = await onTheWing(ana, { Danny: 'ABSENT_UNACCEPTABLE', Kim: 'LATE' }, { note: 'From the wing' })
  world.time.now = at(2)
  await marked(world, ana, session.id, { Danny: 'ATTENDED' }, { note: 'From the desk' })

  expect(await send(ana, register)).toBe('aside')

  expect((await standing()).slice(0, 2)).toEqual([['Danny', 'A ATTENDED'], ['Kim']])
  const address = `/course-sessions/unfiled/${register.id}`
  expect(await page(ana, '/')).toContain('One register from the wing waits for you')
  expect(await page(ana, '/course-sessions/unfiled')).toContain('You marked the same session otherwise after this')
  const shown = await page(ana, address)
  for (const words of ['You marked “Here”', 'From the wing', 'From the desk']) expect(shown).toContain(words)
  expect((await site.get(ben, address)).statusCode).toBe(404)
  expect(await page(ben, '/course-sessions/unfiled')).toContain('All your registers are kept')
  const [danny, kim] = await lines()
  const form = { formId: newId(), seen: world.time.now.toISOString(), note: '', [`place-${danny!.placeId}`]: '1', [`mark-${danny!.placeId}`]: 'ATTENDED', [`place-${kim!.placeId}`]: '1', [`mark-${kim!.placeId}`]: 'LATE' } // biome-ignore format: one line
  expect((await site.post(ana, address, form)).headers.location).toBe(`/courses/${courseId}?done=register`)
  expect((await standing()).slice(0, 2)).toEqual([['Danny', 'A ATTENDED'], ['Kim', 'A LATE']]) // biome-ignore format: one line
  expect(await world.inspect('select said, settled_as from unfiled_register where id = $1', [register.id])).toEqual([{ said: {}, settled_as: 'FILED' }]) // biome-ignore format: one line
})

test('two registers from the same device follow each other: the second mends the first, its reason and words stay', async () => {
  const first = await onTheWing(ana, { Danny: 'ABSENT_ACCEPTABLE', Kim: 'ABSENT_ACCEPTABLE' }, { why: 'Court', note: 'Two missing.' }) // biome-ignore format: one line
  const second = await onTheWing(ana, { Danny: 'ABSENT_ACCEPTABLE', Kim: 'LATE' }, { step: 1.5, note: 'Kim came.' })

  expect([await send(ana, first), await send(ana, second)]).toEqual(['filed', 'filed'])

  const [danny, kim] = await lines()
  expect([danny!.marks[0]!.mark, danny!.marks[0]!.why, kim!.marks[0]!.mark]).toEqual(['ABSENT_ACCEPTABLE', 'Court', 'LATE']) // biome-ignore format: one line
  expect(await page(ben, `/course-sessions/${session.id}/register`)).toMatch(/Two missing\.\s+Kim came\./)
})

test('the session was moved or called off before the register came: it counts for its own time, or waits with what it says', async () => {
  const moved = await onTheWing(ana, { Danny: 'ATTENDED' })
  const to = { lengthInMinutes: 120, ownPlan: '', startsAt: at(48), version: session.version, isCorrection: false }
  await world.database.change(ana, (change) => changeSession(change, session.id, to))
  expect(await send(ana, moved)).toBe('filed')
  expect((await standing())[0]).toEqual(['Danny', 'A ATTENDED OLD'])

  const off = await onTheWing(ana, { Danny: 'ATTENDED' }, { note: 'Held all the same.' })
  await world.database.change(ana, (change) => cancelSession(change, session.id))
  expect(await send(ana, off)).toBe('aside')
  const shown = await page(ana, `/course-sessions/unfiled/${off.id}`)
  for (const words of ['called off before the register came', 'Held all the same.']) expect(shown).toContain(words)
  await site.post(ana, `/course-sessions/unfiled/${off.id}/removal`, { formId: newId() })
  expect(await send(ana, off)).toBe('already')
  expect((await site.get(ana, `/course-sessions/unfiled/${off.id}`)).statusCode).toBe(404)
})

test('whoever left the group after it is marked all the same, and a number is never given to somebody else', async () => {
  const numbers = Object.fromEntries((await lines()).map(({ name, number }) => [name.split(' ')[0], number]))
  const register = await onTheWing(ana, { Danny: 'ATTENDED' })
  const danny = (await places(world, ana, courseId)).find(({ name }) => name.startsWith('Danny'))!
  await world.database.change(ana, (change) =>
    leave(change, danny.id, { version: danny.version, how: 'WITHDRAWN', code: 'MOVED', words: '' }),
  )
  await inTheGroup(world, ana, courseId, ['Alex'])

  expect(await send(ana, register)).toBe('filed')

  expect((await standing()).filter(([name]) => name === 'Danny')).toEqual([['Danny', 'A ATTENDED']])
  const now = Object.fromEntries((await lines()).map(({ name, number }) => [name.split(' ')[0], number]))
  expect(now).toEqual({ ...numbers, Alex: 5 })
})

test('a register of another agency’s session is kept for its author, tells nothing of the session, and is marked nowhere', async () => {
  const stranger = await aCharity(world, 'Another Way')
  const register = await onTheWing(stranger, { Danny: 'ATTENDED' })

  expect(await send(stranger, register)).toBe('aside')

  expect(await page(stranger, '/course-sessions/unfiled')).toContain('A session that you do not see any more')
  expect((await standing())[0]).toEqual(['Danny'])
  expect((await site.post(stranger, `/course-sessions/unfiled/${register.id}`, { formId: newId(), seen: nine.toISOString() })).statusCode).toBe(404) // biome-ignore format: one line
})

test('the page that is kept on the device is the same for everybody, and what its page leaves there names nobody', async () => {
  const shells = await Promise.all([ana, ben, undefined].map((actor) => site.get(actor, '/course-sessions/shell')))
  const [first, ...others] = shells.map(({ body }) => body)
  expect(others).toEqual([first, first])

  const shown = await page(ana, `/course-sessions/${session.id}/register`)
  const device = /data-sealed-register="([^"]*)"/.exec(shown)![1]
  for (const word of ['Ana', 'Danny', 'Rivers', 'Second Step', 'Mill', 'LifeChange']) {
    expect(first).not.toContain(word)
    expect(device).not.toContain(word)
  }
})
