import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { systemFor } from '../platform/jobs.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { findLinks } from './find-links.ts'

let world: World
let site: Site
let cora: Actor
let prison: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall')
  cora = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'], name: 'Cora Bell' })
  await world.inspect(
    `insert into person (given_name, family_name, born_on, owner_agency_id)
     select 'Given' || n % 37, 'Family' || n % 41, date '1960-01-01' + n * 11, $1 from generate_series(1, 60) n`,
    [prison.agencyId],
  )
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const ask = () => site.post(cora, '/links/runs', { formId: newId() })
const run = () => findLinks(world.database, systemFor(prison.agencyId))
const page = async () => (await site.get(cora, '/links')).body
const runs = () => world.inspect<{ id: string; how: string | null; looked: number; people: number }>('select * from link_run order by asked_at, id') // biome-ignore format: one line

test('a comparing of records is asked for once, says how far it came, and ends with who asked for it', async () => {
  await ask()
  await ask()
  const waiting = await page()
  await run()

  expect(waiting).toContain('Records will be compared in a moment')
  expect(waiting).toMatch(/data-live-url="\/links\/runs\/[^"]+\/live"/)
  expect(await runs()).toMatchObject([{ how: 'DONE', looked: 60, people: 60 }])
  expect(await page()).toMatch(/Last compared[^<]*asked for by Cora Bell/)
})

test('one that was stopped leaves the links as they were, and the next begins anew', async () => {
  const before = await world.inspect('select * from person_link order by id')
  await ask()
  const [, { id } = { id: '' }] = await runs()
  const stopped = await site.post(cora, `/links/runs/${id}/stop`, { formId: newId() })
  const again = await site.post(cora, `/links/runs/${id}/stop`, { formId: newId() })
  const stoppedPage = await page()

  expect([stopped.statusCode, again.statusCode]).toEqual([303, 409])
  expect(stoppedPage).toContain('The links are as they were')
  expect(await world.inspect('select * from person_link order by id')).toEqual(before)
})

test('one that is stopped while it looks is given up at the next page of people', async () => {
  await ask()
  const settled = run()
  await world.inspect(`update link_run set how = 'STOPPED', ended_at = now() where ended_at is null`)

  const found = await settled
  const last = (await runs()).at(-1)!
  expect([found === undefined, last.how === 'STOPPED' || last.how === 'DONE']).toEqual([last.how === 'STOPPED', true])
})

test('nobody who does not coordinate asks, watches or stops', async () => {
  const [first] = await runs()

  const answers = await Promise.all([
    site.post(prison, '/links/runs', { formId: newId() }),
    site.get(prison, '/links/run'),
    site.get(prison, `/links/runs/${first!.id}/live`),
    site.post(prison, `/links/runs/${first!.id}/stop`, { formId: newId() }),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403])
})
