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
    `select concat_ws(' ', audience_id, field_group, may_contribute::text) as cell from access where case_id = $1`,
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
  expect(risk.body).toContain('Amira Khan')
  expect(risk.body).not.toContain('Everybody at Second Step')
  const looks = await world.inspect(`select from audit where action = 'consult' and $1 = any(case_ids)`, [caseId])
  expect(looks).toHaveLength(2)
})
