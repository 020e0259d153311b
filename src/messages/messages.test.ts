import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { deliverTo } from './deliver.ts'
import { type NewMail, postMail } from './post-mail.ts'
import { sendWaitingMail } from './send-mail.ts'

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
beforeEach(() => world.inspect('delete from mail'))

const system = systemFor('00000000-0000-0000-0000-000000000000')
const aMail = { to: 'elena@example.org', locale: 'it' as const, subject: 'Nuovo messaggio', body: 'Accedi.' }

const post = (actor: Actor, mail: Partial<NewMail> = {}) =>
  world.database.change(actor, async (change) => {
    await postMail(change, { ...aMail, ...mail })
    change.record({ name: 'test.posted', subjectId: actor.userId, fieldGroup: 'administration' })
  })

/** A real mail server that keeps what it is given, or refuses it. */
async function aMailServer({ refuses = false } = {}) {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuses ? new Error('mailbox unavailable') : null),
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (part) => {
        text += part
      })
      stream.on('end', () => {
        received.push(text)
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const { deliver, close } = deliverTo(`smtp://127.0.0.1:${port}?from=line@example.org`, 'https://line.example')
  const stop = () => {
    close()
    return new Promise<void>((done) => server.close(done))
  }
  return { received, deliver, stop }
}

test('a mail leaves once, says who sends it, and what it said is not kept', async () => {
  const worker = await world.aWorkerAt('Prison')
  await post(worker)
  const server = await aMailServer()

  const first = await sendWaitingMail(world.database, system, server.deliver)
  const second = await sendWaitingMail(world.database, system, server.deliver)

  await server.stop()
  expect([first, second]).toEqual([1, 0])
  expect(server.received[0]).toMatch(
    /From: Throughline <line@example.org>[\s\S]*Subject: Nuovo messaggio[\s\S]*Accedi\./,
  )
  expect(await world.inspect('select body, sent_at from mail')).toEqual([{ body: '', sent_at: world.time.now }])
})

test('a mail is not sent when its cause was not kept', async () => {
  const worker = await world.aWorkerAt('Prison')

  const silent = world.database.change(worker, (change) => postMail(change, aMail))

  await expect(silent).rejects.toThrow('must record')
  expect(await world.inspect('select from mail')).toEqual([])
})

test('a mail that the server refuses waits longer each time, and says why', async () => {
  const worker = await world.aWorkerAt('Prison')
  await post(worker)
  const server = await aMailServer({ refuses: true })
  const start = world.time.now

  await sendWaitingMail(world.database, system, server.deliver)
  const atOnce = await sendWaitingMail(world.database, system, server.deliver)
  world.time.now = new Date(start.getTime() + 60_000)
  await sendWaitingMail(world.database, system, server.deliver)

  world.time.now = start
  await server.stop()
  expect(atOnce).toBe(0)
  const [mail] = await world.inspect<{ tries: number; last_error: string; next_try_at: Date }>('select * from mail')
  expect(mail).toMatchObject({ tries: 2, last_error: expect.stringContaining('mailbox unavailable') })
  expect(mail!.next_try_at).toEqual(new Date(start.getTime() + 3 * 60_000))
})

test('two workers that send at once send a mail once', async () => {
  const worker = await world.aWorkerAt('Prison')
  await post(worker)
  const server = await aMailServer()

  const both = await Promise.all([
    sendWaitingMail(world.database, system, server.deliver),
    sendWaitingMail(world.database, system, server.deliver),
  ])

  await server.stop()
  expect(both.sort()).toEqual([0, 1])
  expect(server.received).toHaveLength(1)
})

test('the page shows a worker their own mail alone, and an administrator that of their agency', async () => {
  const worker = await world.aWorkerAt('Prison')
  const colleague = await world.aColleagueOf(worker)
  const administrator = await world.aColleagueOf(worker, { roles: ['ADMINISTRATOR'] })
  const stranger = await world.aWorkerAt('Police', { roles: ['ADMINISTRATOR'] })
  await post(worker, { accountId: worker.userId, subject: 'For the worker' })

  const seen = async (actor: Actor) => (await site.get(actor, '/mail')).body.includes('For the worker')

  expect(await seen(worker)).toBe(true)
  expect(await seen(administrator)).toBe(true)
  expect(await seen(colleague)).toBe(false)
  expect(await seen(stranger)).toBe(false)
})

test('in a demonstration colleagues read each other’s mail, so that every step can be tried', async () => {
  const worker = await world.aWorkerAt('Prison')
  const colleague = await world.aColleagueOf(worker)
  await post(worker, { accountId: worker.userId, subject: 'For the worker', body: 'Open https://line.example/x' })
  await world.inspect('update partnership set is_demonstration = true')

  const list = await site.get(colleague, '/mail')
  const [, path] = list.body.match(/href="(\/mail\/[^"]+)"/) ?? []
  const page = await site.get(colleague, path!)

  await world.inspect('update partnership set is_demonstration = false')
  expect(page.body).toContain('<a class="govuk-link" href="https://line.example/x">')
})

test('the outbox is paged, empty it says why, and speaks three languages', async () => {
  const worker = await world.aWorkerAt('Prison')

  const empty: string[] = []
  for (const locale of ['en', 'it', 'nl']) {
    await world.inspect('update account set locale = $1 where id = $2', [locale, worker.userId])
    empty.push((await site.get(worker, '/mail')).body)
  }
  for (let count = 0; count < 25; count++) await post(worker, { accountId: worker.userId, subject: `Number ${count}` })
  await world.inspect(`update account set locale = 'en' where id = $1`, [worker.userId])
  const first = await site.get(worker, '/mail')
  const [, older] = first.body.match(/href="(\/mail\?before=[^"]+)"/) ?? []
  const second = await site.get(worker, older!)

  const titles = ['No mail yet', 'Ancora nessun messaggio', 'Nog geen post']
  expect(empty.map((body, index) => body.includes(titles[index]!))).toEqual([true, true, true])
  expect(first.body).toContain('Number 24')
  expect(second.body.match(/Number \d+/g)).toEqual(['Number 4', 'Number 3', 'Number 2', 'Number 1', 'Number 0'])
  expect((await site.get(worker, '/mail/not-an-id')).statusCode).toBe(404)
})
