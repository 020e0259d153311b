import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAlerts } from '../alerts/index.ts'
import { aCase } from '../cases/builders.ts'
import { aGoal, aStep } from '../plans/builders.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { answerPlan, readPlan } from './queries/plan.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function aDoor() {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const danny = await aCase(world, prison)
  const token = Buffer.from(danny.id.replaceAll('-', '').repeat(2), 'hex')
  await world.insert(
    `insert into own_door_session (token_hash, case_id, person_id, started_at, seen_at, owner_agency_id) values ($1, $2, $3, $4, $4, $5)`,
    [token, danny.id, danny.personId, world.time.now, prison.agencyId],
  )
  return { prison, danny, token }
}
const nothing = { goalId: null, agreement: null, words: '' }

test('the person reads their goals and steps, and nothing about a victim or a restricted need', async () => {
  const { prison, danny, token } = await aDoor()
  const goalId = await aGoal(world, prison, danny.id, { words: 'A room' })
  await aStep(world, prison, danny.id, { title: 'Ring the hostel', goalId })
  const hidden = await aStep(world, prison, danny.id, { title: 'About a victim' })
  await world.inspect(`update step set subject_category = 'VICTIM' where id = $1`, [hidden])
  const marked = await aGoal(world, prison, danny.id, { words: 'Marked' })
  await world.inspect(`update goal set sensitivity = 'RESTRICTED' where id = $1`, [marked])

  const plan = await readPlan(world.database, token, 'test')

  expect(plan?.goals).toEqual([{ id: goalId, words: 'A room', status: 'ACTIVE' }])
  expect(plan?.steps.map(({ title }) => title)).toEqual(['Ring the hostel'])
})

test('what the person says to a goal is kept and reaches their workers; a goal of somebody else and no session keep nothing', async () => {
  const { prison, danny, token } = await aDoor()
  const other = await aDoor()
  const goalId = await aGoal(world, prison, danny.id, { words: 'A room' })
  const strange = await aGoal(world, other.prison, other.danny.id)
  const say = (about: string, by: Buffer) =>
    answerPlan(world.database, by, { ...nothing, goalId: about, agreement: 'DISAGREES', words: 'Not there' }, 'test')

  const kept = [await say(goalId, token), await say(strange, token), await say(goalId, Buffer.alloc(32, 1))]

  expect(kept).toEqual([true, false, false])
  expect((await readPlan(world.database, token, 'test'))?.replies).toMatchObject([
    { agreement: 'DISAGREES', words: 'Not there', goal: 'A room' },
  ])
  const told = await world.database.read(prison, (reading) => listAlerts(reading, { limit: 5 }))
  expect(told.map(({ name }) => name)).toContain('own-door.plan-answered')
})
