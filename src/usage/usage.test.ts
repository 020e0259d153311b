import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { usageJobs } from './jobs.ts'
import { listAgencyUse, listWeekUse } from './queries.ts'

let world: World
let site: Site
let prison: Actor
let silent: Actor
let coordinator: Actor
let administrator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall')
  silent = await world.aWorkerAt('Silent charity', { kind: 'charity' })
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  administrator = await world.aColleagueOf(silent, { roles: ['ADMINISTRATOR'] })
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const recount = () =>
  usageJobs['recount-usage']!({ database: world.database, actor: systemFor(prison.agencyId), actingFor: systemFor, log }, {}) // biome-ignore format: one line
const audited = (who: Actor, action: string, at: string) =>
  world.inspect('insert into audit (account_id, agency_id, action, channel, happened_at) values ($1, $2, $3, $4, $5)', [
    ...[who.userId, who.agencyId, action, 'web', at],
  ])
const useOf = async (reader: Actor, agency: Actor, since = '2026-02-09') =>
  (await world.database.read(reader, (reading) => listAgencyUse(reading, since))).find(
    ({ agencyId }) => agencyId === agency.agencyId,
  )

test('sign-ins, looks and entries are counted for the agency and week in which they happened, and a machine’s are not', async () => {
  const colleague = await world.aColleagueOf(prison)
  const third = await world.aColleagueOf(prison)
  const machine = await world.aColleagueOf(prison)
  await world.inspect('update account set is_integration = true where id = $1', [machine.userId])
  await audited(prison, 'sign-in', '2026-02-16T08:00:00Z')
  await audited(prison, 'consult', '2026-02-16T08:01:00Z')
  await audited(prison, 'consult', '2026-02-22T23:30:00Z') // still that Sunday
  await audited(prison, 'alter', '2026-02-23T00:30:00Z') // the Monday after it
  await audited(colleague, 'search', '2026-02-24T10:00:00Z')
  await audited(third, 'consult', '2026-02-25T10:00:00Z')
  await audited(prison, 'sign-out', '2026-02-24T10:00:00Z')
  await audited(machine, 'alter', '2026-02-24T10:00:00Z')

  await recount()

  expect(await useOf(coordinator, prison)).toMatchObject({ users: 3, active: 3, looks: 2, entries: 1, signedInAt: new Date('2026-02-16T08:00:00Z') }) // biome-ignore format: one line
  const days = { since: '2026-02-16', today: '2026-03-02' }
  const weeks = await world.database.read(coordinator, (reading) => listWeekUse(reading, prison.agencyId, days))
  expect(weeks.map(({ weekOn, active, looks, entries }) => [weekOn, active, looks, entries])).toEqual([
    ['2026-03-02', 0, 0, 0],
    ['2026-02-23', 3, 2, 1],
    ['2026-02-16', 1, null, null],
  ])
})

/** What is read once this week is over and was counted for the last time; then it is Monday again. */
async function onceItIsOver<T>(read: () => Promise<T>): Promise<T> {
  const monday = world.time.now
  world.time.now = new Date('2026-03-09T00:30:00Z')
  await recount()
  const found = await read()
  world.time.now = monday
  await world.inspect('update usage_week set counted_at = $1', [monday])
  return found
}

test('a week that is not over is not told: nobody takes one hour from the next', async () => {
  const many = await world.aWorkerAt('Hourly', { kind: 'charity' })
  const others = [await world.aColleagueOf(many), await world.aColleagueOf(many)]
  for (const who of [many, ...others]) await audited(who, 'consult', '2026-03-02T09:00:00Z')
  await recount()
  const days = { since: '2026-03-02', today: '2026-03-02' }
  const weekOf = () => world.database.read(coordinator, (reading) => listWeekUse(reading, many.agencyId, days))

  const hourly = await weekOf()
  const over = await onceItIsOver(weekOf)

  expect(hourly[0]).toMatchObject({ active: 3, signIns: null, looks: null, entries: null })
  expect(over[0]).toMatchObject({ active: 3, signIns: 0, looks: 3, entries: 0 })
})

test('what one or two people of an agency did is told by no week and no sum', async () => {
  const one = await world.aWorkerAt('Small charity', { kind: 'charity' })
  const two = await world.aColleagueOf(one)
  for (const who of [one, one, two]) await audited(who, 'consult', '2026-03-02T08:00:00Z')
  await audited(two, 'alter', '2026-03-02T08:10:00Z')
  await recount()

  expect(await useOf(coordinator, one)).toMatchObject({ active: 2, looks: null, entries: null })
  const pages = await Promise.all(
    ['/settings/usage', `/settings/usage/${one.agencyId}`].map(async (url) => (await site.get(coordinator, url)).body),
  )
  for (const page of pages) expect(page).toContain('Not shown')
  expect((await site.get(coordinator, '/settings/usage.csv?weeks=4')).body).toContain(
    'Small charity,2026-03-02,2,2,Not shown,Not shown,Not shown',
  )
})

