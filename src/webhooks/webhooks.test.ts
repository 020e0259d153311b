import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aNote } from '../contacts/builders.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aReferral } from '../referrals/builders.ts'
import { aReceiver, aWebhook, isSignedBy, sendAll } from './builders.ts'

let world: World
let site: Site
let receiver: Awaited<ReturnType<typeof aReceiver>>
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  receiver = await aReceiver()
})
afterEach(() => receiver.close())

const anAdministratorOf = (worker: Actor) =>
  world.aColleagueOf(worker, { roles: ['ADMINISTRATOR'], name: 'Ada Lund', may: ['administer the agency'] })
const typesOf = () => receiver.received.map(({ body }) => JSON.parse(body).type as string)

test('a system is told what happened, signed, with ids and a time and nothing of the person', async () => {
  const worker = await world.aWorkerAt('Fernhall', { name: 'Canary Worker' })
  const webhook = await aWebhook(
    { world, site },
    { administrator: await anAdministratorOf(worker), url: receiver.url, events: ['case.opened', 'note.written'] },
  )
  const { id, personId } = await aCase(world, worker, {
    givenName: 'Canaryson',
    familyName: 'Canaryfield',
    number: 'A9999ZZ',
  })
  await aNote(world, worker, id, { body: 'A canary sings in his cell.' })

  const sent = await sendAll(world)

  const [first] = receiver.received
  const all = JSON.stringify(receiver.received)
  expect(sent).toBe(2)
  expect(typesOf()).toEqual(['case.opened', 'note.written'])
  expect(JSON.parse(first!.body)).toEqual({
    type: 'case.opened',
    timestamp: '2026-03-02T09:30:00.000Z',
    data: { id, caseId: id },
  })
  expect(isSignedBy(webhook.secret, first!)).toBe(true)
  expect(isSignedBy(webhook.secret, { ...first!, body: first!.body.replace('opened', 'closed') })).toBe(false)
  expect(all).not.toMatch(/canary|A9999ZZ|1990-05-04/i)
  expect(all).not.toContain(personId)
})

test('an agency is told of what it sees and of nothing else, also of what another agency did', async () => {
  const prison = await world.aWorkerAt('Prison')
  const housing = await world.aWorkerAt('Housing', { kind: 'charity' })
  const stranger = await world.aWorkerAt('Stranger', { kind: 'charity' })
  const other = await aReceiver()
  const events = ['referral.sent', 'need.raised', 'note.written'] as const
  await aWebhook(
    { world, site },
    { administrator: await anAdministratorOf(housing), url: receiver.url, events: [...events] },
  )
  await aWebhook(
    { world, site },
    { administrator: await anAdministratorOf(stranger), url: other.url, events: [...events] },
  )
  const { id: referralId, caseId } = await aReferral(world, { from: prison, to: housing })
  await aNote(world, prison, caseId)

  await sendAll(world)

  await other.close()
  expect(receiver.received.map(({ body }) => JSON.parse(body).data)).toEqual([{ id: referralId, caseId }])
  expect(typesOf()).toEqual(['referral.sent']) // not the need before it was asked, and never the note
  expect(other.received).toEqual([])
})

test('what the agency may no longer see when the message leaves is not told', async () => {
  const prison = await world.aWorkerAt('Prison')
  const area = await world.aWorkerAt('Area', { kind: 'probation' })
  await aWebhook(
    { world, site },
    { administrator: await anAdministratorOf(area), url: receiver.url, events: ['need.raised'] },
  )
  const { id, personId } = await aCase(world, prison)
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'SUPERVISION', '2026-01-01', $2)`,
    [id, area.agencyId],
  )
  await aNeed(world, prison, id)
  await world.insert(
    `insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id)
     values ($1, 'An undercover officer is named in it.', $2, now(), $3)`,
    [personId, prison.userId, prison.agencyId],
  )

  const sent = await sendAll(world)

  const messages = await world.inspect(`select ending from webhook_message m join webhook w on w.id = m.webhook_id
    where w.url = '${receiver.url}'`)
  expect(messages).toEqual([{ ending: 'NOT_SEEN' }])
  expect([sent, receiver.received.length]).toEqual([0, 0])
})

test('that an integration was told of a case is in the audit before it is told', async () => {
  const worker = await world.aWorkerAt('Fernhall')
  const { tokenId } = await aWebhook(
    { world, site },
    { administrator: await anAdministratorOf(worker), url: receiver.url, events: ['case.opened'] },
  )
  const { id } = await aCase(world, worker)

  await sendAll(world)

  const looks = await world.inspect<{ case_ids: string[]; field_groups: string[] }>(
    `select case_ids, field_groups from audit where action = 'disclose' and session_id = $1`,
    [tokenId],
  )
  expect(looks).toEqual([{ case_ids: [id], field_groups: ['identity'] }])
})

test('what did not happen is not told: the message is kept or lost with its event', async () => {
  const worker = await world.aWorkerAt('Fernhall')
  await aWebhook(
    { world, site },
    { administrator: await anAdministratorOf(worker), url: receiver.url, events: ['case.opened'] },
  )
  const failing = world.database.change(worker, async (change) => {
    change.record({ name: 'case.opened', subjectId: worker.userId, fieldGroup: 'administration' })
    change.later('a name that the queue refuses, after the event was written '.repeat(3), {})
  })
  await expect(failing).rejects.toThrow()

  const sent = await sendAll(world)

  expect([sent, receiver.received.length]).toEqual([0, 0])
})

test('a worker that runs sends it without being told to', async () => {
  const { webhookJobs } = await import('./jobs.ts')
  const worker = await world.aWorkerAt('Fernhall')
  await aWebhook(
    { world, site },
    { administrator: await anAdministratorOf(worker), url: receiver.url, events: ['case.opened'] },
  )
  const running = await world.startWorker(webhookJobs)

  await aCase(world, worker)

  await expect.poll(typesOf, { timeout: 10_000 }).toEqual(['case.opened'])
  await running.stop()
})

test('one job waits for all that comes within a second, and another for what comes while it runs', async () => {
  const worker = await world.aWorkerAt('Fernhall')
  const { id } = await aCase(world, worker)
  const administrator = await anAdministratorOf(worker)
  await aWebhook({ world, site }, { administrator, url: receiver.url, events: ['note.written'] })
  const waiting = () =>
    world.inspect<{ id: string }>(`select id from graphile_worker._private_jobs where key = 'send-webhooks'`)
  await world.inspect(`delete from graphile_worker._private_jobs where key = 'send-webhooks'`)

  for (const body of ['First.', 'Second.', 'Third.']) await aNote(world, worker, id, { body })
  const afterThree = await waiting()
  await world.inspect(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker' where key = 'send-webhooks'`,
  )
  await aNote(world, worker, id, { body: 'While it is sent.' })
  const besideRunning =
    await world.inspect(`select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'send-webhooks' and j.is_available and j.key is not null`)

  expect([afterThree.length, besideRunning.length]).toEqual([1, 1])
})
