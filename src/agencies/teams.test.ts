import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

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

const versionIn = (body: string) => /name="version" value="([^"]+)"/.exec(body)![1]!
const versionOf = async (actor: Actor, url: string) => versionIn((await site.get(actor, url)).body)

async function aTeam(administrator: Actor, name: string): Promise<string> {
  const answer = await site.post(administrator, '/settings/teams', { name, formId: newId() })
  return String(answer.headers.location).split('?')[0]!
}

test('a team is made, its members are chosen, and they see what it works on from their next page', async () => {
  const administrator = await world.aWorkerAt('Prison', { roles: ['ADMINISTRATOR'] })
  const worker = await world.aColleagueOf(administrator, { name: 'Kit Ward' })
  const empty = await site.get(administrator, '/settings/teams')
  const url = await aTeam(administrator, 'Resettlement')

  const answer = await site.post(administrator, url, {
    version: await versionOf(administrator, url),
    name: 'Resettlement',
    members: worker.userId,
  })

  expect(empty.body).toContain('No team yet')
  expect(answer.statusCode).toBe(303)
  expect((await site.get(administrator, '/settings/teams')).body).toContain('Kit Ward')
  expect((await world.again(worker)).audiences).toContain(url.split('/').at(-1))
})

test('a member who leaves no longer sees the team’s cases; a closed team gives nobody sight', async () => {
  const administrator = await world.aWorkerAt('Prison', { roles: ['ADMINISTRATOR'] })
  const worker = await world.aColleagueOf(administrator)
  const url = await aTeam(administrator, 'Resettlement')
  const form = async (members: string[]) => ({
    version: await versionOf(administrator, url),
    name: 'Resettlement',
    members,
  })
  const isIn = async () => (await world.again(worker)).audiences.includes(url.split('/').at(-1)!)

  await site.post(administrator, url, await form([worker.userId]))
  const joined = await isIn()
  await site.post(administrator, url, await form([]))
  const left = await isIn()
  await site.post(administrator, url, await form([worker.userId]))
  await site.post(administrator, `${url}/close`, { version: await versionOf(administrator, url) })

  expect([joined, left, await isIn()]).toEqual([true, false, false])
})

test('a team that receives imports is not closed, and only a prison’s own open team may receive', async () => {
  const administrator = await world.aWorkerAt('Prison', { roles: ['ADMINISTRATOR'] })
  const other = await world.aWorkerAt('Other', { roles: ['ADMINISTRATOR'] })
  const url = await aTeam(administrator, 'Reception')
  const foreign = (await aTeam(other, 'Elsewhere')).split('/').at(-1)!
  const agency = `/settings/agencies/${administrator.agencyId}`
  const details = { name: 'Prison', phone: '', email: '', place: '', personTerm: '' }
  const receive = async (receivingTeamId: string) =>
    site.post(administrator, agency, { ...details, receivingTeamId, version: await versionOf(administrator, agency) })

  const own = await receive(url.split('/').at(-1)!)
  const others = await receive(foreign)
  const closing = await site.post(administrator, `${url}/close`, { version: '1' })

  expect([own.statusCode, others.statusCode, closing.statusCode]).toEqual([303, 404, 409])
  expect((await site.get(administrator, url)).body).toContain('Choose another receiving team')
})

test('an administrator keeps the teams of their own agency alone, with its own people alone', async () => {
  const administrator = await world.aWorkerAt('Prison', { roles: ['ADMINISTRATOR'] })
  const other = await world.aWorkerAt('Other', { roles: ['ADMINISTRATOR'] })
  const theirs = await aTeam(other, 'Theirs')
  const mine = await aTeam(administrator, 'Mine')
  const version = await versionOf(administrator, mine)

  const seen = await site.get(administrator, theirs)
  const smuggled = await site.post(administrator, mine, { version, name: 'Mine', members: other.userId })
  const inOtherName = await site.post(administrator, '/settings/teams', { name: 'Sly', agencyId: other.agencyId })

  expect([seen.statusCode, smuggled.statusCode]).toEqual([403, 404])
  expect(await world.inspect('select from team_member where account_id = $1', [other.userId])).toEqual([])
  expect(inOtherName.statusCode).toBe(303)
  expect(await world.inspect(`select agency_id from team where name = 'Sly'`)).toEqual([
    { agency_id: administrator.agencyId },
  ])
})

test('when two change one team the second sees both', async () => {
  const administrator = await world.aWorkerAt('Prison', { roles: ['ADMINISTRATOR'] })
  const url = await aTeam(administrator, 'Resettlement')
  const version = await versionOf(administrator, url)
  await site.post(administrator, url, { version, name: 'Through the gate' })

  const answer = await site.post(administrator, url, { version, name: 'Release' })

  expect(answer.statusCode).toBe(409)
  for (const name of ['Through the gate', 'Release']) expect(answer.body).toContain(name)
})

test('somebody who only administers or coordinates reads no case, by page or by SQL', async () => {
  const worker = await world.aWorkerAt('Prison')
  const sam = await aCase(world, worker, { givenName: 'Sam' })
  const administrator = await world.aColleagueOf(worker, { roles: ['ADMINISTRATOR', 'COORDINATOR'] })
  const held = { ...administrator, audiences: [] } // as find_session and who-is give them

  const pages = []
  for (const url of [`/cases/${sam.id}`, '/people', '/releases']) pages.push(await site.get(administrator, url))
  const rows = await world.database.read(held, async ({ db }) => [
    await db.selectFrom('person').selectAll().execute(),
    await db.selectFrom('case_file').selectAll().execute(),
    await db.selectFrom('case_summary').selectAll().execute(),
  ])

  expect(pages.every(({ statusCode }) => statusCode === 403 || statusCode === 404)).toBe(true)
  expect(pages.some(({ body }) => body.includes('Rivers'))).toBe(false)
  expect(rows).toEqual([[], [], []])
})
