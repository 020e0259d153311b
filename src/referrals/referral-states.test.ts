import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aReferral } from './builders.ts'
import { isReadable, newReference } from './reference.ts'
import { mayMove, referralStates, type Side } from './referral-states.ts'

let world: World
let prison: Actor
let charity: Actor
let police: Actor
beforeAll(async () => {
  world = await openWorld()
  prison = await world.aWorkerAt('HMP Fernhall')
  charity = await world.aWorkerAt('Second Step', { kind: 'charity' })
  police = await world.aWorkerAt('Police', { kind: 'police' })
})
afterAll(() => world.close())

/** Past every operation: what smuggled SQL could try. */
const smuggle = (actor: Actor, set: Record<string, unknown>, id: string) =>
  world.database.change(actor, async (change) => {
    const { numUpdatedRows } = await change.db.updateTable('referral').set(set).where('id', '=', id).executeTakeFirst()
    change.record({ name: 'test', subjectId: id, fieldGroup: 'referrals' })
    return numUpdatedRows
  })

test('the database and the program agree on every move of every state by either end', async () => {
  const sides: Side[][] = [[], ['SENDER'], ['RECEIVER'], ['SENDER', 'RECEIVER']]
  const all = referralStates.flatMap((from) => referralStates.flatMap((to) => sides.map((by) => ({ from, to, by }))))

  const rows = await world.inspect<{ may: boolean }>(
    `select referral_may_move(m->>'from', m->>'to', m->'by' ? 'SENDER', m->'by' ? 'RECEIVER') as may
     from jsonb_array_elements($1::jsonb) with ordinality as x(m, n) order by n`,
    [JSON.stringify(all)],
  )

  const differing = all.filter(({ from, to, by }, index) => rows[index]!.may !== mayMove(from, to, by))
  expect(differing).toEqual([])
})

test('a closed referral stays closed: nobody brings one back to life, and with it their sight', async () => {
  const { id } = await aReferral(world, { from: prison, to: charity })
  await smuggle(prison, { ended_at: world.time.now, end_kind: 'WITHDRAWN' }, id)

  const revived = smuggle(charity, { end_kind: null, accepted_at: world.time.now }, id)

  await expect(revived).rejects.toThrow(/not theirs to make/)
})

test('the sender does not answer for a receiver that has an account', async () => {
  const { id } = await aReferral(world, { from: prison, to: charity })

  await expect(smuggle(prison, { accepted_at: world.time.now }, id)).rejects.toThrow(/not theirs to make/)
})

test('the receiver does not expire or withdraw what it was asked', async () => {
  const { id } = await aReferral(world, { from: prison, to: charity })

  await expect(smuggle(charity, { expired_at: world.time.now }, id)).rejects.toThrow(/not theirs to make/)
})

test('a third agency changes nothing, at whatever state', async () => {
  const { id } = await aReferral(world, { from: prison, to: charity })

  for (const set of [{ accepted_at: world.time.now }, { received_at: world.time.now }, { version: 9 }]) {
    expect(await smuggle(police, set, id)).toBe(0n)
  }
})

test('whom it is about, from whom and to whom it is never changes', async () => {
  const { id } = await aReferral(world, { from: prison, to: charity })
  const another = await aReferral(world, { from: prison, to: police })

  for (const set of [
    { case_id: another.caseId },
    { to_agency_id: police.agencyId },
    { from_agency_id: charity.agencyId },
    { service_id: another.serviceId },
    { why: 'changed' },
  ]) {
    await expect(smuggle(charity, set, id)).rejects.toThrow(/permission denied/)
  }
})

test('nobody lets themselves into a case by a referral of their own making', async () => {
  const { caseId, personId, needId, serviceId } = await aReferral(world, { from: prison, to: charity })
  const forged = (more: Record<string, unknown>) =>
    world.database.change(police, ({ db, actor, now }) =>
      db
        .insertInto('referral')
        .values({
          reference: newReference(), case_id: caseId, person_id: personId, need_id: needId, service_id: serviceId,
          pathway: 'HEALTH', from_agency_id: actor.agencyId, from_account_id: actor.userId, owner_agency_id: actor.agencyId,
          to_agency_id: actor.agencyId, why: '', sent_at: now, expires_at: now, ...more,
        }) // biome-ignore format: a row
        .execute(),
    )

  await expect(forged({})).rejects.toThrow(/row-level security/)
  await expect(forged({ from_agency_id: prison.agencyId })).rejects.toThrow(/row-level security/)
})

test('what the triggers call, the app cannot', async () => {
  const calls = [
    "select count_moves('[]')",
    "select follow_referrals('{}')",
    'select * from referral_link',
    'delete from referral_count',
  ]

  for (const sql of calls) await expect(world.database.pool.query(sql)).rejects.toThrow(/permission denied/)
})

test('only the system hears what is due', async () => {
  const { rows } = await world.database.pool.query('select * from referrals_due($1)', [new Date('2030-01-01')])

  expect(rows).toEqual([])
})

test('a reference is 2 letters, 4 digits, 2 letters, and nothing in it looks like something else in it', () => {
  fc.assert(
    fc.property(fc.constant(null), () => {
      const made = newReference()
      return /^[A-Z]{2}\d{4}[A-Z]{2}$/.test(made) && isReadable(made)
    }),
    { numRuns: 2_000 },
  )
  expect(isReadable('HK4827RT')).toBe(true)
  for (const confusing of ['OK4027RT', 'IK1827RT', 'SK4527RT', 'BK4827RT']) expect(isReadable(confusing)).toBe(false)
})
