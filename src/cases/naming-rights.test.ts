import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Change } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCase } from './builders.ts'
import { nameWorker } from './index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (refusal) => refusal.code ?? refusal.message,
  )
const nameSelf = (actor: Actor, caseId: string) =>
  codeOf(
    world.database.change(actor, (change) => nameWorker(change, caseId, { accountId: actor.userId, role: 'SUPPORT' })),
  )
const partsOf = (actor: Actor) =>
  world.database.read(actor, async ({ db }) => (await db.selectFrom('sight').select('reads').execute()).length)

/** A change by SQL that somebody smuggled in: it says what it did, so that only the rules can stop it. */
const smuggle = (actor: Actor, caseId: string, work: (change: Change) => Promise<unknown>): Promise<string> =>
  codeText(
    world.database.change(actor, async (change) => {
      change.record({ name: 'smuggled', subjectId: caseId, caseId, fieldGroup: 'identity' })
      await work(change)
    }),
  )
const codeText = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    ({ message }) => message,
  )

async function aCaseWithAService() {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const service = await world.aWorkerAt('Riverside Mentors', { kind: 'charity' })
  const { id: caseId } = await aCase(world, prison)
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'ACCEPTED', current_date, $2)`,
    [caseId, service.agencyId],
  )
  return { prison, service, caseId }
}

test('whoever sees a case in a list only cannot name themselves on it; the manager of the prison can name them', async () => {
  const { prison, caseId } = await aCaseWithAService()
  const colleague = await world.aColleagueOf(prison)
  const manager = await world.aColleagueOf(prison, { roles: ['MANAGER'] })

  const byThemselves = await nameSelf(colleague, caseId)
  const byManager = await codeOf(
    world.database.change(manager, (c) => nameWorker(c, caseId, { accountId: colleague.userId, role: 'SUPPORT' })),
  )

  expect([byThemselves, byManager]).toEqual(['case.naming-not-theirs', 'done'])
})

test('a service that said yes to a referral gets no more than that, by no page and by no SQL', async () => {
  const { service, caseId } = await aCaseWithAService()
  const before = await partsOf(service)
  const { agencyId, userId } = service
  const party = { case_id: caseId, agency_id: agencyId, owner_agency_id: agencyId, since_on: '2026-03-02' }

  const byPage = await nameSelf(service, caseId)
  const asWorker = await smuggle(service, caseId, ({ db }) =>
    db
      .insertInto('case_party')
      .values({ ...party, account_id: userId, relationship: 'ALLOCATED' })
      .execute(),
  )
  const asTeam = await smuggle(service, caseId, ({ db }) =>
    db
      .insertInto('case_party')
      .values({ ...party, relationship: 'TEAM' })
      .execute(),
  )
  const promoted = await smuggle(service, caseId, ({ db }) =>
    sql`update case_party set relationship = 'ALLOCATED' where agency_id = ${agencyId}`.execute(db),
  )

  expect(byPage).toBe('case.naming-not-theirs')
  expect(asWorker).toMatch(/row-level security/)
  expect(asTeam).toMatch(/row-level security/)
  expect(promoted).toMatch(/permission denied/)
  expect(await partsOf(service)).toBe(before)
})

test('nobody shuts another agency out of a case, or turns a case or a record over to somebody else', async () => {
  const { prison, service, caseId } = await aCaseWithAService()
  const other = await aCase(world, await world.aWorkerAt('HMP Carrow'))

  await smuggle(service, caseId, ({ db }) =>
    sql`update case_party set until_on = current_date where agency_id = ${prison.agencyId}`.execute(db),
  )
  const moved = await smuggle(prison, caseId, ({ db }) =>
    sql`update case_file set person_id = ${other.personId} where id = ${caseId}`.execute(db),
  )
  const forged = await smuggle(prison, caseId, ({ db }) =>
    sql`update step set owner_agency_id = ${service.agencyId}`.execute(db),
  )

  expect(moved).toMatch(/permission denied/)
  expect(forged).toMatch(/permission denied/)
  const ended = await world.inspect('select from case_party where agency_id = $1 and until_on is not null', [
    prison.agencyId,
  ])
  expect(ended).toEqual([])
})
