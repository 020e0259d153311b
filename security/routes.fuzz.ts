import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from '../src/platform/testing/site.ts'
import { openWorld, type World } from '../src/platform/testing/world.ts'
import { type Cast, gather } from './cast.ts'
import { type Form, formsIn } from './forms.ts'
import { type Planted, plant } from './planted.ts'
import { plantLater } from './planted-later.ts'
import { addressOf } from './route-cells.ts'

// Forms, queries and bodies that nobody's browser would send: whatever it is, it is no fault of ours. `FUZZ_REQUESTS=10000` for more.

const requests = Number(process.env['FUZZ_REQUESTS'] ?? 2_000)
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 100_000)

let world: World
let site: Site
let planted: Planted
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  planted = await plant(world, await world.aWorkerAt('Author', { kind: 'prison' }))
  site = await openSite(world)
  cast = await gather(world, planted)
  await plantLater(world, planted, cast)
  console.log(`seed: ${seed}`)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const leaves = /^\/(sign-out|session|account\/(sessions|password)|language)/ // the others would ask as nobody
const wild = ['', ' ', '\0', '\uD800', '0', '-1', '1', '99', '9999999999', '1e9', '1.5', 'NaN', 'null', '2026-02-30', '31', '13', '24:61', '09:30', "x'; drop table note; --", '<script>', '%', '\\', '{', '[]', randomUUID(), '00000000-0000-0000-0000-000000000000', 'A1234BC', '__proto__', 'é'.repeat(3_000), 'x'.repeat(70_000)] // biome-ignore format: a list
const sample = <T>(arbitrary: fc.Arbitrary<T>, nth: number): T =>
  fc.sample(arbitrary, { numRuns: 1, seed: seed + nth })[0]!
const words = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...wild) }, fc.string({ unit: 'binary', maxLength: 30 }), fc.integer().map(String)) // biome-ignore format: one line

test('a form with anything in its fields is answered, and never by a fault', async () => {
  const faults: string[] = []
  const tried = new Set<string>()
  const roles = ['key worker', 'prison manager', 'coordinator', 'administrator'] as const
  const forms: { form: Form; role: (typeof roles)[number] }[] = []
  for (const role of roles) for (const form of await formsOf(role)) forms.push({ form, role })

  for (let nth = 0; nth < requests; nth++) {
    const { form, role } = forms[nth % forms.length]!
    const body: Record<string, string | string[]> = { formId: randomUUID() }
    for (const [at, { name, values }] of form.fields.entries()) {
      const dice = sample(fc.integer({ min: 0, max: 9 }), nth * 100 + at)
      if (name === 'formId' || dice === 0) continue // left out
      if (dice < 5) body[name] = sample(fc.constantFrom(...values), nth * 100 + at)
      else if (dice === 5) body[name] = [sample(words, nth * 100 + at), sample(words, nth * 100 + at + 1)]
      else body[name] = sample(words, nth * 100 + at)
    }
    tried.add(form.action)
    const { statusCode } = await site.post(cast[role], form.action, body)
    if (statusCode >= 500) faults.push(`${role} ${form.action} ${statusCode} ${JSON.stringify(body).slice(0, 500)}`)
  }

  console.log(`forms: ${requests} of ${tried.size} addresses, ${faults.length} faults`)
  expect(faults).toEqual([])
})

test('every address takes any query and any body without a fault', async () => {
  const faults: string[] = []
  const names = ['q', 'page', 'name', 'sort', 'status', 'from', 'until', 'days', 'month', 'pathway', 'done', 'back', 'kind', 'agency', 'person', 'x'] // biome-ignore format: a list
  const types = ['application/x-www-form-urlencoded', 'application/json', 'multipart/form-data; boundary=x', 'text/plain', 'application/scim+json'] // biome-ignore format: a list
  let sent = 0

  for (const [nth, { method, url }] of site.routes.entries()) {
    if (/\/live$|\/assets\/|\*/.test(url) || leaves.test(url)) continue
    for (const verb of [method].flat().filter((each) => each !== 'HEAD')) {
      for (let time = 0; time < 3; time++) {
        const at = nth * 31 + time
        const query = new URLSearchParams(names.slice(time * 5, time * 5 + 6).map((name, nr): [string, string] => [name, sample(words, at + nr).slice(0, 500).toWellFormed()])) // biome-ignore format: one line
        const address = addressOf(url, planted, 'real').split('?')[0]
        const payload = sample(fc.oneof(words, fc.json(), fc.constant('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n\0\r\n--x--\r\n')), at) // biome-ignore format: one line
        const headers = { cookie: await site.cookieFor(cast['key worker']), 'content-type': sample(fc.constantFrom(...types), at) } // biome-ignore format: one line
        const withBody = verb === 'GET' ? {} : { payload }
        const { statusCode } = await site.app.inject({ method: verb as 'GET', url: `${address}?${query}`, headers, ...withBody }) // biome-ignore format: one line
        sent += 1
        if (statusCode >= 500) faults.push(`${verb} ${url} ${statusCode} ?${query} ${headers['content-type']} ${payload.slice(0, 200)}`) // biome-ignore format: one line
      }
    }
  }

  console.log(`addresses: ${sent} requests, ${faults.length} faults`)
  expect(faults).toEqual([])
})

/** Every form that one of the cast finds on any page. */
async function formsOf(role: keyof Cast): Promise<Form[]> {
  const forms = new Map<string, Form>()
  for (const { method, url } of site.routes) {
    if (method !== 'GET' || /\/live$|\/assets\/|\*/.test(url)) continue
    const address = addressOf(url, planted, 'real')
    const { statusCode, body } = await site.get(cast[role], address)
    if (statusCode !== 200) continue
    for (const form of formsIn(body, address))
      if (!leaves.test(form.action)) forms.set(`${form.action} ${form.fields.map(({ name }) => name)}`, form)
  }
  return [...forms.values()]
}