test('counting again counts nothing twice, and takes in what came since', async () => {
  const late = await world.aWorkerAt('Late', { kind: 'police' })
  const others = [await world.aColleagueOf(late), await world.aColleagueOf(late)]
  for (const who of [late, ...others]) await audited(who, 'consult', '2026-03-02T09:00:00Z')
  await recount()
  await audited(late, 'consult', '2026-03-02T09:05:00Z')
  await recount()
  await recount()
  const meanwhile = await useOf(coordinator, late)
  const over = await onceItIsOver(() => useOf(coordinator, late))

  expect(meanwhile).toMatchObject({ looks: null, active: 3 })
  expect(over).toMatchObject({ looks: 4, active: 3 })
})

test('who really signs in, opens a page and changes something is counted', async () => {
  const police = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  await aCase(world, police, { givenName: 'Danny', familyName: 'Okafor' })
  await site.get(police, '/caseload')
  const [{ now }] = (await world.inspect<{ now: Date }>('select clock_timestamp() as now')) as [{ now: Date }]

  world.time.now = now // the audit has the database's own clock
  await recount()
  world.time.now = new Date('2026-03-02T09:30:00Z')

  expect((await useOf(coordinator, police))?.active).toBe(1)
  const [own] = await world.inspect<{ looks: number; entries: number }>('select looks, entries from usage_week where account_id = $1', [police.userId]) // biome-ignore format: one line
  expect(own!.entries).toBeGreaterThanOrEqual(1)
  expect(own!.looks).toBeGreaterThanOrEqual(1)
})

test('an agency that never signed in stands first, and is called so', async () => {
  await audited(prison, 'sign-in', '2026-02-16T08:00:00Z')
  await recount()

  const { body } = await site.get(coordinator, '/settings/usage')

  expect(body).toContain('Never signed in')
  expect(body.indexOf('Silent charity')).toBeLessThan(body.indexOf('HMP Fernhall'))
  expect((await site.get(coordinator, '/settings/usage?sort=name&weeks=4')).body).toMatch(
    /aria-sort="ascending"[^>]*>\s*<a[^>]*sort=name/,
  )
  expect((await site.get(coordinator, '/settings/usage?sort=x&weeks=-1')).statusCode).toBe(200)
})

test('an administrator sees their own agency and nobody else’s; a worker and an auditor see none', async () => {
  const auditor = await world.aWorkerAt('Auditors', { kind: 'council', roles: ['AUDITOR'] })

  const own = (await site.get(administrator, '/settings/usage')).body
  const elsewhere = await site.get(administrator, `/settings/usage/${prison.agencyId}`)
  const file = (await site.get(administrator, '/settings/usage.csv')).body

  expect(own).toContain('Silent charity')
  expect(own + file).not.toContain('HMP Fernhall')
  expect(elsewhere.statusCode).toBe(404)
  expect((await site.get(administrator, `/settings/usage/${silent.agencyId}`)).statusCode).toBe(200)
  for (const actor of [prison, auditor]) expect((await site.get(actor, '/settings/usage')).statusCode).toBe(403)
  expect(await useOf(prison, prison)).toBeUndefined()
})

test('the sums of one account are nobody’s to read, and nobody but the program counts', async () => {
  for (const actor of [prison, coordinator, administrator]) {
    const smuggle = (text: ReturnType<typeof sql>) => world.database.read(actor, ({ db }) => text.execute(db))
    await expect(smuggle(sql`select * from usage_week`)).rejects.toThrow(/permission denied/)
    await expect(smuggle(sql`select recount_usage(now())`)).rejects.toThrow(/not for this account/)
  }
})

test('the file has a line for each agency and week, with what each number means', async () => {
  const { body, headers } = await site.get(coordinator, '/settings/usage.csv?weeks=4')

  expect(headers['content-disposition']).toContain('usage-2026-03-02.csv')
  expect(body.match(/^HMP Fernhall,2026-\d\d-\d\d,3,/gm)).toHaveLength(4)
  expect(body).toContain('Active users,"Different users who signed in')
})

test('what is older than two years is forgotten', async () => {
  await world.insert(
    `insert into usage_week (account_id, week_on, agency_id, sign_ins, looks, entries, signed_in_at, counted_at)
     values ($1, '2024-02-26', $2, 1, 1, 1, '2024-02-26T09:00:00Z', '2024-02-26T10:00:00Z')`,
    [silent.userId, silent.agencyId],
  )
  const before = await useOf(coordinator, silent)

  await recount()

  expect(before?.signedInAt).toEqual(new Date('2024-02-26T09:00:00Z'))
  expect((await useOf(coordinator, silent))?.signedInAt).toBeNull()
})
