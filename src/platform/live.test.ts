import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from './ids.ts'
import { startLive } from './live.ts'
import { openWorld, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('while the database is away it is asked twice a second and no more, and what was missed is told once it is back', async () => {
  const wire = await aWire(world.appUrl)
  const live = await startLive(wire.url)
  let heard = 0
  live.listen('a-case', () => (heard += 1))

  wire.cut()
  await sleep(3_200)
  const tries = wire.refused
  wire.mend()
  for (const end = Date.now() + 5_000; heard === 0 && Date.now() < end; ) await sleep(20)
  await live.stop()
  await wire.close()

  expect(tries).toBeGreaterThan(2)
  expect(tries).toBeLessThan(9)
  expect(heard).toBe(1)
})

test('the database tells nobody while no page is open, and everything from the first page on', async () => {
  const live = await startLive(world.appUrl)
  const listening = async () =>
    (await world.inspect(`select from pg_stat_activity where datname = current_database() and query like 'listen%'`))
      .length
  const before = await listening()
  let heard = 0

  live.listen('a-case', () => (heard += 1))
  await expect.poll(listening).toBe(1)
  await expect.poll(() => heard).toBe(1) // of what may have been missed
  await world.inspect(`select pg_notify('case', 'another-case'), pg_notify('case', 'a-case')`)

  await expect.poll(() => heard).toBe(2)
  expect(before).toBe(0)
  await live.stop()
})

test('a change says no word while nobody listens, and whoever begins to meanwhile looks anew once it is kept', async () => {
  const worker = await world.aWorkerAt('Prison')
  const caseId = newId()
  const change = () =>
    world.database.change(worker, async (its) =>
      its.record({ name: 'test.done', subjectId: caseId, caseId, fieldGroup: 'identity' }),
    )
  const [ear, underWay] = [
    new Client({ connectionString: world.appUrl }),
    new Client({ connectionString: world.appUrl }),
  ]
  await Promise.all([ear.connect(), underWay.connect()])
  let words = 0
  ear.on('notification', () => (words += 1))
  await ear.query('listen "case"') // without the lock: what is said, whoever listens
  await change()
  await ear.query('select 1')
  const alone = words

  await underWay.query('begin; select pg_try_advisory_xact_lock(7263405, 17)') // as a change does that tells nobody
  const live = await startLive(world.appUrl)
  let heard = 0
  live.listen(caseId, () => (heard += 1))
  await sleep(300)
  const meanwhile = heard
  await underWay.query('commit')
  await expect.poll(() => heard).toBe(1) // whatever it was
  await change()

  await expect.poll(() => heard).toBe(2)
  await expect.poll(() => words).toBe(1)
  expect([alone, meanwhile]).toEqual([0, 0])
  await Promise.all([live.stop(), ear.end(), underWay.end()])
})

test('a login that keeps the locks for ever keeps no word from an open page; nothing is shared among boards until it lets go', async () => {
  const worker = await world.aWorkerAt('Prison')
  const caseId = newId()
  const holder = new Client({ connectionString: world.appUrl })
  await holder.connect()
  await holder.query('select pg_advisory_lock(7263405, number) from generate_series(0, 63) number')
  const live = await startLive(world.appUrl)
  let heard = 0
  live.listen(caseId, () => (heard += 1))
  await expect.poll(() => heard, { timeout: 5_000 }).toBeGreaterThan(0) // of what may have been missed
  const before = heard

  await world.database.change(worker, async (its) =>
    its.record({ name: 'test.done', subjectId: caseId, caseId, fieldGroup: 'identity' }),
  )
  await expect.poll(() => heard, { timeout: 5_000 }).toBe(before + 1)
  const shared = live.changesOf(caseId)
  await holder.end()

  await expect.poll(() => heard, { timeout: 5_000 }).toBe(before + 2) // whatever was kept while it was held
  await expect.poll(() => live.changesOf(caseId)).toBeDefined()
  expect(shared).toBeUndefined()
  await live.stop()
})

/** A wire to the database that can be cut: then whoever comes is hung up on, and counted. */
async function aWire(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const folder = target.searchParams.get('host')
  const open = () =>
    folder ? connect(`${folder}/.s.PGSQL.5432`) : connect(Number(target.port || 5432), target.hostname)
  const sockets = new Set<Socket>()
  let isCut = false
  let refused = 0
  const server = createServer((near) => {
    if (isCut) {
      refused += 1
      near.destroy()
      return
    }
    const far = open()
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = new URL(databaseUrl)
  url.search = ''
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    get refused() {
      return refused
    },
    cut() {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    mend() {
      isCut = false
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
