import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aSubmittedAssessment, withQuestionSets } from './builders.ts'
import { listQuestionTexts } from './index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await withQuestionSets(world)
})
afterAll(() => world.close())

test('what was asked twice is counted by agency, question and month, for the agency and the coordinator', async () => {
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  const prison = await world.aWorkerAt('HMP Fernhall')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const { id: caseId } = await aCase(world, prison)
  await aSubmittedAssessment(world, prison, caseId, { HEALTH: { 'health-gp': 'YES', 'health-mental': 'NO' } })
  const again = {
    'health-gp': 'NO',
    'health-gp--keep': 'ask',
    'health-gp--why': 'Moved',
    'health-mental': [],
    'health-mental--keep': 'same',
  }
  await aSubmittedAssessment(world, prison, caseId, { HEALTH: again }, 'RESETTLEMENT_PLAN')

  const countsFor = (actor: Actor) =>
    world.database.read(actor, ({ db }) =>
      db
        .selectFrom('answer_count')
        .select(['month', 'question_key', 'answers', 'kept', 'asked_again'])
        .where('agency_id', '=', prison.agencyId)
        .where('question_key', 'in', ['health-gp', 'health-mental'])
        .orderBy('question_key')
        .execute(),
    )
  const texts = await world.database.read(prison, (reading) => listQuestionTexts(reading, 'en', 'the person'))

  const both = [
    { month: '2026-03-01', question_key: 'health-gp', answers: 2, kept: 0, asked_again: 1 },
    { month: '2026-03-01', question_key: 'health-mental', answers: 2, kept: 1, asked_again: 0 },
  ]
  expect(await countsFor(prison)).toEqual(both)
  expect(await countsFor(coordinator)).toEqual(both)
  expect(await countsFor(police)).toEqual([])
  expect(texts.get('health-gp')).toBe('Does the person have a doctor (GP) outside?')
})
