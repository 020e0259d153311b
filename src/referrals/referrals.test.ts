import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aService } from '../directory/builders.ts'
import { aNeed } from '../needs/builders.ts'
import { getNeed } from '../needs/index.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { acceptReferral, askSender, declineReferral, receiveReferral, replyToReceiver } from './answer-referral.ts'
import { aReferral, sent } from './builders.ts'
import { endReferral, startReferral, withdrawReferral } from './end-referral.ts'
import { getReferral } from './queries/referrals.ts'

let world: World
let prison: Actor
let charity: Actor
let police: Actor
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  charity = await world.aWorkerAt('Second Step', { kind: 'charity', name: 'Dee Parry' })
  police = await world.aWorkerAt('Police', { kind: 'police' })
})

const at = (actor: Actor, id: string) => world.database.read(actor, (reading) => getReferral(reading, id))
const does = (actor: Actor, work: Parameters<typeof world.database.change<void>>[1]) =>
  world.database.change(actor, work)
const yes = { startsOn: '2026-03-09', workerName: 'Dee Parry' }
const groupsOf = async (actor: Actor, caseId: string) =>
  world.database.read(actor, async ({ db }) => {
    const rows = await db.selectFrom('sight').select('reads').where('case_id', '=', caseId).execute()
    return [...new Set(rows.flatMap(({ reads }) => reads))].sort()
  })

test('both ends see a referral, and a third agency does not', async () => {
  const referral = await aReferral(world, { from: prison, to: charity })

  expect(await at(charity, referral.id)).toMatchObject({ id: referral.id, status: 'SENT', shownName: 'Sam Rivers' })
  await expect(at(police, referral.id)).rejects.toMatchObject({ code: 'referral.not-found' })
})

test('the receiver is let in by what it is asked, sees more once it says yes, and nothing once it is over', async () => {
  const { id, caseId } = await aReferral(world, { from: prison, to: charity })
  const asked = await groupsOf(charity, caseId)

  await does(charity, (change) => acceptReferral(change, id, 1, yes))
  const accepted = await groupsOf(charity, caseId)
  await does(charity, (change) => startReferral(change, id, 2))
  await does(charity, (change) =>
    endReferral(change, id, 3, { kind: 'ENDED_EARLY', reason: 'MOVED', words: '', outcomes: [], personsView: null }),
  )

  expect(asked).toEqual(['custody', 'identity', 'referrals'])
  expect(accepted).toEqual(['contact', 'custody', 'identity', 'mentoring', 'needs', 'notes', 'plan', 'referrals'])
  expect(await groupsOf(charity, caseId)).toEqual([])
})

test.each(['declined', 'withdrawn'] as const)(
  'a referral that is %s takes the receiver’s sight with it',
  async (how) => {
    const { id, caseId } = await aReferral(world, { from: prison, to: charity })

    if (how === 'declined')
      await does(charity, (c) => declineReferral(c, id, 1, { reason: 'NO_ROOM', words: 'Not before May' }))
    else await does(prison, (c) => withdrawReferral(c, id, 1, { reason: 'MISTAKE', words: '' }))

    expect(await groupsOf(charity, caseId)).toEqual([])
    expect(await at(charity, id)).toMatchObject({ status: how.toUpperCase(), shownName: null })
  },
)

