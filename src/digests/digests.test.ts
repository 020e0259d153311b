import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { markSeen, tellWorkers } from '../alerts/index.ts'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { digestJobs } from './jobs.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

let worker: Actor
let colleague: Actor
let danny: BuiltCase
let address: string
beforeEach(async () => {
  at('2026-03-02T07:30:00Z') // a Monday
  worker = await world.aWorkerAt('HMP Fernhall')
  colleague = await world.aColleagueOf(worker)
  danny = await aCase(world, worker, { givenName: 'Danny', familyName: 'Okafor' })
  address = `${worker.userId}@fernhall.example`
  await world.inspect('update account set email = $2 where id = $1', [worker.userId, address])
})

const at = (instant: string) => {
  world.time.now = new Date(instant)
}
const happens = (name = 'release-date.moved') =>
  world.database.change(colleague, async (change) => {
    change.record({ name, subjectId: danny.id, caseId: danny.id, fieldGroup: 'custody' })
    return tellWorkers(change, { caseId: danny.id, name, subjectId: danny.id, fieldGroup: 'custody' })
  })
const turn = () =>
  digestJobs['send-digests']!(
    { database: world.database, actor: systemFor(worker.agencyId), actingFor: systemFor, log },
    {},
  )
const mails = () =>
  world.inspect<{ subject: string; body: string }>(
    'select subject, body from mail where to_address = $1 order by made_at',
    [address],
  )
const choose = (rhythm: string, hour = '8') => site.post(worker, '/account/news', { rhythm, hour })

test('all that is new comes in one mail, at the hour that was chosen, without a name and once for a day', async () => {
  await happens()
  await happens()
  await happens('referral.declined')

  await turn()
  const early = await mails()
  at('2026-03-02T08:05:00Z')
  await Promise.all([turn(), turn()])
  await turn()

  const [mail, ...more] = await mails()
  expect([early, more]).toEqual([[], []])
  expect(mail!.subject).toBe('3 things are new for you')
  expect(mail!.body).toContain('2 dates or places that changed')
  expect(mail!.body).toContain('1 answer to a referral')
  expect(mail!.body).not.toMatch(/Danny|Okafor|Fernhall/)
})

test('where nothing is new, or it was seen meanwhile, or is no longer theirs, nothing is sent', async () => {
  at('2026-03-02T09:00:00Z')
  await turn()
  const nothing = await mails()
  await happens()
  await world.database.change(worker, (change) => markSeen(change, change.now))
  await turn()
  const seen = await mails()
  await happens()
  await world.inspect('update case_party set until_on = current_date where case_id = $1', [danny.id])
  await turn()

  expect([nothing, seen, await mails()]).toEqual([[], [], []])
})

test('what was told in one mail is not told in the next', async () => {
  at('2026-03-02T09:00:00Z')
  await happens()
  await turn()
  at('2026-03-03T09:00:00Z')
  await turn()
  await happens('referral.accepted')
  await turn()

  expect((await mails()).map(({ subject }) => subject)).toEqual(['1 thing is new for you', '1 thing is new for you'])
  expect((await mails())[1]!.body).toContain('1 answer to a referral')
})

test('whoever wants it on Mondays has it on Mondays, and whoever wants none has none', async () => {
  await choose('WEEKLY', '9')
  at('2026-03-03T10:00:00Z')
  await happens()
  await turn()
  const tuesday = await mails()
  at('2026-03-09T09:30:00Z')
  await turn()
  const monday = await mails()
  await choose('NEVER')
  await happens()
  at('2026-03-16T10:00:00Z')
  await turn()

  expect([tuesday.length, monday.length, (await mails()).length]).toEqual([0, 1, 1])
})

test('in the night when the clock is put back there is one mail for the day, though its hour comes twice', async () => {
  await choose('DAILY', '1')
  at('2026-10-25T00:30:00Z') // half past one in London, for the first time
  await happens()
  await turn()
  at('2026-10-25T01:30:00Z') // and for the second
  await happens()
  await turn()

  expect(await mails()).toHaveLength(1)
})

test('the choice is one’s own, kept and shown, and nonsense is told beside its field', async () => {
  const kept = await choose('WEEKLY', '17')
  const wrong = await choose('SOMETIMES', '31')
  const page = await site.get(worker, '/account/news')
  const others = await site.get(colleague, '/account/news')

  expect([kept.statusCode, wrong.statusCode]).toEqual([303, 422])
  expect(wrong.body).toContain('Choose how often')
  expect(page.body).toMatch(/value="WEEKLY"[^>]*checked/)
  expect(others.body).toMatch(/value="DAILY"[^>]*checked/)
})
