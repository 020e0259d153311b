import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { addSupervision, getCaseFrame } from '../cases/index.ts'
import { listSteps } from '../plans/index.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { acceptHandover, answerBeside, goOn } from './answer-handover.ts'
import { aHandover, aMeeting, anAnswer } from './builders.ts'
import { getHandover } from './queries/handovers.ts'

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
  amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  jo = await world.aWorkerAt('Wexley Probation', { name: 'Jo Bell', kind: 'probation' })
  danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', role: 'PRISON_OFFENDER_MANAGER' })
  await world.database.change(amira, (change) => addSupervision(change, danny.id, { agencyId: jo.agencyId }))
})

const frameOf = (actor: Actor) => world.database.read(actor, (reading) => getCaseFrame(reading, danny.id))
const stateOf = async (actor: Actor, id: string) =>
  (await world.database.read(actor, (reading) => getHandover(reading, id))).state
const accept = (actor: Actor, id: string) => world.database.change(actor, (change) => acceptHandover(change, id))
const proposal = (more: Record<string, string> = {}) => ({
  ...{ toAccountId: jo.userId, 'day-day': '9', 'day-month': '3', 'day-year': '2026', time: '14:30', how: 'VIDEO' },
  ...more,
})

test('the sender stays responsible until all three have signed, and every page of the case says so; then the receiver is', async () => {
  const sent = await site.post(amira, `/cases/${danny.id}/handover`, proposal())
  const id = sent.headers.location!.split('/').at(-1)!
  const before = await Promise.all([amira, jo].map((actor) => site.get(actor, `/cases/${danny.id}/plan`)))

  await aMeeting(world, amira, id)
  await anAnswer(world, amira, id, true)
  const ownerBefore = (await frameOf(jo)).responsible.name
  const signed = await site.post(jo, `/handovers/${id}/accept`, {})

  for (const { body } of before) expect(body).toContain('Amira Khan stays responsible until all three have signed')
  expect(ownerBefore).toBe('HMP Fernhall')
  expect(signed.headers.location).toBe(`/handovers/${id}`)
  const frame = await frameOf(jo)
  expect(frame.responsible.name).toBe('Wexley Probation')
  expect(frame.handover).toBeNull()
  expect(frame.team.map(({ name, role }) => [name, role])).toEqual([
    ['Jo Bell', 'COMMUNITY_OFFENDER_MANAGER'],
    [null, null],
  ])
  expect((await site.get(jo, `/handovers/${id}`)).body).toContain('Jo Bell of Wexley Probation is responsible since')
})

test('nobody takes over before the person has answered, and nobody but the receiver', async () => {
  const id = await aHandover(world, amira, danny.id, jo)
  await aMeeting(world, amira, id)
  const colleague = await world.aColleagueOf(jo)

  const tooEarly = await site.post(jo, `/handovers/${id}/accept`, {})
  await anAnswer(world, jo, id, true)
  const bySender = await site.post(amira, `/handovers/${id}/accept`, {})
  const byColleague = await site.post(colleague, `/handovers/${id}/accept`, {})

  expect([tooEarly, bySender, byColleague].map(({ statusCode }) => statusCode)).toEqual([409, 403, 404])
  expect(await stateOf(amira, id)).toBe('AGREED')
})

test('a no of the person is shown in their words and stops it until the sender acts: the three talk again', async () => {
  const id = await aHandover(world, amira, danny.id, jo)
  await aMeeting(world, amira, id)

  const wordless = await site.post(jo, `/handovers/${id}/answer`, { answer: 'no', answeredHow: 'SAID' })
  await site.post(jo, `/handovers/${id}/answer`, { answer: 'no', answeredHow: 'SAID', words: 'I do not know Jo.' })
  const page = await site.get(jo, `/handovers/${id}`)
  const early = accept(jo, id)
  await expect(early).rejects.toMatchObject({ code: 'handover.moved-on' })
  await aMeeting(world, amira, id, { ownWords: 'Now I know her.' })
  await anAnswer(world, amira, id, true)
  await accept(jo, id)

  expect(wordless.statusCode).toBe(422)
  expect(page.body).toContain('I do not know Jo.')
  expect(page.body).toContain('Amira Khan must act')
  expect(await stateOf(jo, id)).toBe('ACCEPTED')
})

