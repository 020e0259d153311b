import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { getCaseFrame } from '../cases/index.ts'
import { aNote } from '../contacts/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aReferral } from '../referrals/builders.ts'
import { aTransfer } from '../transfers/builders.ts'
import { acceptTransfer } from '../transfers/index.ts'
import { aPlan, carryOutAll } from './builders.ts'
import { approveReorganisation } from './decide-reorganisation.ts'
import { getReorganisation } from './queries.ts'

let world: World
let coordinator: Actor
let second: Actor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  second = await world.aColleagueOf(coordinator, { roles: ['COORDINATOR'] })
})
afterAll(() => world.close())

const probation = (name: string) => world.aWorkerAt(name, { kind: 'probation' })

test('1 June 2014: a trust splits; the team that goes keeps its cases under its new agency, the others stay where they were', async () => {
  const trust = await probation('Wexley Probation Trust')
  const national = await probation('National Probation Service')
  const goer = await world.aColleagueOf(trust, { name: 'Grace Goes' })
  const high = await aTeam(trust, 'High risk', [goer])
  const [gone, stayed] = [await aCase(world, goer), await aCase(world, trust)]
  await aNote(world, goer, gone.id, { body: 'Talked about the first week.' })

  await carriedOut(trust, national, [high])
  const after = moved(goer, national)

  expect(await sees(after, gone.id)).toBe(true)
  expect([await sees(trust, gone.id), await sees(trust, stayed.id)]).toEqual([false, true])
  expect(await sees(after, stayed.id)).toBe(false)
  expect(await notesSeenBy(after, gone.id)).toEqual(['Talked about the first week.'])
  expect(await agenciesOn(gone.id)).toEqual([national.agencyName])
  expect(
    await world.inspect(
      `select details->>'from' as from, details->>'to' as to from event where name = 'case.agency-changed'`,
    ),
  ).toEqual([{ from: trust.agencyName, to: national.agencyName }])
})

test('26 June 2021: a company comes back; its work goes on, what is over keeps its name, and it closes', async () => {
  const company = await probation('Wexley Rehabilitation Company')
  const service = await probation('Probation Service')
  const charity = await world.aWorkerAt('Riverside', { kind: 'charity' })
  const { id } = await aCase(world, company)
  const open = await aReferral(world, { from: company, to: charity, caseId: id })
  const over = await aReferral(world, { from: company, to: charity, caseId: id })
  await world.inspect(`update referral set ended_at = now(), end_kind = 'WITHDRAWN' where id = $1`, [over.id])

  const plan = await carriedOut(company, service, null)
  const after = moved(company, service)

  expect(await sees(after, id)).toBe(true)
  expect(await sees({ ...company, audiences: [company.agencyId] }, id)).toBe(false)
  expect(
    await world.inspect('select closed_on is not null as closed from agency where id = $1', [company.agencyId]),
  ).toEqual([{ closed: true }])
  expect(await senderOf(open.id)).toBe(service.agencyId)
  expect(await senderOf(over.id)).toBe(company.agencyId)
  expect(await agenciesOn(id)).toEqual([service.agencyName])
  expect(plan).toMatchObject({ state: 'DONE', counts: { accounts: 1, cases: 1, referrals: 1 } })
  expect(await ownedBy(company)).toEqual([])
})

test('both agencies on one case: it is worked on once, and nobody loses sight', async () => {
  const company = await probation('Company')
  const service = await probation('Service')
  const { id } = await aCase(world, company)
  await world.inspect(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'SUPERVISION', '2026-01-01', $2)`,
    [id, service.agencyId],
  )

  await carriedOut(company, service, null)

  expect(await agenciesOn(id)).toEqual([service.agencyName])
  expect([await sees(service, id), await sees(moved(company, service), id)]).toEqual([true, true])
})

async function carriedOut(from: Actor, to: Actor, teamIds: string[] | null) {
  const id = await aPlan(world, coordinator, { from, to, teamIds })
  await world.database.change(second, (change) => approveReorganisation(change, id))
  await carryOutAll(world)
  await carryOutAll(world) // finds nothing to do
  return world.database.read(coordinator, (reading) => getReorganisation(reading, id))
}

/** As the worker is known at their next page. */
const moved = (worker: Actor, to: Actor): Actor => ({
  ...worker,
  agencyId: to.agencyId,
  agencyName: to.agencyName,
  audiences: worker.audiences.map((audience) => (audience === worker.agencyId ? to.agencyId : audience)),
})

test('an offer that waits goes along with the case, from either end; one between the two lapses', async () => {
  const [company, service, other] = [await probation('Company'), await probation('Service'), await probation('Other')]
  const cases = [await aCase(world, company), await aCase(world, other), await aCase(world, company)] as const
  const from = await aTransfer(world, company, cases[0].id, other)
  const to = await aTransfer(world, other, cases[1].id, company)
  const between = await aTransfer(world, company, cases[2].id, service)

  await carriedOut(company, service, null)

  const accepted = (taker: Actor, id: string) =>
    world.database.change(taker, (change) => acceptTransfer(change, id, `account:${taker.userId}`))
  await accepted(other, from)
  await accepted(moved(company, service), to)
  expect(await sees(other, cases[0].id)).toBe(true)
  expect(await sees(moved(company, service), cases[1].id)).toBe(true)
  expect(await world.inspect('select state from case_transfer where id = $1', [between])).toEqual([
    { state: 'EXPIRED' },
  ])
})

async function aTeam(of: Actor, name: string, members: Actor[]): Promise<string> {
  const { id } = await world.insert<{ id: string }>('insert into team (agency_id, name) values ($1, $2) returning id', [
    of.agencyId,
    name,
  ])
  for (const { userId } of members)
    await world.insert('insert into team_member (team_id, account_id) values ($1, $2)', [id, userId])
  return id
}

const sees = (actor: Actor, caseId: string): Promise<boolean> =>
  world.database
    .read(actor, (reading) => getCaseFrame(reading, caseId))
    .then(() => true)
    .catch(() => false)

const notesSeenBy = (actor: Actor, caseId: string): Promise<string[]> =>
  world.database.read(actor, async ({ db }) => {
    const notes = await db.selectFrom('note').select('body').where('case_id', '=', caseId).execute()
    return notes.map(({ body }) => body)
  })

/** Agencies that stand on the case today, each once a party of it as a whole. */
const agenciesOn = async (caseId: string): Promise<string[]> => {
  const parties = await world.inspect<{ name: string }>(
    `select y.name from case_party p join agency y on y.id = p.agency_id
     where p.case_id = $1 and p.until_on is null and p.relationship in ('SUPERVISION', 'CUSTODY')`,
    [caseId],
  )
  return parties.map(({ name }) => name)
}

const senderOf = async (referralId: string) =>
  (
    await world.inspect<{ from_agency_id: string }>('select from_agency_id from referral where id = $1', [referralId])
  )[0]?.from_agency_id

/** Tables with a fact that the agency still owns. */
async function ownedBy({ agencyId }: Actor): Promise<string[]> {
  const tables = await world.inspect<{ name: string }>(`
    select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attname = 'owner_agency_id' and c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
  const owned: string[] = []
  for (const { name } of tables) {
    const rows = await world.inspect(`select from ${name} where owner_agency_id = $1 limit 1`, [agencyId])
    if (rows.length > 0) owned.push(name)
  }
  return owned
}
