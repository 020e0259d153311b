import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCase } from './builders.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

async function aPrisonWithCase() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId, personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  return { prison, caseId, personId }
}

test('the team page lets the area in, names its worker, and says how long nobody was', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const probation = await world.aWorkerAt('Wexley Probation', { kind: 'probation', name: 'Sarah Bright' })
  const before = await site.get(prison, `/cases/${caseId}/team`)

  const letIn = await site.post(prison, `/cases/${caseId}/supervision`, { area: probation.agencyId })
  const role = 'COMMUNITY_OFFENDER_MANAGER'
  const named = await site.post(prison, `/cases/${caseId}/workers`, { accountId: probation.userId, role })
  const after = await site.get(prison, `/cases/${caseId}/team`)

  expect(before.body).toContain('Nobody outside is named')
  expect([letIn.statusCode, named.statusCode]).toEqual([303, 303])
  expect(after.body).toContain('Sarah Bright')
  expect(after.body).not.toContain('Nobody outside is named')
})

test('what ends a worker’s role and what ends the case are told apart by their words', async () => {
  const { prison, caseId } = await aPrisonWithCase()

  const { body } = await site.get(prison, `/cases/${caseId}/team`)

  const ways = [...body.matchAll(/(?:action|href)="([^"]*\/end)"(?:(?!<\/form>).)*?>\s*(End [a-z ]+)/gs)]
  expect(ways.map(([, to, said]) => [to!.split('/')[1], said])).toEqual([
    ['allocations', 'End this role'],
    ['cases', 'End the case'],
  ])
})

test('nobody chosen, a wrong role and a role that is taken are told beside the field', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const colleague = await world.aColleagueOf(prison)
  const name = (accountId: string, role: string) => site.post(prison, `/cases/${caseId}/workers`, { accountId, role })

  const answers = [
    await name('', ''),
    await name(colleague.userId, 'COMMUNITY_OFFENDER_MANAGER'),
    await name(colleague.userId, 'KEY_WORKER'),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422])
  const told = ['Choose a worker', 'belongs to another kind of agency', 'Somebody has this role already']
  for (const [index, answer] of answers.entries()) expect(answer.body).toContain(told[index])
})

test('a worker hands a case over and is led to their own caseload once they no longer see it', async () => {
  const prison = await world.aWorkerAt('Prison')
  const charity = await world.aWorkerAt('Riverside Mentors', { kind: 'charity' })
  const next = await world.aColleagueOf(charity)
  const { id: caseId } = await aCase(world, prison)
  const { id: partyId } = await world.insert<{ id: string }>(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'MENTOR', '2026-03-02', $2) returning id`,
    [caseId, charity.agencyId, charity.userId],
  )

  const answer = await site.post(charity, `/allocations/${partyId}/hand-over`, { accountId: next.userId })
  const gone = await site.get(charity, `/cases/${caseId}/team`)
  const seen = await site.get(next, '/caseload')

  expect([answer.statusCode, answer.headers.location, gone.statusCode]).toEqual([303, '/caseload', 404])
  expect(seen.body).toContain('Sam Rivers')
})

test('the caseload shows each person once with the way to find others, or says why it is empty', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const colleague = await world.aColleagueOf(prison)

  await world.inspect(`update case_summary set wing = 'B' where case_id = $1`, [caseId])
  const mine = await site.get(prison, '/caseload')
  const empty = await site.get(colleague, '/caseload')

  expect(mine.body.match(/>\s*Danny Okafor/g)).toHaveLength(1)
  expect(mine.body).toContain('action="/people"')
  expect(mine.body).toContain('B wing</small>')
  expect(empty.body).toContain('Nobody is on your caseload yet')
})

test('a case about somebody who has one already leads nowhere new', async () => {
  const { prison, personId } = await aPrisonWithCase()
  const police = await world.aWorkerAt('Police', { kind: 'police' })

  const again = await site.post(prison, `/people/${personId}/cases`, {})
  const unseen = await site.post(police, `/people/${personId}/cases`, {})

  expect(again.statusCode).toBe(409)
  expect(unseen.statusCode).toBe(404)
})
