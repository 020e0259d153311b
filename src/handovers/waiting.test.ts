import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { addSupervision } from '../cases/index.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aHandover, aMeeting, anAnswer } from './builders.ts'
import { handoverJobs } from './jobs.ts'

let world: World
let site: Site
let begun: Date
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  begun = world.time.now
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

let amira: Actor
let jo: Actor
let danny: BuiltCase
beforeEach(async () => {
  world.time.now = begun
  await world.inspect('delete from person_identifier')
  amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  jo = await world.aWorkerAt('Wexley Probation', { name: 'Jo Bell', kind: 'probation' })
  danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
  await world.database.change(amira, (change) => addSupervision(change, danny.id, { agencyId: jo.agencyId }))
})

const later = (days: number) => {
  world.time.now = new Date(begun.getTime() + days * 86_400_000)
}
const chase = () =>
  handoverJobs['chase-handovers']!(
    { database: world.database, actor: systemFor(amira.agencyId), actingFor: systemFor, log } as never,
    {},
  )
const newsOf = (actor: Actor) =>
  world.inspect<{ name: string }>(
    `select name from alert where account_id = $1 and name like 'handover.%' order by made_at, name`,
    [actor.userId],
  )
const leavesOn = (day: string) =>
  world.inspect('update case_summary set agency_id = $2, release_on = $3 where case_id = $1', [
    danny.id,
    amira.agencyId,
    day,
  ])

async function atTheDoor(): Promise<{ headers: { cookie: string } }> {
  const started = await site.post(amira, `/cases/${danny.id}/own-door`, {})
  const code = /\d{4} \d{4}/.exec(started.body)![0]
  const { headers } = await site.post(undefined, '/me', { number: 'A1234BC', code })
  return { headers: { cookie: String(headers['set-cookie']).split(';')[0]! } }
}

test('the person reads at their own door who will work with them and what was agreed, says no with their words, then yes', async () => {
  const id = await aHandover(world, amira, danny.id, jo)
  const points = [{ words: 'Ring on Monday', who: 'RECEIVER', dueOn: null }] as const
  await aMeeting(world, amira, id, { points })
  const door = await atTheDoor()
  const send = (form: Record<string, string>) => site.post(undefined, '/me/handover', form, door)

  const page = await site.get(undefined, '/me/handover', door)
  const wordless = await send({ answer: 'no', words: '' })
  const no = await send({ answer: 'no', words: 'I do not know Jo.' })
  const worker = await site.get(jo, `/handovers/${id}`)
  const yes = await send({ answer: 'yes', words: '' })

  for (const shown of ['Amira Khan', 'Jo Bell', 'Ring on Monday', 'I want one person to ring.'])
    expect(page.body).toContain(shown)
  expect([wordless, no, yes].map(({ statusCode }) => statusCode)).toEqual([422, 303, 303])
  for (const shown of ['I do not know Jo.', 'At their own door', 'Amira Khan must act'])
    expect(worker.body).toContain(shown)
  expect((await newsOf(jo)).map(({ name }) => name)).toContain('handover.disagreed')
  expect((await site.get(jo, `/handovers/${id}`)).body).toContain('Sign and take over')
})

test('there is nothing to answer before the meeting, after it is done, or when the session is over; the words are not lost', async () => {
  const id = await aHandover(world, amira, danny.id, jo)
  const door = await atTheDoor()
  const send = () => site.post(undefined, '/me/handover', { answer: 'no', words: 'I do not know Jo.' }, door)

  const early = await send()
  await aMeeting(world, amira, id)
  later(1)
  const late = await send()

  expect([early, late].map(({ statusCode }) => statusCode)).toEqual([403, 403])
  expect(late.body).toContain('I do not know Jo.')
})

