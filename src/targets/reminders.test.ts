import { afterAll, beforeAll, expect, test } from 'vitest'
import { capability as digests } from '../digests/index.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { targetJobs } from './jobs.ts'
import { addAction } from './keep-action.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

const system = systemFor('00000000-0000-0000-0000-000000000000')
const turn = () => ({ database: world.database, actor: system, actingFor: systemFor, log })
const remind = () => targetJobs['remind-smart-plans']!(turn(), {})
const sendDigests = () => digests.jobs!['send-digests']!(turn(), {})
const toldTo = (accountId: string) =>
  world.inspect<{ name: string }>(
    `select name from alert where account_id = $1 and name like 'smart-action.%' order by name`,
    [accountId],
  )

const day = (days: number) => {
  const today = world.database.clock.now().getTime()
  return new Date(today + days * 86_400_000).toISOString().slice(0, 10)
}

test('whoever leads is reminded once before it is due, once after, and where a month went by; without a leader every manager is', async () => {
  const ruth = await world.aWorkerAt('Riverside', { kind: 'probation', roles: ['MANAGER'] })
  const omar = await world.aColleagueOf(ruth, { roles: ['MANAGER'] })
  const worker = await world.aColleagueOf(ruth)
  const of = { agencyId: ruth.agencyId, specific: 'x', measuredBy: 'x', targetId: null, amount: 1, lead: 'x' }
  const add = (leadAccountId: string | null, since: number, due: number) =>
    world.database.change(ruth, (change) =>
      addAction(change, { ...of, leadAccountId, sinceOn: day(since), dueOn: day(due) }),
    )
  await add(omar.userId, -10, 7) // due soon
  await add(omar.userId, -90, -1) // late
  await add(omar.userId, -40, 90) // quiet
  await add(omar.userId, -5, 90) // nothing to say
  await add(null, -10, 3)

  await remind()
  await remind()

  expect((await toldTo(omar.userId)).map(({ name }) => name)).toEqual([
    'smart-action.due',
    'smart-action.due',
    'smart-action.late',
    'smart-action.quiet',
  ])
  expect((await toldTo(ruth.userId)).map(({ name }) => name)).toEqual(['smart-action.due'])
  expect(await toldTo(worker.userId)).toEqual([])
  await expect(add(worker.userId, -1, 30)).rejects.toMatchObject({ code: 'smart-action.own-agency' })
})

test('the mail of the day says that lines of a plan wait, where they are, and nothing that somebody wrote in them', async () => {
  const ruth = await world.aWorkerAt('Riverside', { kind: 'probation', roles: ['MANAGER'] })
  const omar = await world.aColleagueOf(ruth, { roles: ['MANAGER'] })
  const elsewhere = await world.aWorkerAt('Second Step', { kind: 'charity', roles: ['MANAGER'] })
  const written = {
    specific: 'A mentor for Danny Okafor',
    measuredBy: 'A1234BC is seen weekly',
    lead: 'Priya of the hub',
  }
  const of = { ...written, agencyId: ruth.agencyId, targetId: null, amount: 1, leadAccountId: null }
  await world.database.change(ruth, async (change) => {
    await addAction(change, { ...of, sinceOn: day(-10), dueOn: day(5) })
    await addAction(change, { ...of, sinceOn: day(-90), dueOn: day(-1) })
  })

  await remind()
  await sendDigests()
  await remind()
  await sendDigests()

  const [mail, ...more] = await mailsTo(ruth)
  expect([mail!.subject, more]).toEqual(['2 things are new for you', []])
  expect(mail!.body).toMatch(/- 2 reminders about your agency’s plan\n[\s\S]*\/alerts/)
  expect((await mailsTo(omar)).map(({ subject }) => subject)).toEqual([mail!.subject])
  expect(await mailsTo(elsewhere)).toEqual([])
  const kept = await world.inspect(`select to_jsonb(m) as kept from mail m union all select to_jsonb(a) from alert a`)
  for (const words of [/Danny/, /Okafor/, /A1234BC/, /Priya/, /Riverside/, /mentor/])
    expect(JSON.stringify(kept)).not.toMatch(words)
})

const mailsTo = ({ userId }: Actor) =>
  world.inspect<{ subject: string; body: string }>(
    'select mail.subject, mail.body from mail join account on email = to_address where account.id = $1 order by mail.made_at',
    [userId],
  )
