import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { revokeToken } from '../integrations/index.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anIntegrationOf, aTeamOn } from './builders.ts'

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

test('an integration sees the cases of its agency, and another agency has nothing there', async () => {
  const prison = await world.aWorkerAt('Prison')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const { id, personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor', number: 'A9914DK' })
  const ours = await anIntegrationOf(world, site, prison)
  const theirs = await anIntegrationOf(world, site, police)

  const caseload = (await ours.get('/caseload')).json()
  const whole = (await ours.get(`/cases/${id}`)).json()
  const found = (await ours.get('/people?name=okafr')).json()

  expect(caseload.cases).toMatchObject([{ id, name: 'Danny Okafor', prisonNumber: 'A9914DK' }])
  expect(whole.person).toMatchObject({ id: personId, familyName: 'Okafor' })
  expect(found.people).toMatchObject([{ id: personId, caseIds: [id] }])
  expect((await theirs.get('/caseload')).json()).toEqual({ cases: [], next: null })
  expect((await theirs.get(`/cases/${id}`)).statusCode).toBe(404)
  expect((await theirs.get('/people?name=okafor')).json()).toEqual({ people: [] })
  expect((await theirs.get('/people?number=A9914DK')).json()).toEqual({ people: [] })
  expect((await theirs.post(`/cases/${id}/notes`, { body: 'Smuggled' })).statusCode).toBe(404)
})

test('a part of the case that the agency does not see is left out, and can not be written', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id } = await aCase(world, prison)
  const listLevel = await anIntegrationOf(world, site, prison)

  const whole = (await listLevel.get(`/cases/${id}`)).json()
  const refused = await listLevel.post(`/cases/${id}/notes`, { body: 'Seen today' })

  expect(whole.sight).toEqual(['custody', 'identity', 'needs'])
  expect(refused.statusCode).toBe(403)
  expect(refused.json()).toMatchObject({ code: 'note.part-closed' })
})

test('a note that an integration writes is on the case', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id } = await aCase(world, prison)
  await aTeamOn(world, prison, id)
  const integration = await anIntegrationOf(world, site, prison)

  const answer = await integration.post(`/cases/${id}/notes`, { body: 'Bus pass given', ownWords: 'That helps' })

  expect(answer.statusCode).toBe(201)
  const { notes } = (await integration.get(`/cases/${id}`)).json()
  expect(notes).toMatchObject([{ ...answer.json(), happenedAt: expect.any(String), writtenAt: expect.any(String) }])
})

test('a note that is sent twice with one key is written once', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id } = await aCase(world, prison)
  await aTeamOn(world, prison, id)
  const integration = await anIntegrationOf(world, site, prison)
  const key = { 'idempotency-key': '0199b1c0-0000-7000-8000-000000000001' }

  const first = await integration.post(`/cases/${id}/notes`, { body: 'Bus pass given' }, key)
  const second = await integration.post(`/cases/${id}/notes`, { body: 'Bus pass given' }, key)

  expect(second.statusCode).toBe(201)
  expect(second.json().id).toBe(first.json().id)
  expect((await integration.get(`/cases/${id}`)).json().notes).toHaveLength(1)
})

test('a token that is revoked opens nothing more', async () => {
  const prison = await world.aWorkerAt('Prison')
  const integration = await anIntegrationOf(world, site, prison)
  const administrator = await world.aColleagueOf(prison, { roles: ['ADMINISTRATOR'] })
  const [token] = await world.inspect<{ id: string }>(
    'select t.id from api_token t join account a on a.id = t.account_id where a.agency_id = $1',
    [prison.agencyId],
  )
  const before = await integration.get('/caseload')

  await world.database.change(administrator, (change) => revokeToken(change, token!.id))
  const after = await integration.get('/caseload')

  expect(before.statusCode).toBe(200)
  expect(after.statusCode).toBe(401)
  expect(after.headers['www-authenticate']).toBe('Bearer')
  expect(after.json()).toMatchObject({ code: 'token.not-known' })
})

test('a caseload is read page by page, each case once', async () => {
  const prison = await world.aWorkerAt('Prison')
  const made = []
  for (let count = 0; count < 5; count += 1) made.push((await aCase(world, prison)).id)
  const integration = await anIntegrationOf(world, site, prison)

  const first = (await integration.get('/caseload?limit=2')).json()
  const second = (await integration.get(`/caseload?limit=2&after=${first.next}`)).json()
  const third = (await integration.get(`/caseload?limit=2&after=${second.next}`)).json()

  const read = [...first.cases, ...second.cases, ...third.cases].map((each) => each.id)
  expect(read).toEqual(made.sort())
  expect(third.next).toBeNull()
})

test("a worker's caseload holds the cases on which the worker is named", async () => {
  const prison = await world.aWorkerAt('Prison')
  const colleague = await world.aColleagueOf(prison)
  const { id } = await aCase(world, prison)
  await aCase(world, colleague)
  const integration = await anIntegrationOf(world, site, prison)

  const { cases } = (await integration.get(`/caseload?worker=${prison.userId}`)).json()

  expect(cases.map((each: { id: string }) => each.id)).toEqual([id])
})
