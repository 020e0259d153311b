import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { letIn } from '../cases/index.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { listSight } from './queries.ts'

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

async function aSharedCase() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const charity = await world.aWorkerAt('Second Step', { kind: 'charity', name: 'Dee Parry' })
  const { id: caseId, personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(prison, async (change) => {
    await letIn(change, { caseId, agencyId: charity.agencyId, relationship: 'REFERRED' })
    change.record({ name: 'test.asked', subjectId: caseId, caseId, fieldGroup: 'identity' })
  })
  return { prison, charity, caseId, personId }
}
const sightOf = (actor: Actor, caseId: string) => world.database.read(actor, (reading) => listSight(reading, caseId))

test('each cell says who sees which part, by which relationship, under which agreement, since when', async () => {
  const { prison, charity, caseId } = await aSharedCase()

  const rows = await sightOf(prison, caseId)

  const asked = rows.filter(({ agencyId }) => agencyId === charity.agencyId)
  expect(asked.map(({ fieldGroup }) => fieldGroup)).toEqual(['custody', 'identity', 'referrals'])
  expect(asked[0]).toMatchObject({
    ...{ accountName: null, teamName: null, mayContribute: false, relationship: 'REFERRED', until: null },
    ...{ agreementTitle: 'Founding information-sharing agreement', sinceOn: '2026-03-02', needsConsent: false },
  })
  expect(rows.filter(({ accountName }) => accountName === 'Amira Khan')).toContainEqual(
    expect.objectContaining({ fieldGroup: 'risk', role: 'KEY_WORKER', mayContribute: true }),
  )
})

test('it is told of every row that opens the case and of no other', async () => {
  const { prison, caseId } = await aSharedCase()

  const told = await sightOf(prison, caseId)

  const cells = new Set(told.map((row) => `${row.accountId ?? row.agencyId} ${row.fieldGroup} ${row.mayContribute}`))
  const kept = await world.inspect<{ cell: string }>(
    `select concat_ws(' ', audience_id, part, bool_or(part = any(writes))::text) as cell from sight, unnest(reads) as part where case_id = $1 group by audience_id, part`,
    [caseId],
  )
  expect([...cells].sort()).toEqual(kept.map(({ cell }) => cell).sort())
})

test('whoever does not work on the whole case is refused by the page and by the database', async () => {
  const { prison, charity, caseId } = await aSharedCase()
  const colleague = await world.aColleagueOf(prison)

  const pages = [await site.get(colleague, `/cases/${caseId}/sight`), await site.get(charity, `/cases/${caseId}/sight`)]
  const smuggled = world.database.read(charity, ({ db }) => sql`select from case_sight(${caseId})`.execute(db))

  expect(pages.map(({ statusCode }) => statusCode)).toEqual([403, 403])
  await expect(smuggled).rejects.toThrow(/not for this account/)
})

test('the page says why in words, shows one part alone, and each opening is a look', async () => {
  const { prison, caseId } = await aSharedCase()

  const all = await site.get(prison, `/cases/${caseId}/sight`)
  const risk = await site.get(prison, `/cases/${caseId}/sight?part=risk`)

  expect(all.body).toContain('Was asked to help, since 2 March 2026, under “Founding information-sharing agreement”')
  expect(risk.body).toContain('Offender Management Act 2007 s.14') // bound when the case was opened
  expect(risk.body).toContain('Amira Khan')
  expect(risk.body).not.toContain('Everybody at Second Step')
  const looks = await world.inspect(`select from audit where action = 'consult' and $1 = any(case_ids)`, [caseId])
  expect(looks).toHaveLength(2)
})

test('who opened it in an emergency is told as well, and why, while the hour lasts', async () => {
  const { prison, caseId, personId } = await aSharedCase()
  const police = await world.aWorkerAt('Wexley Police', { kind: 'police', name: 'Rob Ash' })
  await world.inspect(
    `insert into break_glass (id, account_id, agency_id, identifier, person_id, reason, used_at, ends_at, review_due_at, owner_agency_id)
     values (gen_random_uuid(), $1, $2, 'A1234BC', $3, 'A threat to life was told by telephone', now(), now() + interval '1 hour',
       now() + interval '3 days', $2)`,
    [police.userId, police.agencyId, personId],
  )
  await world.inspect('select recompute_sight(array[$1::uuid])', [caseId])

  const during = await site.get(prison, `/cases/${caseId}/sight`)
  await world.inspect(`update break_glass set ends_at = now() - interval '1 minute'`)
  const after = await site.get(prison, `/cases/${caseId}/sight`)

  expect(during.body).toContain('Rob Ash')
  expect(during.body).toContain('Opened it in an emergency')
  expect(after.body).not.toContain('Rob Ash')
})

test('of a restricted record the readers on its list are told alone, each with the relationship that lets them in', async () => {
  const { prison, charity, caseId, personId } = await aSharedCase()
  const [agency, account] = [prison.agencyId, prison.userId]
  await world.inspect(
    `insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, 'Threatened by a group inside', $2, now(), $3)`,
    [personId, account, agency],
  )
  await world.inspect('insert into restricted_reader (person_id, account_id, owner_agency_id) values ($1, $2, $3)', [
    personId,
    account,
    agency,
  ])
  await world.inspect('select recompute_sight(array[$1::uuid])', [caseId])

  const rows = await sightOf(prison, caseId)

  expect(new Set(rows.map(({ accountName }) => accountName))).toEqual(new Set(['Amira Khan']))
  expect(rows.filter(({ agencyId }) => agencyId === charity.agencyId)).toEqual([])
  expect(rows.every(({ relationship }) => relationship !== null)).toBe(true)
  expect(rows.map(({ relationship }) => relationship)).toContain('CUSTODY')
})
