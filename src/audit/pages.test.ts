import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { findEntries } from './queries.ts'

let world: World
let site: Site
let auditor: Actor
let prison: Actor
let caseId: string
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  auditor = await world.aWorkerAt('Audit office', { kind: 'council', roles: ['AUDITOR'], name: 'Aud Itor' })
  prison = await world.aWorkerAt('Fernhall', { name: 'Kit Ward' })
  caseId = (await aCase(world, prison, { number: 'A1234BC' })).id
  await site.get(prison, `/cases/${caseId}`)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

test('an auditor finds who looked at a person, and what they searched for is written down', async () => {
  const found = await site.get(auditor, '/audit?number=a1234bc&action=consult')
  const other = await site.get(auditor, '/audit?number=A9999ZZ')
  const searches = await world.inspect<{ filter: { number?: string } }>(
    `select details->'filter' as filter from audit where account_id = $1 and action = 'search' order by id`,
    [auditor.userId],
  )

  expect(found.body).toContain('Kit Ward, Fernhall')
  expect(other.body).toContain('Nothing fits')
  expect(searches.map(({ filter }) => filter.number)).toEqual(['a1234bc', 'A9999ZZ'])
})

test('the file needs a reason, which is kept', async () => {
  const silent = await site.get(auditor, '/audit.csv?reason=because')
  const file = await site.get(auditor, '/audit.csv?reason=A+complaint+of+3+March+about+looks&action=consult')

  expect([silent.statusCode, silent.body.includes('Say why, in at least 20 letters')]).toEqual([422, true])
  expect(file.headers['content-type']).toContain('text/csv')
  expect(file.body).toContain('Kit Ward')
  expect(await world.inspect(`select reason from audit where action = 'export'`)).toEqual([
    { reason: 'A complaint of 3 March about looks' },
  ])
})

test('a day that is no day is told beside its field', async () => {
  const answer = await site.get(auditor, '/audit?from=yesterday')

  expect([answer.statusCode, answer.body.includes('Write the day as 2026-03-31')]).toEqual([422, true])
})

test('nobody but an auditor reads the audit, by pages or by smuggled SQL; an auditor sees no case', async () => {
  expect((await site.get(prison, '/audit')).statusCode).toBe(403)
  expect((await site.get(auditor, `/cases/${caseId}`)).statusCode).not.toBe(200)
  const smuggled = world.database.read(prison, (reading) => findEntries(reading, {}, 10))
  await expect(smuggled).rejects.toThrow(/not for this account/)
  const straight = () => world.database.read(auditor, ({ db }) => sql`select * from audit`.execute(db))
  await expect(straight()).rejects.toThrow(/permission denied/)
})

test('a person is told which agency looked, in which role, on which day, and no worker’s name', async () => {
  const charity = await world.aWorkerAt('Riverside', { kind: 'charity' })
  await world.inspect(
    `insert into case_party (case_id, agency_id, account_id, relationship, since_on, owner_agency_id) values ($1, $2, $3, 'ALLOCATED', '2026-01-01', $2)`,
    [caseId, charity.agencyId, charity.userId],
  )
  await site.get(charity, `/cases/${caseId}`)

  const page = await site.get(prison, `/cases/${caseId}/looks`)
  const list = /<table[\s\S]*<\/table>/.exec(page.body)![0]

  expect(list).toContain('worker at Riverside')
  expect(list).toContain('worker at Fernhall')
  expect(list).not.toContain('Worker of Riverside')
  expect(list).not.toContain('Kit Ward')
})

test('neither a typed reason nor a look at intelligence alone is on the page that the person is handed', async () => {
  const police = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  const look =
    'insert into audit (account_id, agency_id, action, case_ids, field_groups, reason, channel) values ($1, $2, $3, array[$4::uuid], $5, $6, $7)'
  await world.inspect(look, [police.userId, police.agencyId, 'consult', caseId, ['intelligence'], null, 'web'])
  await world.inspect(look, [
    prison.userId,
    prison.agencyId,
    'consult',
    caseId,
    ['contact'],
    'Her new address is near his.',
    'web',
  ])

  const page = await site.get(prison, `/cases/${caseId}/looks`)

  expect(page.body).not.toContain('Wexley Police')
  expect(page.body).not.toContain('near his')
})

test('a day that the end of a page would cut is on the next page whole', async () => {
  const { id } = await aCase(world, prison)
  const day = (day: string, agencies: number) =>
    world.inspect(
      `with made as (insert into agency (code, kind, name) select 'L' || $2 || n, 'charity', 'Day ' || $2 || ' ' || n from generate_series(1, $3::int) n returning id)
       insert into audit (agency_id, action, case_ids, channel, happened_at) select id, 'consult', array[$1::uuid], 'web', $4::timestamptz from made`,
      [id, day.replaceAll('-', ''), agencies, `${day}T12:00:00Z`],
    )
  await day('2026-02-20', 40)
  await day('2026-02-19', 40)

  const first = await site.get(prison, `/cases/${id}/looks`)
  const older = /href="([^"]+looks\?before=[^"]+)"/.exec(first.body)![1]!
  const second = await site.get(prison, older)

  expect([first, second].map(({ body }) => body.match(/Day \d+ \d+/g)?.length)).toEqual([40, 40])
})

test('whoever asks for a record that is not theirs is written down, and told nothing', async () => {
  const stranger = await world.aWorkerAt('Stranger', { kind: 'police' })

  const answer = await site.get(stranger, `/cases/${caseId}`)

  expect(answer.statusCode).toBe(404)
  expect(
    await world.inspect(`select action, outcome, case_ids from audit where account_id = $1`, [stranger.userId]),
  ).toEqual([{ action: 'deny', outcome: 'denied', case_ids: [caseId] }])
})

test('whoever sees a case as a list does not see who looked at it', async () => {
  const colleague = await world.aColleagueOf(prison)

  const page = await site.get(colleague, `/cases/${caseId}/looks`)
  const smuggled = world.database.read(colleague, ({ db }) =>
    sql`select * from looks_at_case(${caseId}, null, 10)`.execute(db),
  )

  expect(page.statusCode).toBe(403)
  await expect(smuggled).rejects.toThrow(/not for this account/)
})

test('a part whose agreement is over is not named among what others looked at, before anybody has tidied up', async () => {
  const { id } = await aCase(world, prison, { familyName: 'Brook' })
  await world.inspect(
    `insert into audit (agency_id, action, case_ids, field_groups, channel) values ($1, 'consult', array[$2::uuid], '{risk,notes}', 'web')`,
    [prison.agencyId, id],
  )
  const partsRead = async () => {
    const { rows } = await world.database.read(prison, ({ db }) =>
      sql<{ parts: string[] }>`select parts from looks_at_case(${id}, null, 10)`.execute(db),
    )
    return rows.flatMap(({ parts }) => parts)
  }
  const before = await partsRead()

  await world.inspect(
    `with open as (update sight set reads = array_remove(reads, 'risk') where case_id = $1 returning *)
    insert into sight select audience_id, case_id, agreement_id, 'OVER', person_id, current_date - 1, '{risk}', '{}' from open on conflict do nothing`,
    [id],
  )

  expect(before).toEqual(['notes', 'risk'])
  expect(await partsRead()).toEqual(['notes'])
})
