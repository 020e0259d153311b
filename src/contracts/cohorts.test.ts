import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aContract } from './builders.ts'

let world: World
let site: Site
let manager: Actor
let second: Actor
let contractId: string
let cohortId: string
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  manager = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'] })
  second = await world.aColleagueOf(manager, { roles: ['WORKER', 'MANAGER'] })
  const prices = [{ result: 'NO_REOFFENDING', priceInMinor: 10_000 }] as const
  contractId = await aContract(world, manager, { fromOn: '2023-07-01', untilOn: '2026-06-30', prices })
  cohortId = await aCohort('2024-01-01', '2024-03-31', { people: 40, reoffenders: 12, is_mature: true })
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const page = async (actor: Actor, url: string) => (await site.get(actor, url)).body
const send = async (actor: Actor, url: string, form: Record<string, string> = {}) =>
  (await site.post(actor, url, { formId: newId(), ...form })).statusCode

/** A cohort of the prison, as the worker counted it. */
async function aCohort(from: string, to: string, result: { people: number; reoffenders: number; is_mature: boolean }) {
  const { id } = await world.insert<{ id: string }>(
    `insert into cohort (agency_id, title, prison_id, source_id, from_on, to_on, made_by, made_at)
     values ($1, 'Left in ' || $2, $1, $1, $2::date, $3, $4, now()) returning id`,
    [manager.agencyId, from, to, manager.userId],
  )
  await world.inspect(
    `insert into cohort_result (cohort_id, counted_at, state, people, reoffenders, mature_on, is_mature) values ($1, now(), 'COUNTED', $2, $3, '2026-05-01', $4)`,
    [id, result.people, result.reoffenders, result.is_mature],
  )
  return id
}
const claim = (cohort: string) =>
  site.post(manager, `/contracts/${contractId}/claims`, { formId: newId(), result: 'NO_REOFFENDING', cohortId: cohort })

test('a mature cohort is claimed as the number without a proven reoffence, of nobody by name', async () => {
  const young = await aCohort('2025-01-01', '2025-03-31', { people: 50, reoffenders: 0, is_mature: false })
  const few = await aCohort('2024-07-01', '2024-09-30', { people: 40, reoffenders: 3, is_mature: true })
  const outside = await aCohort('2023-01-01', '2023-03-31', { people: 40, reoffenders: 12, is_mature: true })
  const list = await page(manager, `/contracts/${contractId}/results/NO_REOFFENDING`)

  const refused = [(await claim(young)).statusCode, (await claim(few)).statusCode, (await claim(outside)).statusCode]
  const claimed = await claim(cohortId)
  const url = String(claimed.headers.location).split('?')[0]!

  expect(list).toContain('Claim 28 people, £2,800.00')
  expect(list).toContain('Too early to say')
  expect(list).toContain('Too few people, or not counted')
  expect(refused).toEqual([409, 409, 409])
  expect(await page(second, url)).toMatch(/People followed[\s\S]*40[\s\S]*28[\s\S]*£2,800\.00/)
  expect((await site.get(second, `${url}/file`)).body).toContain(',28,100.00 GBP,')
  expect(await send(second, `${url}/decision`, { decision: 'APPROVED' })).toBe(303)
})

test('a cohort whose days meet those of a claimed one is not claimed, whatever SQL is smuggled', async () => {
  const wider = await aCohort('2024-01-01', '2024-06-30', { people: 90, reoffenders: 30, is_mature: true })
  const smuggle = (cohort: string, paid: number, followed: number) =>
    world.database.change(manager, async ({ db, record, now }) => {
      record({ name: 'contract.claimed', subjectId: contractId, fieldGroup: 'administration' })
      await sql`insert into result_claim (contract_id, result, price_in_minor, people_count, cohort_id, followed_count, made_by, made_at)
        values (${contractId}, 'NO_REOFFENDING', 10000, ${paid}, ${cohort}, ${followed}, ${manager.userId}, ${now})`.execute(
        db,
      )
    })
  const next = await aCohort('2024-10-01', '2024-12-31', { people: 40, reoffenders: 10, is_mature: true })

  expect((await claim(wider)).statusCode).toBe(409)
  await expect(smuggle(wider, 60, 90)).rejects.toThrow(/claimed before/)
  await expect(smuggle(next, 40, 40)).rejects.toThrow(/not what was counted/)
})

test('a claim of which the worker counted otherwise since is not approved', async () => {
  const late = await aCohort('2025-04-01', '2025-06-30', { people: 40, reoffenders: 10, is_mature: true })
  const url = String((await claim(late)).headers.location).split('?')[0]!
  await world.inspect('update cohort_result set reoffenders = 11 where cohort_id = $1', [late])

  expect(await page(second, url)).toContain('It cannot be approved as it stands')
  expect(await send(second, `${url}/decision`, { decision: 'APPROVED' })).toBe(409)
  expect(await send(second, `${url}/decision`, { decision: 'DECLINED', words: 'Counted anew' })).toBe(303)
  expect((await claim(late)).statusCode).toBe(303)
})
