import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCase } from './builders.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

async function aTeam(member: Actor, name: string) {
  const { id } = await world.insert<{ id: string }>('insert into team (agency_id, name) values ($1, $2) returning id', [
    member.agencyId,
    name,
  ])
  await world.insert('insert into team_member (team_id, account_id) values ($1, $2)', [id, member.userId])
  return { id, member: await world.again(member) }
}

async function aGivenCase() {
  const lead = await world.aWorkerAt('Wexley Probation', { kind: 'probation', roles: ['MANAGER'] })
  const ben = await world.aColleagueOf(lead, { name: 'Ben Ode' })
  const { id } = await aCase(world, ben, { role: 'COMMUNITY_OFFENDER_MANAGER' })
  return { lead, ben, id, team: await aTeam(await world.aColleagueOf(lead), 'North team') }
}
const writes = async (actor: Actor, caseId: string) =>
  (await site.get(actor, `/cases/${caseId}/notes/new`)).statusCode === 200

test('a team lead gives the case to a team, which works on it until that ends', async () => {
  const { lead, id, team } = await aGivenCase()
  const before = await writes(team.member, id)

  const given = await site.post(lead, `/cases/${id}/teams`, { teamId: team.id })
  const during = await writes(team.member, id)
  const page = await site.get(lead, `/cases/${id}/team`)
  const [, partyId] = /\/allocations\/([\da-f-]+)\/end-team/.exec(page.body)!
  await site.post(lead, `/allocations/${partyId}/end-team`, {})

  expect(given.statusCode).toBe(303)
  expect(page.body).toContain('Team: North team')
  expect([before, during, await writes(team.member, id)]).toEqual([false, true, false])
})

test('a team of another agency, one that works there already and none at all are not taken', async () => {
  const { lead, id, team } = await aGivenCase()
  const others = await aTeam(await world.aWorkerAt('Council', { kind: 'council' }), 'Their team')
  await site.post(lead, `/cases/${id}/teams`, { teamId: team.id })

  const answers = await Promise.all(
    [others.id, team.id, ''].map((teamId) => site.post(lead, `/cases/${id}/teams`, { teamId })),
  )

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422])
})

test('a colleague at list level gives the case to nobody, and another agency ends no place of ours', async () => {
  const { lead, id, team } = await aGivenCase()
  const colleague = await world.aColleagueOf(lead)
  const stranger = await world.aWorkerAt('Council', { kind: 'council', roles: ['MANAGER'] })
  await site.post(lead, `/cases/${id}/teams`, { teamId: team.id })
  const [place] = await world.inspect<{ id: string }>('select id from case_party where team_id = $1', [team.id])

  const byColleague = await site.post(colleague, `/cases/${id}/teams`, { teamId: team.id })
  const byStranger = await site.post(stranger, `/allocations/${place!.id}/end-team`, {})

  expect([byColleague.statusCode, byStranger.statusCode]).toEqual([403, 404])
})
