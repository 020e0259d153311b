import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
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

test('everybody keeps their own name, telephone and language, and the pages follow', async () => {
  const worker = await world.aWorkerAt('Prison')
  const version = await versionOf(worker, '/account')

  const wrong = await site.post(worker, '/account', { version, name: '', jobTitle: '', phone: 'call me', locale: 'xx' })
  const right = await site.post(worker, '/account', {
    version,
    name: 'Samira Rossi',
    jobTitle: 'Educatrice',
    phone: '+39 06 123',
    locale: 'it',
  })

  expect(wrong.statusCode).toBe(422)
  for (const field of ['name', 'phone', 'locale']) expect(wrong.body).toContain(`id="${field}-error"`)
  expect(right.statusCode).toBe(303)
  const page = await site.get(worker, '/account?done')
  expect(page.body).toContain('I tuoi dati')
  expect(page.body).toContain('Samira Rossi')
})

test('the language of the footer holds for this browser and for the account, and leads back', async () => {
  const worker = await world.aWorkerAt('Prison')

  const known = await site.get(worker, '/language/nl?back=/account')
  const unknown = await site.get(undefined, '/language/it?back=%2Fsign-in%3Fback%3D%252F')
  const elsewhere = await site.get(undefined, '/language/it?back=//evil.example')
  const none = await site.get(undefined, '/language/xx')

  expect(known.headers.location).toBe('/account')
  expect((await site.get(worker, '/account')).body).toContain('Uw gegevens')
  expect(unknown.headers.location).toBe('/sign-in?back=%2F')
  expect(unknown.headers['set-cookie']).toMatch(/^language=it; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax/)
  expect(elsewhere.headers.location).toBe('/')
  expect(none.statusCode).toBe(404)
})
