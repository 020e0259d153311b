import { afterAll, beforeAll, expect, test } from 'vitest'
import { aService } from '../directory/builders.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { listReferralsOfCase } from '../referrals/index.ts'
import { aMorning, openLines, somebodyCame } from './builders.ts'
import { moveTicket } from './move-ticket.ts'
import { listMeasures } from './queries/measures.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

/** Danny is with the prison's desk, and the housing desk's agency has rooms. */
async function aTalk() {
  const morning = await aMorning(world)
  const { prison, housing, hub, danny } = morning
  const serviceId = await aService(world, await world.aColleagueOf(housing, { roles: ['WORKER', 'MANAGER'] }))
  await somebodyCame(world, prison, hub.id, { deskId: hub.ownDesk, personId: danny.personId, caseId: danny.id })
  const [line] = await openLines(world, prison, hub.id)
  await world.database.change(prison, (change) => moveTicket(change, line!.id, 'see', line!.version))
  const hand = async (form: Record<string, string>) => {
    const [now] = await openLines(world, prison, hub.id)
    const whole = {
      formId: newId(),
      toDeskId: hub.partnerDesk,
      version: String(now!.version),
      isAgreed: 'yes',
      ...form,
    }
    return site.post(prison, `/hub-tickets/${now!.id}/hand-off`, whole)
  }
  return { ...morning, serviceId, hand, lineId: line!.id }
}
const lineOf = async (actor: Actor, hubId: string) => (await openLines(world, actor, hubId))[0]!
const act = async (actor: Actor, hubId: string, what: string, form: Record<string, string>) => {
  const { id, version } = await lineOf(actor, hubId)
  return site.post(actor, `/hub-tickets/${id}/${what}`, { formId: newId(), version: String(version), ...form })
}
const referralsOf = (actor: Actor, caseId: string) =>
  world.database.read(actor, (reading) => listReferralsOfCase(reading, caseId))
const notes = (caseId: string) => world.inspect('select from note where case_id = $1', [caseId])

test('a hand-off for an open need is a referral: the other desk sees who it is, and one step accepts both', async () => {
  const { prison, housing, hub, danny, hand } = await aTalk()
  const need = await aNeed(world, prison, danny.id, { pathway: 'ACCOMMODATION', words: 'A room for the first night' })
  const before = await openLines(world, housing, hub.id)

  expect((await hand({ need: need.id, line: 'He leaves on Friday' })).statusCode).toBe(303)
  const waiting = await lineOf(housing, hub.id)
  const board = (await site.get(housing, `/hubs/${hub.id}`)).body
  await act(housing, hub.id, 'moves', { move: 'call' })

  expect(before[0]?.name).toBe('')
  expect(waiting).toMatchObject({ name: 'Danny Okafor', fromDeskName: 'Welcome', handOffLine: '', state: 'WAITING' })
  expect(board).toContain(`/referrals/${waiting.referralId}`)
  expect(await referralsOf(prison, danny.id)).toMatchObject([
    { id: waiting.referralId, needId: need.id, status: 'ACCEPTED', why: 'He leaves on Friday', namedWorker: 'Jo Bell' },
  ])
  expect(await notes(danny.id)).toEqual([]) // what was said stands in the referral, once
})

test('a need that nobody had written down yet is raised with the hand-off', async () => {
  const { prison, danny, hand } = await aTalk()

  await hand({ need: 'ACCOMMODATION', line: 'Nowhere to sleep from Friday' })

  const [referral] = await referralsOf(prison, danny.id)
  expect(referral).toMatchObject({
    pathway: 'ACCOMMODATION',
    needWords: 'Nowhere to sleep from Friday',
    status: 'SENT',
  })
})

