import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { letIn } from '../cases/index.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { listEffects } from '../sight/index.ts'
import { anAgreement, anOffer, aSignature, grantsOf } from './builders.ts'
import { draftNextEdition, endAgreement, offerAgreement, signAgreement } from './index.ts'
import { tendAgreements } from './tend-agreements.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.inspect('update agreement set ended_at = now() where not admits_joiners and ended_at is null'))
afterAll(() => world.close())

const partsOf = async (actor: Actor, caseId: string) =>
  world.database.read(actor, async ({ db }) => {
    const rows = await db.selectFrom('sight').select('reads').where('case_id', '=', caseId).execute()
    return [...new Set(rows.flatMap(({ reads }) => reads))].sort()
  })

/** A case on which a police worker is named, whom the founding agreement gives no intelligence. */
async function aCaseWithPolice() {
  const prison = await world.aWorkerAt('Prison')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const { id: caseId } = await aCase(world, prison)
  await world.database.change(prison, async (change) => {
    await letIn(change, { caseId, agencyId: police.agencyId, relationship: 'REFERRED' })
    change.record({ name: 'test.let-in', subjectId: caseId, caseId, fieldGroup: 'identity' })
  })
  return { prison, police, caseId }
}
const notes = { grants: grantsOf({ REFERRED: ['notes'] }) }

test('an agreement gives sight with its last signature, and not before', async () => {
  const { prison, police, caseId } = await aCaseWithPolice()
  const id = await anOffer(world, [prison, police], notes)
  const offered = await partsOf(police, caseId)

  const first = await aSignature(world, police, id)
  const half = await partsOf(police, caseId)
  const last = await aSignature(world, prison, id)

  expect([first, last]).toEqual([false, true])
  expect([offered, half]).toEqual([
    ['custody', 'identity', 'referrals'],
    ['custody', 'identity', 'referrals'],
  ])
  expect(await partsOf(police, caseId)).toEqual(['custody', 'identity', 'notes', 'referrals'])
})

test('a coordinator signs for nobody, a worker does not sign, and nobody signs for another agency', async () => {
  const { prison, police } = await aCaseWithPolice()
  const stranger = await world.aWorkerAt('Charity', { kind: 'charity', roles: ['MANAGER'] })
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  const id = await anOffer(world, [prison, police], notes)
  const sign = (actor: Actor) =>
    world.database.change(actor, (change) => signAgreement(change, id, { name: 'N', title: 'T' }))
  const smuggle = (actor: Actor) =>
    world.database.change(actor, ({ db }) => sql`select sign_agreement(${id}, 'N', 'T', now())`.execute(db))

  await expect(sign(stranger)).rejects.toThrow('agreement.not-yours-to-sign')
  await expect(smuggle(stranger)).rejects.toThrow(/no signature is missing/)
  await expect(smuggle(coordinator)).rejects.toThrow(/only a manager signs/)
  await expect(smuggle(prison)).rejects.toThrow(/only a manager signs/)
})

test('terms that were offered stand, whatever a route forgets', async () => {
  const { prison, police } = await aCaseWithPolice()
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  const id = await anOffer(world, [prison, police], notes)
  const run = (statement: ReturnType<typeof sql>) =>
    world.database.change(coordinator, async ({ db, record }) => {
      record({ name: 'test.tried', subjectId: id, fieldGroup: 'administration' })
      return (await statement.execute(db)).numAffectedRows
    })

  const changed = await run(sql`update agreement set title = 'Other' where id = ${id}`)
  const left = await run(sql`delete from agreement_party where agreement_id = ${id}`)

  expect([changed, left]).toEqual([0n, 0n])
  await expect(
    run(sql`insert into agreement_grant (agreement_id, relationship, field_group) values (${id}, 'TEAM', 'risk')`),
  ).rejects.toThrow(/row-level security/)
  await expect(run(sql`update agreement set in_force_at = now() where id = ${id}`)).rejects.toThrow(/permission denied/)
  await expect(run(sql`update agreement_party set signed_at = now()`)).rejects.toThrow(/permission denied/)
})

