import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '../ids.ts'
import { openSite, type Site } from '../testing/site.ts'
import { openWorld, type World } from '../testing/world.ts'
import { buildApp } from './app.ts'
import { readForm } from './form.ts'
import { saidIn } from './sent-form.ts'

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

/** A server with one route of its own, beside the house's. */
function anAppWith(config: object, handler: (request: never) => Promise<unknown>) {
  const app = buildApp({ database: world.database, site: site.app.site, whoIs: async () => worker })
  app.register(async (routes) => {
    routes.get('/it', { config }, handler as never)
  })
  return app
}
let worker: Awaited<ReturnType<World['aWorkerAt']>> | undefined

test('a route that does not say who may call it, or whether it shows personal data, stops the app from starting', async () => {
  const open = anAppWith({}, async () => 'oops')
  const vague = anAppWith({ may: 'see cases' }, async () => 'oops')

  await expect(open.ready()).rejects.toThrow('does not say who may call it')
  await expect(vague.ready()).rejects.toThrow('does not say whether it shows personal data')
})

test('no audit, no data: a page of a person that tells the audit nothing is not sent', async () => {
  worker = await world.aWorkerAt('Prison')
  const app = anAppWith({ may: 'see cases', looks: 'personal' }, async () => 'Danny Okafor')

  const answer = await app.inject('/it')

  expect(answer.statusCode).toBe(503)
  expect(answer.body).toBe('')
})

test('a page asked for by nobody leads to sign-in and back', async () => {
  const answer = await site.get(undefined, '/caseload?after=1')

  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/sign-in?back=%2Fcaseload%3Fafter%3D1')
})

test('a form that arrives after the session ended shows what was typed, and can be sent again', async () => {
  const prison = await world.aWorkerAt('Prison')
  const url = `/cases/${newId()}/notes`

  const answer = await site.post(undefined, url, { body: 'He wants <b>a room</b>', version: '3' })

  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('He wants &lt;b&gt;a room&lt;/b&gt;')
  expect(answer.body).toContain('name="version" value="3"')
  expect(answer.body).toContain(`action="${url}"`)
  expect(prison).toBeDefined()
})

test('what somebody wrote is not lost with a fault of ours, and a password stands in no answer', async () => {
  worker = await world.aWorkerAt('Prison')
  const app = buildApp({ database: world.database, site: site.app.site, whoIs: async () => worker })
  app.register(async (routes) => {
    routes.post('/it', { config: { may: 'see cases', looks: 'none' } }, async () => Promise.reject(new Error('oops')))
  })
  const typed = { words: 'He wants a room', password: 'through the gate', kind: 'CALL' }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }

  const answer = await app.inject({ method: 'POST', url: '/it', headers, payload: `${new URLSearchParams(typed)}` })

  expect(answer.statusCode).toBe(500)
  expect(answer.body).toContain('<p class="tl-kept">He wants a room')
  expect(answer.body).toContain('What you sent just now may not be kept')
  for (const kept of ['through the gate', 'CALL']) expect(answer.body).not.toContain(kept)
})

test('a page that broke while it was only read frightens nobody about their work, and can be tried again', async () => {
  worker = await world.aWorkerAt('Prison')
  const app = buildApp({ database: world.database, site: site.app.site, whoIs: async () => worker })
  app.register(async (routes) => {
    routes.get('/it', { config: { may: 'see cases', looks: 'none' } }, async () => Promise.reject(new Error('oops')))
  })

  const { statusCode, body } = await app.inject({ url: '/it?page=2' })

  expect(statusCode).toBe(500)
  expect(body).not.toContain('What you sent')
  expect(body).toMatch(/href="\/it\?page=2"[^>]*>Try again/)
})

test('whoever is not signed in is not led to a list of their people', async () => {
  const [outside, inside] = [
    await site.get(undefined, '/nowhere'),
    await site.get(await world.aWorkerAt('Prison'), '/nowhere'),
  ]

  expect([outside.statusCode, inside.statusCode]).toEqual([404, 404])
  expect(outside.body).toContain('If you work here, sign in first.')
  expect(inside.body).toContain('Look on the list of your people')
})

