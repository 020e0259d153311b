import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../cases/builders.ts'
import { newId } from '../../platform/ids.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { aPasswordOf, goodPassword } from '../../sign-in/builders.ts'

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

test('an agency’s system adds who joins, finds them by their address, and they are invited', async () => {
  const { call } = await aSystem()
  const userName = anAddress()

  const added = await call('POST', '/Users', {
    userName,
    displayName: 'Elena Rossi',
    title: 'Key worker',
    active: true,
  })
  const again = await call('POST', '/Users', { userName: userName.toUpperCase(), displayName: 'Elena Rossi' })
  const found = await call('GET', `/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}`)
  const none = await call('GET', `/Users?filter=${encodeURIComponent('userName eq "nobody@prison.example"')}`)

  expect([added.statusCode, again.statusCode, again.json().scimType]).toEqual([201, 409, 'uniqueness'])
  expect(added.headers['content-type']).toContain('application/scim+json')
  expect(added.json()).toMatchObject({ userName, displayName: 'Elena Rossi', active: true })
  expect(found.json()).toMatchObject({ totalResults: 1, Resources: [{ id: added.json().id }] })
  expect(none.json()).toMatchObject({ totalResults: 0, Resources: [] })
  expect(await world.inspect('select from mail where to_address = $1', [userName])).toHaveLength(1)
  expect(await world.inspect('select roles from account where email = $1', [userName])).toEqual([{ roles: ['WORKER'] }])
})

test('a system finds who it calls so, in its own agency alone, and may call them otherwise', async () => {
  const { call } = await aSystem()
  const { call: other } = await aSystem()
  const sought = (externalId: string) => `/Users?filter=${encodeURIComponent(`externalId eq "${externalId}"`)}`

  const added = (await call('POST', '/Users', { userName: anAddress(), externalId: 'P-17' })).json()
  await other('POST', '/Users', { userName: anAddress(), externalId: 'P-17' })
  const found = (await call('GET', sought('P-17'))).json()
  const renamed = await call('PATCH', `/Users/${added.id}`, {
    Operations: [{ op: 'replace', path: 'externalId', value: 'P-18' }],
  })
  const gone = (await call('GET', sought('P-17'))).json()

  expect(added.externalId).toBe('P-17')
  expect(found).toMatchObject({ totalResults: 1, Resources: [{ id: added.id, externalId: 'P-17' }] })
  expect([renamed.statusCode, renamed.json().externalId, gone.totalResults]).toEqual([200, 'P-18', 0])
  expect((await call('GET', `/Users/${added.id}`)).json().externalId).toBe('P-18')
})

test.each([
  ['PATCH', { Operations: [{ op: 'Replace', path: 'active', value: 'False' }] }],
  ['PATCH', { Operations: [{ op: 'replace', value: { active: false } }] }],
  ['DELETE', undefined],
])('who leaves is out at once (%s %j), and what they wrote stays', async (method, body) => {
  const { call, administrator } = await aSystem()
  const leaver = await world.aColleagueOf(administrator, { name: 'Leo Aver' })
  const answer = await site.post(undefined, '/sign-in', {
    email: await aPasswordOf(world, leaver),
    password: goodPassword,
  })
  const cookie = String([answer.headers['set-cookie']].flat()[0]).split(';')[0]!
  const before = await site.get(undefined, '/account', { headers: { cookie } })

  const done = await call(method, `/Users/${leaver.userId}`, body)

  const after = await site.get(undefined, '/account', { headers: { cookie } })
  const read = await call('GET', `/Users/${leaver.userId}`)
  expect([before.statusCode, done.statusCode, after.statusCode]).toEqual([200, method === 'DELETE' ? 204 : 200, 303])
  expect(read.json()).toMatchObject({ id: leaver.userId, active: false, displayName: 'Leo Aver' })
})

