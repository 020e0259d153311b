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

test('another manager decides, never the one who claimed; a no says why and frees the people', async () => {
  await anAgency()
  await released('2025-09-01')
  const id = await aContract(world, manager)
  const claim = `/contracts/claims/${await aClaim(world, manager, id)}`

  const own = await send(manager, `${claim}/decision`, { decision: 'APPROVED' })
  const silent = await site.post(second, `${claim}/decision`, { formId: newId(), decision: 'DECLINED', words: '' })
  const declined = await send(second, `${claim}/decision`, { decision: 'DECLINED', words: 'The days are wrong' })
  const late = await send(second, `${claim}/decision`, { decision: 'APPROVED' })

  expect([own, silent.statusCode, declined, late]).toEqual([403, 422, 303, 409])
  expect(await countsOf(manager, id)).toEqual([1, 0, 0, 0, 0])
  const anew = `/contracts/claims/${await aClaim(world, manager, id)}`
  expect(await send(second, `${anew}/decision`, { decision: 'APPROVED' })).toBe(303)
  expect(await send(manager, `${anew}/withdrawal`)).toBe(409)
  expect(await countsOf(second, id)).toEqual([0, 0, 1, 0, 0])
  expect(await page(manager, anew)).toContain('Omar Said')
  await expect(
    world.database.change(manager, async ({ db, record }) => {
      record({ name: 'contract.claim-approved', subjectId: id, fieldGroup: 'administration' })
      await sql`update result_claim set decision = 'DECLINED', decided_words = 'x' where contract_id = ${id}`.execute(
        db,
      )
    }),
  ).rejects.toThrow(/not one's own, once/)
})

test('a claim whose rows say something else today, or that its reader does not all see, is not approved', async () => {
  await anAgency()
  const [danny, leyla] = [await released('2025-09-01', 'Changed'), await released('2025-09-01', 'Restricted')]
  const id = await aContract(world, manager)
  const claimId = await aClaim(world, manager, id)
  const claim = `/contracts/claims/${claimId}`

  await stay(danny.personId, '2025-10-01', '2025-10-09') // told late
  const changed = await page(second, claim)
  const first = await send(second, `${claim}/decision`, { decision: 'APPROVED' })
  await world.inspect('delete from custody where person_id = $1 and received_on = $2', [danny.personId, '2025-10-01'])
  await world.inspect(
    `insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, 'A victim of his works in this office', $2, now(), $3)`,
    [leyla.personId, manager.userId, manager.agencyId],
  )
  const hidden = await page(second, claim)
  const next = await send(second, `${claim}/decision`, { decision: 'APPROVED' })

  expect(changed).toContain('It cannot be approved as it stands')
  expect(changed).toContain('Not met')
  expect(hidden).not.toContain('Restricted')
  expect(hidden).toContain('You see 1 of 2 people')
  expect([first, next]).toEqual([409, 409])
  await expect(
    world.database.change(second, async ({ db, record, now }) => {
      record({ name: 'contract.claim-approved', subjectId: claimId, fieldGroup: 'administration' })
      await sql`update result_claim set decision = 'APPROVED', decided_by = ${second.userId}, decided_at = ${now} where id = ${claimId}`.execute(
        db,
      )
    }),
  ).rejects.toThrow(/not seen or hold no more/)
  expect(await send(second, `${claim}/decision`, { decision: 'DECLINED', words: 'Not all is mine to see' })).toBe(303)
  expect(await world.inspect('select count(*)::int as n from claimed_result where claim_id = $1 and freed_at is null', [claimId])).toEqual([{ n: 0 }]) // biome-ignore format: one line
})