test('a desk that cannot take somebody says why: they wait where they came from, the referral is declined, and sight ends', async () => {
  const { prison, housing, hub, danny, hand } = await aTalk()
  await hand({ need: 'ACCOMMODATION', line: 'Nowhere to sleep' })
  const page = (await site.get(housing, `/hub-tickets/${(await lineOf(housing, hub.id)).id}/cannot-take`)).body

  const silent = await act(housing, hub.id, 'cannot-take', {})
  await act(housing, hub.id, 'cannot-take', { reason: 'NO_ROOM', words: 'Full until Monday' })

  expect(page).toContain('The referral is declined')
  expect([silent.statusCode, silent.body.includes('Choose a reason')]).toEqual([422, true])
  expect(await lineOf(prison, hub.id)).toMatchObject({ deskName: 'Welcome', state: 'WAITING', cameBackFrom: 'Housing' })
  expect((await site.get(prison, `/hubs/${hub.id}`)).body).toContain('Back from Housing')
  expect(await referralsOf(prison, danny.id)).toMatchObject([{ status: 'DECLINED', declineWords: 'Full until Monday' }])
  expect((await lineOf(housing, hub.id)).name).toBe('')
  const [day] = await world.database.read(prison, (reading) => listMeasures(reading, hub.id, 'day', '2026-03-01'))
  expect(day).toMatchObject({ handOffs: 0 })
})

test('it says why nobody can be asked: no line, no such service, none that takes them, one that is asked already', async () => {
  const { prison, housing, hub, danny, hand } = await aTalk()
  const need = await aNeed(world, prison, danny.id, { pathway: 'ACCOMMODATION', words: 'A room' })
  const told = async (form: Record<string, string>, words: string) => {
    const { statusCode, body } = await hand(form)
    return [statusCode, body.includes(words)]
  }

  expect(await told({ need: need.id, line: '' }, 'why are they referred?')).toEqual([422, true])
  expect(await told({ need: 'HEALTH', line: 'A dentist' }, 'has no service for this')).toEqual([422, true])
  await hand({ need: need.id, line: 'He leaves on Friday' })
  await act(housing, hub.id, 'moves', { move: 'see' })
  await act(housing, hub.id, 'hand-off', { toDeskId: hub.ownDesk, isAgreed: 'yes' })
  await act(prison, hub.id, 'moves', { move: 'see' })
  expect(await told({ need: need.id, line: 'Once more' }, 'has an open referral for this need')).toEqual([422, true])
})

test('where that agency has several services the worker chooses one', async () => {
  const { prison, housing, danny, hand } = await aTalk()
  const manager = await world.aColleagueOf(housing, { roles: ['WORKER', 'MANAGER'] })
  const floating = await aService(world, manager, { name: 'Floating support' })

  const asked = await hand({ need: 'ACCOMMODATION', line: 'Keeps losing his place' })
  await hand({ need: 'ACCOMMODATION', line: 'Keeps losing his place', serviceId: floating })

  expect([asked.statusCode, asked.body.includes('Floating support')]).toEqual([422, true])
  expect(await referralsOf(prison, danny.id)).toMatchObject([{ serviceName: 'Floating support' }])
})

test('smuggled SQL ties no referral of others to a hand-off, and answers none twice or in another’s name', async () => {
  const { prison, housing, hub, hand } = await aTalk()
  await hand({ need: 'ACCOMMODATION', line: 'Nowhere to sleep' })
  const { handOffId } = await lineOf(housing, hub.id)
  const set = (actor: Actor, row: object) =>
    world.database.change(actor, async (change) => {
      change.record({ name: 'test', subjectId: hub.id, fieldGroup: 'administration' })
      const done = await change.db.updateTable('hub_hand_off').set(row).where('id', '=', handOffId!).executeTakeFirst()
      return done.numUpdatedRows
    })
  const at = world.time.now

  expect(await set(prison, { accepted_by: prison.userId, accepted_at: at })).toBe(0n)
  await expect(set(housing, { accepted_by: prison.userId, accepted_at: at })).rejects.toThrow(/row-level security/)
  await expect(set(housing, { referral_id: null })).rejects.toThrow(/permission denied/)
  await act(housing, hub.id, 'moves', { move: 'call' })
  expect(await set(housing, { declined_by: housing.userId, declined_at: at, decline_reason: 'NO_ROOM' })).toBe(0n)
})
