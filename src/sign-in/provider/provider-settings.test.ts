import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { aClient, aProvider } from './provider-builders.ts'

let world: World
let site: Site
let provider: Awaited<ReturnType<typeof aProvider>>
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  provider = await aProvider(['http://127.0.0.1:3000/back'])
})
afterAll(async () => {
  await provider.close()
  await site.close()
  await world.close()
})

const anAdministrator = () => world.aWorkerAt('Council', { roles: ['ADMINISTRATOR'] })
const form = (more: Record<string, string> = {}) => ({
  issuer: provider.issuer,
  clientId: aClient.id,
  clientSecret: aClient.secret,
  emailDomains: 'council.example, @city.example',
  ...more,
})
const address = '/settings/sign-in/provider'

test('the secret is kept sealed, is never shown again, and stays when the rest is changed', async () => {
  const administrator = await anAdministrator()

  const saved = await site.post(administrator, address, form())
  const page = await site.get(administrator, address)
  const changed = await site.post(administrator, address, form({ clientSecret: '', emailDomains: 'council.example' }))

  const [kept] = await world.inspect<{ all: string; sealed: string }>(
    'select a::text as all, client_secret as sealed from agency_sign_in a where agency_id = $1',
    [administrator.agencyId],
  )
  expect([saved.statusCode, changed.statusCode]).toEqual([303, 303])
  expect(page.body).toContain('council.example, city.example')
  expect(page.body + kept!.all).not.toContain(aClient.secret)
  expect(page.body).not.toContain(kept!.sealed)
  expect(kept!.sealed.length).toBeGreaterThan(40)
})

test('a secret is not handed to another issuer than it was given for', async () => {
  const administrator = await anAdministrator()
  await site.post(administrator, address, form())
  const other = await aProvider(['http://127.0.0.1:3000/back'])

  const moved = await site.post(administrator, address, form({ issuer: other.issuer, clientSecret: '' }))

  expect(moved.statusCode).toBe(422)
  expect(moved.body).toContain('Enter the client secret')
  await other.close()
})

test.each([
  ['http://sign-in.council.example', 'begins with https://'],
  ['https://10.0.0.1', 'public internet'],
  ['https://[::1]', 'begins with https://'],
  ['https://169.254.169.254', 'public internet'],
  ['https://name:word@council.example', 'begins with https://'],
  ['http://127.0.0.1:1', 'No provider answers'],
  ['nonsense', 'begins with https://'],
])('%s is no issuer, and what was typed is kept', async (issuer, said) => {
  site.app.site.publicUrl = issuer.includes('[::1]') ? 'https://throughline.example' : 'http://127.0.0.1:3000'

  const answer = await site.post(await anAdministrator(), address, form({ issuer }))

  site.app.site.publicUrl = 'http://127.0.0.1:3000'
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(said)
  expect(answer.body).toContain('council.example, @city.example')
})

test('an administrator keeps the provider of their own agency, and takes it away', async () => {
  const administrator = await anAdministrator()
  await site.post(administrator, address, form())
  const stranger = await anAdministrator()
  const worker = await world.aColleagueOf(administrator)

  const theirs = await site.get(stranger, address)
  const refused = await site.post(worker, `${address}/removal`, {})
  const removed = await site.post(administrator, `${address}/removal`, {})

  expect(theirs.body).not.toContain(provider.issuer)
  expect([refused.statusCode, removed.statusCode]).toEqual([403, 303])
  expect(
    await world.inspect('select issuer, client_secret from agency_sign_in where agency_id = $1', [
      administrator.agencyId,
    ]),
  ).toEqual([{ issuer: null, client_secret: null }])
})
