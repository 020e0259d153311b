import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { addSupervision } from '../cases/index.ts'
import { aHandover, aMeeting, anAnswer } from '../handovers/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aPlan, carryOutAll } from './builders.ts'
import { approveReorganisation } from './decide-reorganisation.ts'

let world: World
let site: Site
let coordinator: Actor
let second: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  second = await world.aColleagueOf(coordinator, { roles: ['COORDINATOR'] })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const probation = (name: string) => world.aWorkerAt(name, { kind: 'probation' })

/** Somebody of one agency is handed over to somebody of another; the meeting was held and the person said yes, or nobody met yet. */
async function aRelay(from: Actor, to: Actor, isSigned = true) {
  const danny = await aCase(world, from, { role: 'PRISON_OFFENDER_MANAGER' })
  await world.database.change(from, (change) => addSupervision(change, danny.id, { agencyId: to.agencyId }))
  const id = await aHandover(world, from, danny.id, to)
  if (isSigned) {
    await aMeeting(world, from, id)
    await anAnswer(world, from, id, true)
  }
  return { id, caseId: danny.id }
}
async function carriedOut(from: Actor, to: Actor, teamIds: string[] | null = null) {
  const id = await aPlan(world, coordinator, { from, to, teamIds })
  await world.database.change(second, (change) => approveReorganisation(change, id))
  await carryOutAll(world)
}
const handover = async (id: string) => {
  const [found] = await world.inspect<{ from: string; to: string; state: string }>(
    `select f.name as from, t.name as to, h.state from handover h join agency f on f.id = h.from_agency_id
     join agency t on t.id = h.to_agency_id where h.id = $1`,
    [id],
  )
  return found!
}
const ownerOf = async (caseId: string) =>
  (await world.inspect<{ name: string }>('select y.name from case_file c join agency y on y.id = c.owner_agency_id where c.id = $1', [caseId]))[0]!.name // biome-ignore format: one line
const sign = (actor: Actor, id: string) => site.post(actor, `/handovers/${id}/accept`, {})

test('a receiver whose agency is merged goes on where they stood, signs, and the case is their new agency’s', async () => {
  const [prison, company, service] = [
    await world.aWorkerAt('Prison'),
    await probation('Company'),
    await probation('Service'),
  ]
  const { id, caseId } = await aRelay(prison, company)

  await carriedOut(company, service)
  const before = { ...(await handover(id)), owner: await ownerOf(caseId) }
  const signed = await sign(company, id)

  expect(before).toEqual({ from: prison.agencyName, to: service.agencyName, state: 'AGREED', owner: prison.agencyName })
  expect(signed.headers.location).toBe(`/handovers/${id}`)
  expect(await handover(id)).toMatchObject({ state: 'ACCEPTED' })
  expect(await ownerOf(caseId)).toBe(service.agencyName)
})

test('a sender whose agency is merged holds the meeting in the new agency’s name', async () => {
  const [company, service, other] = [await probation('Company'), await probation('Service'), await probation('Other')]
  const { id, caseId } = await aRelay(company, other, false)

  await carriedOut(company, service)
  const after = { ...company, agencyId: service.agencyId, audiences: [company.userId, service.agencyId] }
  await aMeeting(world, after, id)
  await anAnswer(world, after, id, true)
  await sign(other, id)

  expect(await handover(id)).toEqual({ from: service.agencyName, to: other.agencyName, state: 'ACCEPTED' })
  expect(await ownerOf(caseId)).toBe(other.agencyName)
})

test('between two that become one it is a handover inside one agency, and still waits for the receiver', async () => {
  const [company, service] = [await probation('Company'), await probation('Service')]
  const { id, caseId } = await aRelay(company, service)

  await carriedOut(company, service)
  const waits = await handover(id)
  await sign(service, id)

  expect(waits).toEqual({ from: service.agencyName, to: service.agencyName, state: 'AGREED' })
  expect(await handover(id)).toMatchObject({ state: 'ACCEPTED' })
  expect(await ownerOf(caseId)).toBe(service.agencyName)
})

test('of an agency that splits, the handovers of the team that goes go along, and the others stay', async () => {
  const [trust, national, prison] = [
    await probation('Trust'),
    await probation('National'),
    await world.aWorkerAt('Prison'),
  ]
  const goer = await world.aColleagueOf(trust, { name: 'Grace Goes' })
  const { id: team } = await world.insert<{ id: string }>(`insert into team (agency_id, name) values ($1, 'High risk') returning id`, [trust.agencyId]) // biome-ignore format: one line
  await world.insert('insert into team_member (team_id, account_id) values ($1, $2)', [team, goer.userId])
  const [goes, stays] = [await aRelay(prison, goer), await aRelay(prison, trust)]

  await carriedOut(trust, national, [team])
  await sign(goer, goes.id)
  await sign(trust, stays.id)

  expect([await handover(goes.id), await handover(stays.id)]).toMatchObject([
    { to: national.agencyName, state: 'ACCEPTED' },
    { to: trust.agencyName, state: 'ACCEPTED' },
  ])
  expect([await ownerOf(goes.caseId), await ownerOf(stays.caseId)]).toEqual([national.agencyName, trust.agencyName])
})
