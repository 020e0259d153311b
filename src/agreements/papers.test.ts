import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhoto, sendFile } from '../documents/builders.ts'
import { scanNow } from '../documents/index.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anOffer } from './builders.ts'

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

async function anAgreementWithParties() {
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  const manager = await world.aWorkerAt('Prison', { roles: ['MANAGER'] })
  const address = `/agreements/${await anOffer(world, [manager, await world.aWorkerAt('Charity', { kind: 'charity' })])}`
  return { coordinator, manager, address }
}

test('a coordinator adds the signed paper; who reads agreements opens it, as a file that shows nothing of where it was taken', async () => {
  const { coordinator, manager, address } = await anAgreementWithParties()

  const added = await sendFile(site, coordinator, `${address}/papers`, { title: 'Signed, page 1' }, await aPhoto())
  const page = await site.get(manager, address)
  const file = await site.get(manager, /href="([^"]+\/papers\/[0-9a-f-]{36})"/.exec(page.body)![1]!)

  expect(added.headers.location).toBe(`${address}?done=paper`)
  expect(page.body).toContain('Signed, page 1')
  expect(file.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'attachment; filename="agreement.jpg"',
  })
  expect(file.rawPayload.includes('CANARY-PHONE')).toBe(false)
})

test('what is no picture is not taken, what was typed stays, and nobody but a coordinator adds', async () => {
  const { coordinator, manager, address } = await anAgreementWithParties()
  const script = Buffer.from('<script>alert(1)</script>')

  const refused = await sendFile(site, coordinator, `${address}/papers`, { title: 'Signed, page 1' }, script)
  const nameless = await sendFile(site, coordinator, `${address}/papers`, { title: '' }, await aPhoto())
  const others = await sendFile(site, manager, `${address}/papers`, { title: 'Mine' }, await aPhoto())

  expect([refused.statusCode, refused.body.includes('value="Signed, page 1"')]).toEqual([422, true])
  expect([nameless.statusCode, nameless.body.includes('Say what the paper is')]).toEqual([422, true])
  expect(others.statusCode).toBe(403)
  expect((await site.get(manager, address)).body).toContain('No paper was added yet')
})

test('a PDF is kept once the scanner said that it is clean, and not while it is silent', async () => {
  const pdf = { kind: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }

  expect(await scanNow(pdf, async () => ({ clean: true }))).toBeUndefined()
  expect(await scanNow(pdf, async () => ({ clean: false, name: 'Eicar' }))).toBe('file.infected')
  expect(await scanNow(pdf, () => Promise.reject(new Error('silent')))).toBe('file.scanner-silent')
  expect(await scanNow(pdf, undefined)).toBe('file.scanner-silent')
})
