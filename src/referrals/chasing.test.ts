import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { acceptReferral, askSender } from './answer-referral.ts'
import { aReferral } from './builders.ts'
import { referralJobs } from './jobs.ts'
import { getReferral } from './queries/referrals.ts'

let world: World
let prison: Actor
let charity: Actor
const begun = new Date('2026-03-02T09:30:00Z')
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  prison = await world.aWorkerAt('HMP Fernhall')
  charity = await world.aWorkerAt('Second Step', { kind: 'charity' })
  await world.inspect('update agency set email = $1 where id = $2', [inboxOf(charity), charity.agencyId])
  await world.inspect('delete from mail')
})
afterEach(() => {
  world.time.now = begun
})

const inboxOf = ({ agencyId }: Actor) => `inbox@${agencyId}.example`
const nobody = '00000000-0000-0000-0000-000000000000'
const chase = (daysLater: number) => {
  world.time.now = new Date(begun.getTime() + daysLater * 86_400_000)
  const work = { database: world.database, actor: systemFor(nobody), actingFor: systemFor, log }
  return referralJobs['chase-referrals']!(work, {})
}
const at = (id: string) => world.database.read(prison, (reading) => getReferral(reading, id))
const told = async () => {
  const rows = await world.inspect<{ name: string }>('select name from alert where account_id = $1 order by made_at', [
    prison.userId,
  ])
  return rows.map(({ name }) => name)
}
const mails = () =>
  world.inspect<{ to: string; body: string }>('select to_address as to, body from mail order by made_at')

test('nobody is chased before the days of the partnership are over', async () => {
  const { id } = await aReferral(world, { from: prison, to: charity })

  await chase(2.9)

  expect(await at(id)).toMatchObject({ status: 'SENT', chasedCount: 0 })
})

test('an unanswered referral is chased once, however often the clock starts the job, and the sender is told', async () => {
  const { id } = await aReferral(world, { from: prison, to: charity })
  await world.inspect('delete from mail')

  await chase(3)
  await Promise.all([chase(3.01), chase(3.01), chase(3.4)])

  expect(await at(id)).toMatchObject({ chasedCount: 1 })
  expect(await told()).toEqual(['referral.chased'])
  expect((await mails()).filter(({ to }) => to === inboxOf(charity))).toHaveLength(1)
})

test('a referral that nobody answers expires, takes the receiver’s sight with it, and the sender is told', async () => {
  const { id, caseId } = await aReferral(world, { from: prison, to: charity })

  await chase(14)
  await chase(14.1)

  expect(await at(id)).toMatchObject({ status: 'EXPIRED' })
  expect(await told()).toEqual(['referral.expired'])
  const seen = await world.database.read(charity, ({ db }) =>
    db.selectFrom('sight').select('reads').where('case_id', '=', caseId).execute(),
  )
  expect(seen).toEqual([])
})

test('what was answered, or waits for a reply, is neither chased nor expired', async () => {
  const answered = await aReferral(world, { from: prison, to: charity })
  const asked = await aReferral(world, { from: prison, to: charity })
  const yes = { startsOn: null, workerName: 'Dee' }
  await world.database.change(charity, (change) => acceptReferral(change, answered.id, 1, yes))
  await world.database.change(charity, (change) => askSender(change, asked.id, 1, 'Does he have a deposit?'))

  await chase(30)

  expect(await at(answered.id)).toMatchObject({ status: 'ACCEPTED', chasedCount: 0 })
  expect(await at(asked.id)).toMatchObject({ status: 'SENT', chasedCount: 0 })
})

test('the days are a setting of the partnership', async () => {
  await world.inspect('update partnership set chase_after_days = 1, expire_after_days = 2')

  const { id } = await aReferral(world, { from: prison, to: charity })
  await chase(1)
  const chased = await at(id)
  await chase(2)
  await world.inspect('update partnership set chase_after_days = 3, expire_after_days = 14')

  expect(chased.chasedCount).toBe(1)
  expect(await at(id)).toMatchObject({ status: 'EXPIRED' })
})

test('no mail about a referral carries who it is about, what it is about, or why', async () => {
  const { id } = await aReferral(world, { from: prison, to: charity, why: 'canary-why' })

  await chase(3)
  await world.database.change(charity, (change) =>
    acceptReferral(change, id, 2, { startsOn: null, workerName: 'canary-worker' }),
  )

  const all = (await mails()).map(({ body }) => body).join('\n')
  expect((await mails()).length).toBeGreaterThanOrEqual(3)
  for (const fact of ['Sam', 'Rivers', 'canary', 'A room', 'ACCOMMODATION']) expect(all).not.toContain(fact)
})