test('an agreement that a coordinator ends takes its sight with it at once', async () => {
  const { prison, police, caseId } = await aCaseWithPolice()
  const id = await anAgreement(world, [prison, police], notes)
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })

  await world.database.change(coordinator, (change) => endAgreement(change, id))

  expect(await partsOf(police, caseId)).toEqual(['custody', 'identity', 'referrals'])
  const byWorker = world.database.change(prison, (change) => endAgreement(change, id))
  await expect(byWorker).rejects.toThrow(/only a coordinator/)
})

test('the next edition rules once it is signed; until then the old one does', async () => {
  const { prison, police, caseId } = await aCaseWithPolice()
  const old = await anAgreement(world, [prison, police], notes)
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  const next = await world.database.change(coordinator, (c) => draftNextEdition(c, old, '2026-03-02', '2027-03-02'))
  await world.inspect(`update agreement_grant set field_group = 'health' where agreement_id = $1`, [next])
  await world.database.change(coordinator, (change) => offerAgreement(change, { id: next, version: 1 }))
  const waiting = await partsOf(police, caseId)

  const signatures = [await aSignature(world, prison, next), await aSignature(world, police, next)]

  expect(signatures).toEqual([false, true])
  expect(waiting).toContain('notes')
  expect(await partsOf(police, caseId)).toEqual(['custody', 'health', 'identity', 'referrals'])
  const [replaced] = await world.inspect('select ended_at is not null as is_over from agreement where id = $1', [old])
  expect(replaced).toEqual({ is_over: true })
})

test('an agreement gives nothing before its first day or after its last, without anybody doing anything', async () => {
  const { prison, police, caseId } = await aCaseWithPolice()
  const early = await anAgreement(world, [prison, police], { ...notes, startsOn: '2199-01-01', reviewOn: '2199-06-01' })
  const before = await partsOf(police, caseId)
  await world.inspect('update agreement set starts_on = current_date where id = $1', [early])
  const during = await partsOf(police, caseId)

  await world.inspect(`update sight set until = current_date - 1 where agreement_id = $1`, [early]) // midnight passed

  expect(before).not.toContain('notes')
  expect(during).toContain('notes')
  expect(await partsOf(police, caseId)).not.toContain('notes')
})

test('at midnight what begins begins, what is over is taken out, and coordinators are told once', async () => {
  const { prison, police } = await aCaseWithPolice()
  const id = await anAgreement(world, [prison, police], notes)
  await world.inspect(`update agreement set review_on = current_date + 20, reminded_on = null where id = $1`, [id])
  await world.inspect(`update sight set until = current_date - 1 where agreement_id = $1`, [id])
  await world.inspect('delete from mail')
  const system = systemFor(prison.agencyId)

  await world.database.change(system, tendAgreements)
  await world.database.change(system, tendAgreements)

  const over = await world.inspect('select from sight where until < current_date')
  const mails = await world.inspect(`select distinct subject from mail where body like '“Agreement”%'`)
  const perCoordinator = await world.inspect(
    `select to_address from mail group by to_address, body having count(*) > 1`,
  )
  expect(over).toEqual([])
  expect(mails).toHaveLength(1)
  expect(perCoordinator).toEqual([])
})

test('what would change is counted by agency and part before anybody signs, and comes true', async () => {
  const { prison, police, caseId } = await aCaseWithPolice()
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  const effects = (id: string, isEnding: boolean) =>
    world.database.read(coordinator, (reading) => listEffects(reading, id, isEnding))
  const id = await anOffer(world, [prison, police], { grants: grantsOf({ REFERRED: ['notes', 'identity'] }) })
  const wouldBe = await effects(id, false)

  await aSignature(world, prison, id)
  await aSignature(world, police, id)

  expect(wouldBe).toEqual([
    { agencyId: police.agencyId, agencyName: 'Police', fieldGroup: 'notes', gains: 1, losses: 0 },
  ])
  expect(await partsOf(police, caseId)).toContain('notes')
  expect(await effects(id, true)).toMatchObject([{ fieldGroup: 'notes', gains: 0, losses: 1 }])
  const byWorker = world.database.read(prison, (reading) => listEffects(reading, id, false))
  await expect(byWorker).rejects.toThrow(/not for this account/)
})
