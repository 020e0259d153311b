import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { listNeeds } from '../needs/index.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anAssessment, aSubmittedAssessment, namedOnCase, withQuestionSets } from './builders.ts'
import {
  beginAssessment,
  listAnswers,
  listAssessments,
  resetAssessment,
  savePage,
  skipAssessment,
  submitAssessment,
} from './index.ts'
import { listPageDrafts } from './queries/drafts.ts'
import type { Typed } from './read-page.ts'
import { openPage } from './save-page.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await withQuestionSets(world)
})
afterAll(() => world.close())

const home = 'ACCOMMODATION' as const
const save = (
  worker: Actor,
  assessmentId: string,
  typed: Typed,
  version = 0,
  pathway: Parameters<typeof savePage>[1]['pathway'] = home,
) => world.database.change(worker, (change) => savePage(change, { assessmentId, pathway, typed, version }))
const draftsOf = (worker: Actor, id: string) => world.database.read(worker, (reading) => listPageDrafts(reading, id))

test('restricted questions are there only for those who may see risk, in draft, answers and needs', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const charity = await namedOnCase(world, await world.aWorkerAt('Charity', { kind: 'charity' }), caseId)
  const family = 'CHILDREN_FAMILIES_AND_COMMUNITY'
  const id = await aSubmittedAssessment(world, prison, caseId, { [family]: { 'family-under-threat': 'OUTSIDE' } })
  const plan = await anAssessment(world, charity, caseId, 'RESETTLEMENT_PLAN')

  const page = await world.database.read(charity, (reading) => openPage(reading, plan, family))
  const seen = await world.database.read(charity, (reading) => listAnswers(reading, id))
  const needs = (who: Actor) => world.database.read(who, (reading) => listNeeds(reading, caseId))

  expect(page.hasHidden).toBe(true)
  expect(page.questions.some(({ isRestricted }) => isRestricted)).toBe(false)
  expect(seen.length).toBeGreaterThan(5)
  expect(seen.some(({ questionKey }) => questionKey === 'family-under-threat')).toBe(false)
  expect(await needs(prison)).toMatchObject([{ words: 'A talk in private about staying safe', isRestricted: true }])
  expect(await needs(charity)).toEqual([])
})

test('there is one assessment of a type at a time; the plan follows the first one or a reason to skip it', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const begin = (type: 'BCST2' | 'RESETTLEMENT_PLAN') =>
    world.database.change(prison, (change) => beginAssessment(change, caseId, type))

  await expect(begin('RESETTLEMENT_PLAN')).rejects.toMatchObject({ code: 'assessment.first-bcst2' })
  const first = await begin('BCST2')
  await expect(begin('BCST2')).rejects.toMatchObject({ code: 'assessment.under-way', details: { assessmentId: first } })
  await world.database.change(prison, (change) => skipAssessment(change, caseId, 'BCST2', 'COMPLETED_IN_OASYS'))
  const plan = await begin('RESETTLEMENT_PLAN')
  await world.database.change(prison, (change) => resetAssessment(change, plan, 'RECALL_TO_PRISON'))
  await begin('RESETTLEMENT_PLAN')

  const all = await world.database.read(prison, (reading) => listAssessments(reading, caseId))
  expect(all.map((one) => `${one.type} ${one.skipReason ?? one.resetReason ?? 'under way'}`).sort()).toEqual([
    'BCST2 COMPLETED_IN_OASYS',
    'RESETTLEMENT_PLAN RECALL_TO_PRISON',
    'RESETTLEMENT_PLAN under way',
  ])
})

test('a worker at list level neither begins an assessment nor reads one', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const colleague = await world.aColleagueOf(prison)

  const begun = world.database.change(colleague, (change) => beginAssessment(change, caseId, 'BCST2'))

  await expect(begun).rejects.toMatchObject({ code: 'assessment.may-not-write' })
})

test('a draft that another agency left behind can be set aside, unread, and a new one begins', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const next = await namedOnCase(world, await world.aWorkerAt('Next prison'), caseId)
  const left = await anAssessment(world, prison, caseId)
  await save(prison, left, { 'accommodation-strengths': 'His aunt' })

  await world.database.change(next, (change) => resetAssessment(change, left, 'OTHER'))
  const begun = await anAssessment(world, next, caseId)

  expect(await draftsOf(next, left)).toEqual([])
  expect(begun).not.toBe(left)
  await expect(save(prison, left, {}, 1)).rejects.toMatchObject({ code: 'assessment.not-under-way' })
})

test('what a colleague wrote to restricted questions is never left behind by one who may not see it', async () => {
  const prison = await world.aWorkerAt('Charity', { kind: 'charity' })
  const { id: caseId } = await aCase(world, prison)
  const id = await anAssessment(world, prison, caseId)
  await save(prison, id, { 'family-support': 'FAMILY' }, 0, 'CHILDREN_FAMILIES_AND_COMMUNITY')
  await world.inspect('update assessment_draft set has_restricted = true where assessment_id = $1', [id])

  const submitted = world.database.change(prison, (change) => submitAssessment(change, id, 'en'))

  await expect(submitted).rejects.toMatchObject({ code: 'assessment.restricted-waiting' })
})

test('an address that was told stands among the addresses of the person, hidden where the one before was', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId, personId } = await aCase(world, prison)
  await aSubmittedAssessment(world, prison, caseId, { [home]: { 'accommodation-release-address': '8 Bell Street' } })
  const standing = () =>
    world.inspect(
      `select lines, is_hidden from person_address where person_id = $1 and kind = 'FIRST_NIGHT' and until_on is null`,
      [personId],
    )
  const first = await standing()
  await world.inspect('update person_address set is_hidden = true where person_id = $1', [personId])
  const moved = {
    'accommodation-release-address--keep': 'changed',
    'accommodation-release-address': '2 Harbour Street',
  }

  await aSubmittedAssessment(world, prison, caseId, { [home]: moved }, 'RESETTLEMENT_PLAN')

  expect(first).toEqual([{ lines: '8 Bell Street', is_hidden: false }])
  expect(await standing()).toEqual([{ lines: '', is_hidden: true }])
  expect(await world.inspect('select lines from hidden_address where lines = $1', ['2 Harbour Street'])).toHaveLength(1)
  const [summary] = await world.inspect('select has_first_night from case_summary where case_id = $1', [caseId])
  expect(summary).toEqual({ has_first_night: true })
})