test('a manager of the sender’s agency may go on and says why; a worker may not', async () => {
  const manager = await world.aColleagueOf(amira, { roles: ['MANAGER'] })
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'SUPPORT', current_date, $2)`,
    [danny.id, amira.agencyId, manager.userId],
  )
  const id = await aHandover(world, amira, danny.id, jo)
  await aMeeting(world, amira, id)
  await anAnswer(world, amira, id, false)

  const byWorker = world.database.change(amira, (change) => goOn(change, id, 'She leaves tomorrow.'))
  await expect(byWorker).rejects.toMatchObject({ code: 'handover.not-theirs' })
  const silent = await site.post(manager, `/handovers/${id}/go-on`, { goOnWords: ' ' })
  await site.post(manager, `/handovers/${id}/go-on`, { goOnWords: 'She leaves tomorrow.' })
  const page = await site.get(jo, `/handovers/${id}`)

  expect(silent.statusCode).toBe(422)
  expect(page.body).toContain('says why it goes on: She leaves tomorrow.')
  expect(page.body).toContain('Nobody asked me.')
  expect(await stateOf(jo, id)).toBe('GONE_ON')
})

test('what was agreed becomes steps of the plan, each with whoever does it', async () => {
  const id = await aHandover(world, amira, danny.id, jo)
  const form = {
    ...{ 'day-day': '2', 'day-month': '3', 'day-year': '2026', time: '9:00', how: 'VIDEO' },
    ...{ there: ['PERSON', 'SENDER', 'RECEIVER'], others: 'Mum, Sam Poole', ownWords: 'I want one person to ring.' },
    ...{ point1: 'Ring on Monday', who1: 'RECEIVER', 'due1-day': '9', 'due1-month': '3', 'due1-year': '2026' },
    ...{ point2: 'Bring his papers', who2: 'PERSON' },
  }

  const without = await site.post(amira, `/handovers/${id}/meeting`, { ...form, there: ['SENDER', 'RECEIVER'] })
  const coming = await site.post(amira, `/handovers/${id}/meeting`, { ...form, 'day-day': '3' })
  const kept = await site.post(amira, `/handovers/${id}/meeting`, form)
  const steps = await world.database.read(jo, (reading) => listSteps(reading, danny.id))
  const page = await site.get(jo, `/handovers/${id}`)

  expect([without, coming, kept].map(({ statusCode }) => statusCode)).toEqual([422, 422, 303])
  expect(without.body).toContain('Tick all three')
  expect(without.body).toContain('Ring on Monday')
  expect(steps.map(({ title, ownerName, owner, dueOn }) => [title, ownerName, owner.isForPerson, dueOn])).toEqual([
    ['Ring on Monday', 'Jo Bell', false, '2026-03-09'],
    ['Bring his papers', null, true, null],
  ])
  expect(page.body).toContain('Danny Okafor, Amira Khan, Jo Bell, Mum, Sam Poole')
})

test('two at once are refused, and who asks is led to the one that is under way', async () => {
  const id = await aHandover(world, amira, danny.id, jo)

  const page = await site.get(amira, `/cases/${danny.id}/handover`)
  const second = await site.post(amira, `/cases/${danny.id}/handover`, proposal({ why: 'Once more' }))

  expect(page.headers.location).toBe(`/handovers/${id}`)
  expect(second.statusCode).toBe(422)
  expect(second.body).toContain('A handover is under way already')
  expect(second.body).toContain('Once more')
})

test('another agency on the case learns nothing of a handover', async () => {
  const id = await aHandover(world, amira, danny.id, jo)
  const police = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  const area = await world.aColleagueOf(jo)

  const pages = await Promise.all([police, area].map((actor) => site.get(actor, `/handovers/${id}`)))

  expect(pages.map(({ statusCode }) => statusCode)).toEqual([404, 404])
})

test('the answer beside a worker says who was beside and how', async () => {
  const id = await aHandover(world, amira, danny.id, jo)
  await aMeeting(world, amira, id)

  await world.database.change(jo, (change) => answerBeside(change, id, { agrees: true, how: 'SIGNED', words: '' }))

  expect((await site.get(amira, `/handovers/${id}`)).body).toContain('Signed on paper beside Jo Bell')
})
