import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aClaim, aContract, aReleasedPerson, aStay } from './builders.ts'

let world: World
let site: Site
let manager: Actor
let second: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

/** Each test has an agency of its own with two managers. */
async function anAgency() {
  manager = await world.aWorkerAt('Riverside', {
    kind: 'probation',
    roles: ['WORKER', 'MANAGER'],
    name: 'Pauline Reed',
  })
  second = await world.aColleagueOf(manager, { roles: ['WORKER', 'MANAGER'], name: 'Omar Said' })
}
const page = async (actor: Actor, url: string) => (await site.get(actor, url)).body
const send = async (actor: Actor, url: string, form: Record<string, string> = {}) =>
  (await site.post(actor, url, { formId: newId(), ...form })).statusCode

const released = (on: string, familyName?: string) => aReleasedPerson(world, manager, on, familyName)
const stay = (personId: string, from: string, until: string | null) => aStay(world, manager, personId, from, until)
const countsOf = async (actor: Actor, contractId: string) => {
  const body = await page(actor, `/contracts/${contractId}`)
  return [...body.matchAll(/data-label="(Can be claimed now|In claims that wait|Approved|Too early to say|Not met)">\s*<span>([\d,]+)<\/span>/g)].map(([, , count]) => Number(count)) // biome-ignore format: one line
}

test('who stayed out for the days of the contract counts, who came back does not, and what is not mature is told and not counted', async () => {
  await anAgency()
  await released('2025-09-01')
  const back = await released('2025-09-01')
  await stay(back.personId, '2025-10-01', '2025-10-20')
  await released('2026-02-01') // followed until April
  const undone = await released('2025-09-02')
  await stay(undone.personId, '2025-10-01', '2025-10-01')
  await world.inspect(`update custody set left_reason = 'UNDONE' where person_id = $1 and received_on = '2025-10-01'`, [undone.personId]) // biome-ignore format: one line
  await released('2025-06-01') // before the contract
  const id = await aContract(world, manager)

  expect(await countsOf(manager, id)).toEqual([2, 0, 0, 1, 1])
  const body = await page(manager, `/contracts/${id}`)
  expect(body).toContain('Claim 2 people, £501.00')
  expect(body).toContain('The next one is known on Sun 26 Apr 2026')
  expect(await page(manager, `/contracts/${id}/results/NOT_BACK`)).toContain('Too early to say')
})

test('a sentence is completed outside of prison on its last day, once that day is over', async () => {
  await anAgency()
  const end = async (personId: string, day: string) =>
    world.inspect(
      `insert into release_date (person_id, type, day, source, known_at, owner_agency_id) values ($1, 'SLED', $2, 'x', '2025-01-01T09:00:00Z', $3)`,
      [personId, day, manager.agencyId],
    )
  const [met, inside, future, died] = [await released('2025-08-01'), await released('2025-08-01'), await released('2025-08-01'), await released('2025-08-01')] // biome-ignore format: one line
  await end(met.personId, '2026-01-15')
  await end(inside.personId, '2026-01-15')
  await stay(inside.personId, '2026-01-10', null)
  await end(future.personId, '2026-05-01')
  await end(died.personId, '2026-01-15')
  await world.inspect('alter table movement disable trigger user')
  await world.insert(
    `insert into movement (case_id, person_id, kind, happened_on, number, source, entered_by, entered_at, owner_agency_id)
     values ($1, $2, 'DEATH', '2026-01-02', 1, 'x', $3, now(), $4)`,
    [died.id, died.personId, manager.userId, manager.agencyId],
  )
  await world.inspect('alter table movement enable trigger user')
  const id = await aContract(world, manager, { prices: [{ result: 'SENTENCE_COMPLETED', priceInMinor: 10_000 }] })

  expect(await countsOf(manager, id)).toEqual([1, 0, 0, 1, 1])
})

test('nobody is claimed twice: not again, not under another contract of the agency, not by a second row, and not at the same moment', async () => {
  await anAgency()
  const danny = await released('2025-09-01')
  const [one, two] = [await aContract(world, manager), await aContract(world, manager, { title: 'Another' })]
  const tries = await Promise.allSettled([aClaim(world, manager, one), aClaim(world, second, one)])
  await stay(danny.personId, '2025-11-29', '2025-11-30') // a second release in the contract's days

  const again = await send(manager, `/contracts/${one}/claims`, { result: 'NOT_BACK' })
  const elsewhere = await send(manager, `/contracts/${two}/claims`, { result: 'NOT_BACK' })

  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect([again, elsewhere]).toEqual([409, 409])
  expect(await countsOf(manager, one)).toEqual([0, 1, 0, 0, 0])
  expect(await world.inspect('select count(*)::int as n from claimed_result where person_id = $1', [danny.personId])).toEqual([{ n: 1 }]) // biome-ignore format: one line
})