test('a server that restarts under a page ends it not, nor makes a fault of what was kept', async () => {
  const prison = await world.aWorkerAt('Prison')
  await site.cookieFor(prison)
  const formId = newId()
  await world.database.change(
    prison,
    async ({ record }) => record({ name: 'test.done', subjectId: formId, fieldGroup: 'administration' }),
    { channel: 'web', formId },
  )
  const cutter = new Client({ connectionString: world.appUrl })
  await cutter.connect()
  const cutOff = async <T>(table: string, work: () => Promise<T>) => {
    await world.inspect('begin')
    await world.inspect(`lock table ${table} in access exclusive mode`)
    const asked = work()
    const waiting = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await cutter.query(waiting)).rowCount).toBe(1)
    await world.inspect('rollback')
    return asked
  }

  const page = await cutOff('session', () => site.get(prison, '/account'))
  await cutOff('done_request', () => world.database.keepFormAnswer(prison, formId, '/there'))
  const answer = await cutOff('done_request', () => world.database.findFormAnswer(prison, formId, saidIn({})))
  await cutter.end()

  expect([page.statusCode, answer]).toEqual([200, { answer: '/there', isSame: true }])
})

test('a form of more fields or words than any page has, and what no page sends, is refused before it is looked at', async () => {
  const form = 'application/x-www-form-urlencoded'
  const send = async (type: string, payload: string, url = '/sign-in') => {
    const headers = { 'content-type': type, accept: 'application/json' }
    const { statusCode, json } = await site.app.inject({ method: 'POST', url, headers, payload })
    return [statusCode, json().code]
  }
  const fields = (count: number) => Array.from({ length: count }, (_, place) => `a${place}=`).join('&')

  expect(await send(form, fields(5_001))).toEqual([413, 'request.too-large'])
  expect(await send(form, `email=${'x'.repeat(1024 * 1024)}`)).toEqual([413, 'request.too-large'])
  expect(await send('application/json', '{"email":"x"}')).toEqual([415, 'request.unknown-format'])
  expect((await send('application/json', '{}', '/api/v1/nowhere'))[0]).toBe(404)
  expect((await site.app.inject({ method: 'POST', url: '/sign-in', headers: { 'content-type': form }, payload: fields(5_000) })).statusCode).toBe(422) // biome-ignore format: one line
})

test('a form from another site changes nothing', async () => {
  const prison = await world.aWorkerAt('Prison')

  const answer = await site.post(prison, '/sign-out', {}, { headers: { origin: 'https://elsewhere.example' } })

  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('This came from another site')
})

test('every page says what it may load, may not be framed, and is not stored', async () => {
  const { headers } = await site.get(undefined, '/sign-in')

  expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors 'none'/)
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('a page that is not there and a page that may not be seen are the same page', async () => {
  const prison = await world.aWorkerAt('Prison')

  const [missing, hidden] = await Promise.all([
    site.get(prison, '/nothing-here'),
    site.get(prison, `/cases/${newId()}`),
  ])

  expect(missing.statusCode).toBe(404)
  expect(hidden.statusCode).toBe(404)
  const withoutPath = (body: string) =>
    body.replace(/back=[^"]*/g, '').replace(/<li class="govuk-service[\s\S]*?<\/li>/g, '')
  expect(withoutPath(hidden.body)).toBe(withoutPath(missing.body))
})

test('what no page of ours sends is refused as unreadable, and has no words beside a field', () => {
  const schema = z.object({ version: z.coerce.number(), body: z.string({ error: 'body.missing' }) })

  expect(() => readForm(schema, { version: 'x', body: 'text' })).toThrow('request.unreadable')
  expect(readForm(schema, { version: '1' }).problems).toEqual([{ field: 'body', message: 'body.missing' }])
})