test('a system reaches the users of its own agency alone, and none whom a coordinator appoints', async () => {
  const { call, administrator } = await aSystem()
  const stranger = await world.aWorkerAt('Police')
  const auditor = await world.aColleagueOf(administrator, { roles: ['AUDITOR'] })

  const answers = [
    await call('GET', `/Users/${stranger.userId}`),
    await call('DELETE', `/Users/${stranger.userId}`),
    await call('GET', '/Users/nonsense'),
    await call('DELETE', `/Users/${auditor.userId}`),
  ]
  const list = (await call('GET', '/Users')).json()
  const [theirs] = await world.inspect<{ email: string }>('select email from account where id = $1', [stranger.userId])
  const sought = `/Users?filter=${encodeURIComponent(`userName eq "${theirs!.email}"`)}`
  const found = (await call('GET', sought)).json()

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 403])
  expect(found).toMatchObject({ totalResults: 0, Resources: [] })
  expect(list.Resources.map(({ id }: { id: string }) => id).sort()).toEqual(
    [administrator.userId, auditor.userId].sort(),
  )
  const shut = await world.inspect('select from account where id = any($1) and disabled_at is not null', [
    [stranger.userId, auditor.userId],
  ])
  expect(shut).toEqual([])
})

test('its token opens no case and no API, and a token of the API keeps no users', async () => {
  const { call, administrator, token } = await aSystem()
  const worker = await world.aColleagueOf(administrator)
  const { id: caseId } = await aCase(world, worker)
  const made = await site.post(administrator, '/settings/integrations', { name: 'Case system', opens: 'api' })
  const other = /tl_[\w-]{43}/.exec(made.body)![0]
  const withToken = (url: string, bearer: string) =>
    site.app.inject({ url, headers: { authorization: `Bearer ${bearer}` } })

  const answers = [
    await withToken('/api/v1/caseload', token),
    await withToken(`/api/v1/cases/${caseId}`, token),
    await withToken('/scim/v2/Users', other),
    await withToken('/scim/v2/Users', 'tl_nonsense'),
    await site.app.inject({ url: '/scim/v2/Users' }),
    await site.get(administrator, '/scim/v2/Users'),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 401, 401, 403])
  expect((await call('GET', '/ServiceProviderConfig')).json()).toMatchObject({ patch: { supported: true } })
})

test('what is no user, no filter or no change that is ours is told so, and nothing is done', async () => {
  const { call, administrator } = await aSystem()
  const path = `/Users/${(await world.aColleagueOf(administrator)).userId}`

  const answers = [
    await call('POST', '/Users', { userName: 'not an address' }),
    await call('GET', '/Users?filter=title%20co%20%22x%22'),
    await call('PATCH', path, { Operations: [{ op: 'replace', path: 'roles', value: 'COORDINATOR' }] }),
    await call('PATCH', path, { Operations: [{ op: 'remove', path: 'active' }] }),
    await call('PATCH', path, 'no JSON'),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 400, 400])
  expect(answers[0]!.json()).toMatchObject({ status: '400', schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'] })
})

const anAddress = () => `${newId()}@prison.example`

/** An agency whose own system keeps its users. */
test('what would break a line, or what says one thing twice, makes no account of its own kind', async () => {
  const { call } = await aSystem()
  const userName = anAddress()

  const lines = await call('POST', '/Users', { userName, displayName: 'Elena\r\nBcc: all@prison.example\0' })
  const titled = await call('PATCH', `/Users/${lines.json().id}`, {
    Operations: [{ op: 'replace', path: 'title', value: 'Key\0worker' }],
  })
  const twice = await call('POST', '/Users', `{"userName":"${anAddress()}","userName":"${anAddress()}"}`)
  const sought = await call('GET', `/Users?filter=${encodeURIComponent('externalId eq "a\0b"')}`)

  expect(lines.json()).toMatchObject({ displayName: 'Elena Bcc: all@prison.example' })
  expect(titled.json()).toMatchObject({ title: 'Key worker' })
  expect([twice, sought].map((answer) => [answer.statusCode, answer.json().detail])).toEqual([
    [400, 'request.key-twice'],
    [400, 'scim.filter'],
  ])
})

async function aSystem() {
  const administrator = await world.aWorkerAt('Prison', { roles: ['ADMINISTRATOR'], name: 'Ada Minister' })
  const made = await site.post(administrator, '/settings/integrations', { name: 'Staff system', opens: 'scim' })
  const token = /tl_[\w-]{43}/.exec(made.body)![0]
  const call = (method: string, path: string, body?: unknown) =>
    site.app.inject({
      method: method as 'GET',
      url: `/scim/v2${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/scim+json' }),
      },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  return { administrator, token, call }
}