test('another agency’s contract and claims are nowhere, and a worker who manages nothing keeps none', async () => {
  await anAgency()
  await released('2025-09-01')
  const id = await aContract(world, manager)
  const claimId = await aClaim(world, manager, id)
  const worker = await world.aColleagueOf(manager)
  const other = await world.aWorkerAt('Other', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })

  const urls = [`/contracts/${id}`, `/contracts/${id}/results/NOT_BACK`, `/contracts/claims/${claimId}`, `/contracts/claims/${claimId}/file`] // biome-ignore format: one line
  for (const url of urls) {
    expect((await site.get(other, url)).statusCode).toBe(404)
    expect((await site.get(worker, url)).statusCode).toBe(403)
  }
  expect(await page(other, '/contracts')).toContain('No contract yet')
  expect(await send(other, `/contracts/${id}/claims`, { result: 'NOT_BACK' })).toBe(404)
  expect(await send(other, `/contracts/claims/${claimId}/decision`, { decision: 'APPROVED' })).toBe(404)
  expect(await send(other, `/contracts/${id}/ending`)).toBe(404)
  for (const actor of [worker, other]) {
    const rows = await world.database.read(actor, ({ db }) => sql`select from claimed_result`.execute(db))
    expect(rows.rows).toEqual([])
  }
})

test('a claim opens the rows behind it and says so in the audit; its file has definitions, a mark, and no name', async () => {
  await anAgency()
  const danny = await released('2025-09-01', 'Nameless')
  const id = await aContract(world, manager)
  const claimId = await aClaim(world, manager, id)

  const body = await page(second, `/contracts/claims/${claimId}`)
  const file = await site.get(second, `/contracts/claims/${claimId}/file`)

  expect(body).toContain('Nameless')
  const looks = await world.inspect(
    `select action, case_ids from audit where account_id = $1 and details->>'claimId' = $2 order by id`,
    [second.userId, claimId],
  )
  expect(looks).toEqual([
    { action: 'consult', case_ids: [danny.id] },
    { action: 'export', case_ids: [danny.id] },
  ])
  expect(file.headers['content-type']).toContain('text/csv')
  expect(file.body).toContain('250.50 GBP')
  expect(file.body).toContain('It is not proven reoffending')
  expect(file.body).toMatch(/EX-[0-9A-Z]{10}; Omar Said/)
  expect(file.body).not.toContain('Nameless')
})

test('a price that is none, days the wrong way round and no result are told beside the field, and what was typed stays', async () => {
  await anAgency()
  const days = { 'fromOn-day': '1', 'fromOn-month': '4', 'fromOn-year': '2026', 'untilOn-day': '1', 'untilOn-month': '3', 'untilOn-year': '2026' } // biome-ignore format: one line
  const form = { formId: newId(), title: 'Gate', funder: 'Trust', currency: 'GBP', followDays: '84', ...days }

  const wrong = await site.post(manager, '/contracts', { ...form, 'price-NOT_BACK': 'lots' })
  const none = await site.post(manager, '/contracts', { ...form, formId: newId() })
  const good = await site.post(manager, '/contracts', { ...form, formId: newId(), 'untilOn-year': '2027', 'price-NOT_BACK': '£250,50' }) // biome-ignore format: one line

  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toMatch(/value="lots"/)
  expect(wrong.body).toContain('Write a day after the first')
  expect(none.body).toContain('Write a price for at least one result')
  expect(good.statusCode).toBe(303)
  expect(await page(manager, String(good.headers.location))).toContain('£250.50')
})

test('nothing is claimed under a contract that ended, and its prices stand', async () => {
  await anAgency()
  await released('2025-09-01')
  const id = await aContract(world, manager)
  await send(manager, `/contracts/${id}/ending`)

  expect(await send(manager, `/contracts/${id}/claims`, { result: 'NOT_BACK' })).toBe(409)
  await expect(
    world.database.change(manager, ({ db }) => sql`update result_price set price_in_minor = 1`.execute(db)),
  ).rejects.toThrow(/permission denied/)
})
