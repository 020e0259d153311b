import { afterAll, beforeAll, expect, test } from 'vitest'
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

const remind = () =>
  targetJobs['remind-smart-plans']!(
    {
      database: world.database,
      actor: systemFor('00000000-0000-0000-0000-000000000000'),
      actingFor: systemFor,
      log,
    },
    {},
  )
const toldTo = (accountId: string) =>
  world.inspect<{ name: string }>(
    `select name from alert where account_id = $1 and name like 'smart-action.%' order by name`,
    [accountId],
  )

test('whoever leads is reminded once before it is due, once after, and where a month went by; without a leader every manager is', async () => {
  const ruth = await world.aWorkerAt('Riverside', { kind: 'probation', roles: ['MANAGER'] })
  const omar = await world.aColleagueOf(ruth, { roles: ['MANAGER'] })
  const worker = await world.aColleagueOf(ruth)
  const today = world.database.clock.now().getTime()
  const day = (days: number) => new Date(today + days * 86_400_000).toISOString().slice(0, 10)
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
