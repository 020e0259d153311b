import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { addSupervision, getCaseFrame } from '../cases/index.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { acceptHandover, cancelHandover, declineHandover } from './answer-handover.ts'
import { aHandover, aMeeting, anAnswer } from './builders.ts'

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
const accept = (actor: Actor, id: string) => world.database.change(actor, (change) => acceptHandover(change, id))
const proposal = (more: Record<string, string> = {}) => ({
  ...{ toAccountId: jo.userId, 'day-day': '9', 'day-month': '3', 'day-year': '2026', time: '14:30', how: 'VIDEO' },
  ...more,
})

test('a no of the receiver, and a taking back, end the place that was made for them; the sender keeps the case', async () => {
  const first = await aHandover(world, amira, danny.id, jo)
  const seen = Object.keys((await frameOf(jo)).sight)
  const no = { reason: 'TOO_MANY', words: 'I have 60.' } as const
  await world.database.change(jo, (change) => declineHandover(change, first, no))
  const afterNo = Object.keys((await frameOf(jo)).sight)
  const second = await aHandover(world, amira, danny.id, jo)
  await world.database.change(amira, (change) => cancelHandover(change, second, 'He goes to Leeds.'))

  expect(seen).toContain('plan')
  expect(afterNo).not.toContain('plan')
  expect((await frameOf(jo)).team.map(({ name }) => name)).toEqual(['Amira Khan', null, null])
  expect((await site.get(amira, `/handovers/${first}`)).body).toContain('I have too many people')
  expect((await frameOf(amira)).responsible.name).toBe('HMP Fernhall')
})

test('inside one agency the sender’s place becomes the receiver’s', async () => {
  const tom = await world.aColleagueOf(amira, { name: 'Tom Reed' })
  const id = await aHandover(world, amira, danny.id, tom)
  await aMeeting(world, amira, id)
  await anAnswer(world, tom, id, true)

  await accept(tom, id)

  const { team, responsible } = await frameOf(tom)
  expect(team.map(({ name, role }) => [name, role])).toEqual([
    ['Tom Reed', 'PRISON_OFFENDER_MANAGER'],
    [null, null],
    [null, null],
  ])
  expect(responsible.name).toBe('HMP Fernhall')
})

test('a waiting transfer to the receiver’s agency is completed; one to a third agency comes first', async () => {
  const leeds = await world.aWorkerAt('Leeds Probation', { kind: 'probation' })
  const offer = {
    toAgencyId: leeds.agencyId,
    'byOn-day': '20',
    'byOn-month': '3',
    'byOn-year': '2026',
    reason: 'Moves.',
  }
  await site.post(amira, `/cases/${danny.id}/transfer`, offer)
  const elsewhere = await site.post(amira, `/cases/${danny.id}/handover`, proposal())
  await world.inspect('update case_transfer set cancelled_at = now() where case_id = $1', [danny.id])
  await site.post(amira, `/cases/${danny.id}/transfer`, { ...offer, toAgencyId: jo.agencyId })
  const id = await aHandover(world, amira, danny.id, jo)
  await aMeeting(world, amira, id)
  await anAnswer(world, amira, id, true)

  await accept(jo, id)

  const transfers = await world.inspect('select state from case_transfer where case_id = $1 order by proposed_at', [
    danny.id,
  ])
  expect(elsewhere.body).toContain('The case is offered to another agency')
  expect(transfers).toEqual([{ state: 'CANCELLED' }, { state: 'ACCEPTED' }])
})
