import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aHub, openLines, somebodyCame } from './builders.ts'
import { startScreen } from './start-screen.ts'

let world: World
let site: Site
let prison: Actor
let housing: Actor
let hub: Awaited<ReturnType<typeof aHub>>
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'] })
  housing = await world.aWorkerAt('Wexley Housing', { kind: 'charity' })
  hub = await aHub(world, prison, housing)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

/** A browser that a worker made a screen. */
async function aScreen(kind: 'KIOSK' | 'WALL') {
  const code = await world.database.change(housing, (change) => startScreen(change, hub.id, kind))
  const entered = await site.post(undefined, '/screens', { code })
  const cookie = String(entered.headers['set-cookie']).split(';')[0]!
  return { code, entered, headers: { cookie } }
}

test('a screen opens once by its code, not with a wrong one, and never where a worker is signed in', async () => {
  const { code, entered } = await aScreen('WALL')

  const again = await site.post(undefined, '/screens', { code })
  const behindWorker = await site.post(prison, '/screens', { code: '12345678' })

  expect([entered.statusCode, entered.headers.location]).toEqual([303, '/screens/wall'])
  expect([again.statusCode, again.body.includes('wrong or over')]).toEqual([422, true])
  expect(behindWorker.body).toContain('Sign out first')
  expect((await site.get(undefined, '/screens/wall')).headers.location).toBe('/screens')
})

test('of two browsers that come with one code at the same moment one has the screen', async () => {
  const code = await world.database.change(housing, (change) => startScreen(change, hub.id, 'WALL'))
  const [{ hash }] = (await world.inspect(
    'select code_hash as hash from hub_screen order by started_at desc, id desc limit 1',
  )) as [{ hash: Buffer }]
  const come = (token: string) =>
    sql<{ kind: string | null }>`select enter_hub_screen(${hash}, ${Buffer.from(token)}, ${world.time.now}) as kind`
  const { ofPerson } = world.database
  let second: Promise<{ rows: { kind: string | null }[] }> | undefined

  const first = await ofPerson.transaction().execute(async (db) => {
    const came = await come('one').execute(db)
    second = come('two').execute(ofPerson)
    await vi.waitFor(async () => expect(await world.inspect(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).toHaveLength(1)) // biome-ignore format: one line
    return came
  })

  expect([first.rows[0]!.kind, (await second!).rows[0]!.kind]).toEqual(['WALL', null])
  expect((await site.post(undefined, '/screens', { code })).statusCode).toBe(422)
})

test('whoever tries codes out from one place is stopped before they end the screens that wait', async () => {
  const code = await world.database.change(housing, (change) => startScreen(change, hub.id, 'WALL'))
  const send = async (typed: string, remoteAddress: string) =>
    (
      await site.app.inject({
        ...{ method: 'POST', url: '/screens', remoteAddress, payload: `code=${typed}` },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      } as const)
    ).statusCode

  const wrong: number[] = []
  for (let n = 0; n < 25; n += 1) wrong.push(await send(String(10_000_000 + n), '192.0.2.1'))

  expect([wrong[14], ...new Set(wrong.slice(15))]).toEqual([422, 429])
  expect(await send(code, '192.0.2.2')).toBe(303)
})

test('the wall shows numbers and desks in large, and nobody’s name', async () => {
  await somebodyCame(world, prison, hub.id, { deskId: hub.ownDesk, firstName: 'Robin' })
  const { headers } = await aScreen('WALL')

  const wall = await site.get(undefined, '/screens/wall', { headers })

  expect(wall.body).toContain('1 waits: 1')
  expect(wall.body).not.toContain('Robin')
  expect(wall.headers['refresh']).toBe('30;url=/screens/wall')
})

test('the kiosk answers with a number, the same whether there is a record or not', async () => {
  const { personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
  const { headers } = await aScreen('KIOSK')
  const here = (number: string) =>
    site.post(undefined, '/screens/kiosk', { firstName: 'Dan', number, deskId: hub.partnerDesk }, { headers })

  const [known, unknown, wrong] = [await here('a1234bc'), await here('A9999ZZ'), await here('hello')]

  const bare = (text: string) => text.replace(/\d+/g, '')
  expect(bare(known.body)).toBe(bare(unknown.body))
  expect([wrong.statusCode, wrong.body.includes('value="Dan"')]).toEqual([422, true])
  const lines = await openLines(world, prison, hub.id)
  expect(lines.filter((line) => line.source === 'KIOSK').map((line) => [line.personId, line.name])).toEqual([
    [personId, 'Danny Okafor'],
    [null, 'Dan'],
  ])
  expect((await openLines(world, housing, hub.id)).map(({ name }) => name)).toEqual(['', '', 'Dan'])
})

test('a screen that was ended shows nothing more', async () => {
  const { headers } = await aScreen('WALL')
  await world.inspect(`update hub_screen set ended_at = now() where ended_at is null`)

  expect((await site.get(undefined, '/screens/wall/part', { headers })).headers.location).toBe('/screens')
  expect((await site.get(undefined, '/screens/live', { headers })).statusCode).toBe(404)
})