test('whoever must act is reminded after some days: first the sender, then the receiver, and nobody when it is done', async () => {
  const id = await aHandover(world, amira, danny.id, jo)
  await chase()
  const before = await newsOf(amira)
  later(10)
  await chase()
  await chase()
  const sender = await newsOf(amira)
  await aMeeting(world, amira, id)
  await anAnswer(world, amira, id, true)
  later(20)
  await chase()

  expect(before).toEqual([])
  expect(sender.map(({ name }) => name)).toEqual(['handover.chased'])
  expect((await newsOf(jo)).map(({ name }) => name).at(-1)).toBe('handover.chased')
  expect((await site.get(jo, '/')).body).toContain('1 handover waits for you')
})

test('with a death the handover ends and nobody is told or can go on', async () => {
  const id = await aHandover(world, amira, danny.id, jo)
  await aMeeting(world, amira, id)
  const told = (await newsOf(jo)).length
  await world.insert(
    `insert into movement (case_id, person_id, kind, happened_on, source, entered_by, entered_at, owner_agency_id)
     values ($1, $2, 'DEATH', '2026-03-02', 'SCREEN', $3, $4, $5)`,
    [danny.id, danny.personId, amira.userId, world.time.now, amira.agencyId],
  )
  await world.inspect(`update case_summary set died_on = '2026-03-02' where case_id = $1`, [danny.id])

  const answered = await site.post(jo, `/handovers/${id}/answer`, { answer: 'yes', answeredHow: 'SAID' })
  await chase()
  const page = await site.get(jo, `/handovers/${id}`)

  expect(answered.statusCode).toBe(409)
  expect(page.statusCode).toBe(404) // the place that was made for the receiver ended
  expect((await site.get(amira, `/handovers/${id}`)).body).toContain('It ended because the person has died')
  expect((await newsOf(jo)).length).toBe(told)
})

test('a release date that moves is said on the handover, and a meeting that would come too late', async () => {
  await leavesOn('2026-03-20')
  const id = await aHandover(world, amira, danny.id, jo)
  await leavesOn('2026-03-03')

  const page = await site.get(amira, `/handovers/${id}`)

  expect(page.body).toContain('it was Friday 20 March 2026, and is now Tuesday 3 March 2026')
  expect(page.body).toContain('for the day of release or later')
})

test('who leaves soon without a handover is on the list and on the day of those who are named, until one is proposed', async () => {
  await leavesOn('2026-03-20')
  const [list, day] = [await site.get(amira, '/handovers'), await site.get(amira, '/')]
  await aHandover(world, amira, danny.id, jo)
  const after = await site.get(amira, '/handovers')

  expect(list.body).toContain('1 person leaves soon without a handover')
  expect(day.body).toContain('1 of your people leaves soon and no handover is proposed')
  expect(after.body).not.toContain('leaves soon without a handover')
  expect(after.body).toContain('Meeting to come')
  expect(list.body).toContain(`/cases/${danny.id}/handover`)
})

test('how many workers somebody has had, and for how long two of them worked together, stands on the handover', async () => {
  const id = await aHandover(world, amira, danny.id, jo)
  await world.inspect(`update case_party set since_on = '2026-02-01' where case_id = $1`, [danny.id])

  const page = await site.get(amira, `/handovers/${id}`)

  expect(page.body).toContain('2 workers have been named for Danny so far')
  expect(page.body).toContain('29 days so far on which both Amira Khan and Jo Bell are named')
})

test('a transfer alone neither begins nor ends while three people hand somebody over', async () => {
  const offer = { toAgencyId: jo.agencyId, 'byOn-day': '20', 'byOn-month': '3', 'byOn-year': '2026', reason: 'Moves.' }
  const offered = await site.post(amira, `/cases/${danny.id}/transfer`, offer)
  const id = await aHandover(world, amira, danny.id, jo)

  const alone = await site.post(jo, `${offered.headers.location}/accept`, { hands: `account:${jo.userId}` })
  await world.inspect('update case_transfer set cancelled_at = now() where case_id = $1', [danny.id])
  const page = await site.get(amira, `/cases/${danny.id}/transfer`)
  const again = await site.post(amira, `/cases/${danny.id}/transfer`, offer)

  expect([alone, again].map(({ statusCode }) => statusCode)).toEqual([409, 409])
  expect(page.headers.location).toBe(`/handovers/${id}`)
})
