import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

// The list asks one function, which applies the rule of sight itself; the policies of the tables must say the same.

let world: World
let site: Site
let prison: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'] })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

test('who is on the list, and what it says of them, is what the policies let each reader see', async () => {
  const charity = await world.aWorkerAt('Brightwater', { kind: 'charity' })
  const cases = []
  for (const name of ['Adams', 'Brown', 'Clark', 'Dunne', 'Evans'])
    cases.push(await aCase(world, prison, { familyName: name }))
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'ACCEPTED', current_date, $2)`,
    [cases[1]!.id, charity.agencyId],
  )
  const asked = await world.aWorkerAt('Harbour House', { kind: 'charity' }) // sees who somebody is, and not where they are held
  await world.inspect(`delete from agreement_grant where relationship = 'REFERRED' and field_group = 'custody'`)
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'REFERRED', current_date, $2)`,
    [cases[2]!.id, asked.agencyId],
  )
  const kin = await world.aColleagueOf(prison)
  await world.insert(
    `insert into access_bar (account_id, person_id, reason, made_by) values ($1, $2, 'He is my cousin.', $1)`,
    [kin.userId, cases[0]!.personId],
  )
  const listed = await world.aColleagueOf(prison)
  const form = { formId: newId(), reason: 'Threats on the wing: nobody may learn.', accountIds: [listed.userId] }
  expect((await site.post(prison, `/cases/${cases[4]!.id}/restricted`, form)).statusCode).toBe(303)
  for (const [at, { id }] of cases.entries())
    await world.inspect(
      `update case_summary set release_on = date '2026-03-02' + ${2 + at * 20}, wing = '${'AB'[at % 2]}', has_first_night = ${at > 2} where case_id = '${id}'`,
    )
  const administrator = await world.aColleagueOf(prison, { roles: ['ADMINISTRATOR'] })
  const stranger = await world.aWorkerAt('HMP Elsewhere')

  const readers = [prison, charity, kin, listed, administrator, stranger, asked, await world.aColleagueOf(prison)]
  const told = await Promise.all(readers.map(namesByFunction))

  expect(told).toEqual(await Promise.all(readers.map(namesByPolicies)))
  expect(told.map((names) => names.length)).toEqual([5, 1, 3, 5, 0, 0, 0, 4])
})

const namesByFunction = (actor: Actor) => namesBy(actor, sql`cases_near_release('2026-03-02', '2026-05-25', true)`)

/** The same, with nothing but tables that policies guard. */
const namesByPolicies = (actor: Actor) =>
  namesBy(
    actor,
    sql`(select *, not has_first_night and exists (select from access a where a.case_id = s.case_id and a.field_group = 'contact') as lacks_first_night
      from case_summary s where is_open and exists (select from access a where a.case_id = s.case_id and a.field_group = 'custody')
        and release_on between '2026-03-02' and '2026-05-25')`,
  )

async function namesBy(actor: Actor, source: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await world.database.read(actor, ({ db }) =>
    sql<{
      said: string
    }>`select concat_ws(' ', shown_name, release_on, wing, coalesce(lacks_first_night, false)) as said from ${source} near
      order by release_on`.execute(db),
  )
  return rows.map(({ said }) => said)
}
