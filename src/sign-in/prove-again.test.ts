import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aPasswordOf, goodPassword } from './builders.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

test('a list is taken out as a file right after signing in, and later only with the password again', async () => {
  const worker = await aWorker()
  const fresh = await site.get(worker, '/releases.csv')
  await later(worker, 11)

  const asked = await site.get(worker, '/releases.csv?q=x')
  const wrong = await site.post(worker, '/session/proof', {
    back: '/releases.csv?q=x',
    'password-again': 'something else',
  })
  const right = await site.post(worker, '/session/proof', { back: '/releases.csv?q=x', 'password-again': goodPassword })
  const file = await site.get(worker, '/releases.csv?q=x')

  expect([fresh.statusCode, asked.statusCode, wrong.statusCode]).toEqual([200, 403, 403])
  expect(asked.body).toContain('Your password again')
  expect(asked.body).toContain('value="/releases.csv?q=x"')
  expect(wrong.body).toContain('This is not your password')
  expect(wrong.body).not.toContain('something else')
  expect([right.statusCode, right.headers.location, file.statusCode]).toEqual([303, '/releases.csv?q=x', 200])
})

test('what was typed goes on with the password, in one step', async () => {
  const worker = await aWorker()
  await aCase(world, await world.aWorkerAt('Area', { kind: 'probation' }), { number: 'A4321BC' })
  await later(worker, 11)
  const form = { identifier: 'A4321BC', reason: 'He may be in danger tonight, his mother rang.' }

  const asked = await site.post(worker, '/break-glass', form)
  const done = await site.post(worker, '/break-glass', { ...form, 'password-again': goodPassword })

  expect(asked.statusCode).toBe(403)
  expect(asked.body).toContain('He may be in danger tonight, his mother rang.')
  expect(done.statusCode).toBe(303)
})

test('proof in one session is none in another, and leads nowhere but to our own pages', async () => {
  const worker = await aWorker()
  await later(worker, 11)
  const away = await site.post(worker, '/session/proof', {
    back: 'https://elsewhere.example/',
    'password-again': goodPassword,
  })
  await world.inspect('update session set proved_at = null where account_id = $1', [worker.userId])

  expect(away.headers.location).toBe('/')
  expect((await site.get(worker, '/releases.csv')).statusCode).toBe(403)
})

async function aWorker(): Promise<Actor> {
  const worker = await world.aWorkerAt('Prison')
  await aPasswordOf(world, worker)
  await site.get(worker, '/account') // their session begins
  return worker
}

/** Time passes, and the worker's session is kept awake through it. */
async function later({ userId }: Actor, minutes: number): Promise<void> {
  world.time.now = new Date(world.time.now.getTime() + minutes * 60_000)
  await world.inspect('update session set seen_at = $2 where account_id = $1', [userId, world.time.now])
}