test('from asked to ended, with what came of it, each step is kept and told to the sender', async () => {
  const { id } = await aReferral(world, { from: prison, to: charity, desiredOutcomes: ['Has a room', 'Has a GP'] })

  await does(charity, (change) => receiveReferral(change, id))
  await does(charity, (change) => acceptReferral(change, id, 2, yes))
  await does(charity, (change) => startReferral(change, id, 3))
  await does(charity, (change) =>
    endReferral(change, id, 4, {
      kind: 'COMPLETED',
      reason: null,
      words: '',
      outcomes: [
        { words: 'Has a room', result: 'ACHIEVED' },
        { words: 'Has a GP', result: 'PARTIALLY_ACHIEVED' },
      ],
      personsView: 'I sleep well',
    }),
  )

  expect(await at(prison, id)).toMatchObject({
    status: 'COMPLETED',
    personsView: 'I sleep well',
    namedWorker: 'Dee Parry',
  })
  const events = await world.inspect<{ name: string; pathway: string }>(
    `select name, details->>'pathway' as pathway from event where subject_id = $1 order by id`,
    [id],
  )
  expect(events.map(({ name }) => name)).toEqual(
    ['sent', 'received', 'accepted', 'started', 'completed'].map((name) => `referral.${name}`),
  )
  expect(new Set(events.map(({ pathway }) => pathway))).toEqual(new Set(['ACCOMMODATION']))
  const alerts = await world.inspect<{ name: string }>('select name from alert where account_id = $1 order by id', [
    prison.userId,
  ])
  expect(alerts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['referral.accepted', 'referral.started', 'referral.completed']),
  )
})

test('a need whose service has begun is in progress, and says since when', async () => {
  const { id, needId } = await aReferral(world, { from: prison, to: charity })

  await does(charity, (change) => acceptReferral(change, id, 1, yes))
  await does(charity, (change) => startReferral(change, id, 2))

  expect(await world.database.read(prison, (reading) => getNeed(reading, needId))).toMatchObject({
    status: 'IN_PROGRESS',
  })
  const [need] = await world.inspect<{ at: Date }>('select first_service_at as at from need where id = $1', [needId])
  expect(need!.at).toEqual(world.time.now)
})

test('a second open referral for the same need to the same service is refused, also when both are sent at once', async () => {
  const serviceId = await aService(world, charity)
  const { id: caseId } = await aCase(world, prison)
  const { id: needId } = await aNeed(world, prison, caseId)

  const both = await Promise.allSettled([1, 2].map(() => sent(world, prison, { needId, serviceId })))

  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = both.find((each) => each.status === 'rejected')!
  expect(refused.reason).toMatchObject({ code: 'referral.already-open' })
})

test('the same place may be asked again once it has said no', async () => {
  const first = await aReferral(world, { from: prison, to: charity })
  await does(charity, (change) => declineReferral(change, first.id, 1, { reason: 'NO_ROOM', words: '' }))

  const again = await sent(world, prison, { needId: first.needId, serviceId: first.serviceId })

  expect(again.status).toBe('SENT')
})

test('of two workers who answer at once one is told that the other was faster', async () => {
  const { id } = await aReferral(world, { from: prison, to: charity })
  const colleague = await world.aColleagueOf(charity)

  await does(charity, (change) => acceptReferral(change, id, 1, yes))
  const late = does(colleague, (change) => declineReferral(change, id, 1, { reason: 'NO_ROOM', words: '' }))

  await expect(late).rejects.toMatchObject({ code: 'referral.changed-meanwhile' })
})

test('while the receiver waits for a reply the clock stands still', async () => {
  const { id, expiresAt } = await aReferral(world, { from: prison, to: charity })
  const begun = world.time.now

  await does(charity, (change) => askSender(change, id, 1, 'Does he have a deposit?'))
  world.time.now = new Date(begun.getTime() + 3 * 86_400_000)
  await does(prison, (change) => replyToReceiver(change, id, 2, 'Yes, from the fund.'))
  const referral = await at(charity, id)
  world.time.now = begun

  expect(referral.reply).toBe('Yes, from the fund.')
  expect(referral.expiresAt.getTime() - expiresAt.getTime()).toBe(3 * 86_400_000)
})

test('a need that a restricted answer raised is referred without its words', async () => {
  const { id: caseId } = await aCase(world, prison)
  const need = await aNeed(world, prison, caseId, { words: 'Is afraid at home', isRestricted: true })

  const { id } = await aReferral(world, { from: prison, to: charity, needId: need.id })

  expect(await at(charity, id)).toMatchObject({ needWords: '', desiredOutcomes: [] })
})
