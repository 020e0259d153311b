import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Lead council', { kind: 'council', roles: ['COORDINATOR'] })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const versionIn = (body: string) => /name="version" value="([^"]+)"/.exec(body)![1]!
const versionAt = async (url: string) => versionIn((await site.get(coordinator, url)).body)

const windows = {
  name: 'Wexley',
  locale: 'en',
  releaseWindowInDays: '168',
  chaseAfterDays: '5',
  expireAfterDays: '10',
  quietAfterDays: '30',
  nightLineName: 'Night line',
  nightLinePhone: '0800 111 222',
}

test('a coordinator sets the windows; days that make no sense are refused beside their field', async () => {
  const version = await versionAt('/settings/partnership')

  const odd = { ...windows, version, releaseWindowInDays: 'many', chaseAfterDays: '10', expireAfterDays: '4' }
  const refused = await site.post(coordinator, '/settings/partnership', { ...odd, releaseWindowInDays: '84' })
  const unreadable = await site.post(coordinator, '/settings/partnership', odd)
  const good = await site.post(coordinator, '/settings/partnership', { ...windows, version })
  const stale = await site.post(coordinator, '/settings/partnership', { ...windows, version, nightLineName: 'Mine' })

  expect(refused.body).toContain('A referral must be chased before it ends')
  expect(unreadable.body).toContain('value="many"')
  expect(good.statusCode).toBe(303)
  expect(stale.statusCode).toBe(409)
  const [kept] = await world.inspect('select release_window_in_days, night_line_name, version from partnership')
  expect(kept).toEqual({ release_window_in_days: 168, night_line_name: 'Night line', version: 2 })
})

test('pathways are renamed in three languages, reordered and set aside, and their codes stay', async () => {
  const page = await site.get(coordinator, '/settings/pathways')
  const fields = [...page.body.matchAll(/<input[^>]* name="((?:position|en|it|nl)-[A-Z_]+)"[^>]*? value="([^"]*)"/g)]
  const form = Object.fromEntries(fields.map(([, name, value]) => [name, value!]))
  const uses = Object.fromEntries([...page.body.matchAll(/name="(use-[A-Z_]+)"/g)].map(([, name]) => [name, 'yes']))
  const typed = { ...form, ...uses, version: versionIn(page.body) }

  const answer = await site.post(coordinator, '/settings/pathways', {
    ...typed,
    'en-HEALTH': 'Feeling well',
    'it-HEALTH': 'Stare bene',
    'position-HEALTH': '1',
    'position-ACCOMMODATION': '2',
    'use-FINANCE_AND_ID': '',
  })
  const stale = await site.post(coordinator, '/settings/pathways', { ...typed, 'en-HEALTH': 'Being well' })
  const wrong = await site.post(coordinator, '/settings/pathways', { ...typed, 'position-HEALTH': 'first' })

  expect(fields.length).toBe(28)
  expect(answer.statusCode).toBe(303)
  expect(stale.statusCode).toBe(409)
  expect(stale.body).toContain('Feeling well')
  expect(wrong.statusCode).toBe(422)
  const rows = await world.inspect(
    'select code, label_en, label_it, is_active from pathway where version = 2 order by position, code',
  )
  expect(rows).toEqual([
    { code: 'HEALTH', label_en: 'Feeling well', label_it: 'Stare bene', is_active: true },
    { code: 'ACCOMMODATION', label_en: null, label_it: null, is_active: true },
    { code: 'FINANCE_AND_ID', label_en: null, label_it: null, is_active: false },
  ])
})
