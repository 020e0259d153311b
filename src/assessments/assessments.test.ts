import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { listNeeds, listPathwayStandings } from '../needs/index.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anAssessment, aSubmittedAssessment, namedOnCase, withQuestionSets } from './builders.ts'
import { listAnswers, savePage, submitAssessment } from './index.ts'
import { listPageDrafts } from './queries/drafts.ts'
import type { Typed } from './read-page.ts'
import { openPage } from './save-page.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await withQuestionSets(world)
})
afterAll(() => world.close())

const monday = new Date('2026-03-02T09:30:00Z')
const home = 'ACCOMMODATION' as const
const night = 'accommodation-first-night'
const save = (
  worker: Actor,
  assessmentId: string,
  typed: Typed,
  version = 0,
  pathway: Parameters<typeof savePage>[1]['pathway'] = home,
) => world.database.change(worker, (change) => savePage(change, { assessmentId, pathway, typed, version }))
const draftsOf = (worker: Actor, id: string) => world.database.read(worker, (reading) => listPageDrafts(reading, id))

test('bringing the question sets again changes nothing', async () => {
  await withQuestionSets(world)

  const sets = await world.inspect('select type, version from question_set order by 1')

  expect(sets).toEqual([
    { type: 'BCST2', version: 1 },
    { type: 'RESETTLEMENT_PLAN', version: 1 },
  ])
})

test('a draft keeps what was typed, wrong or right, and is seen by its own agency alone', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const colleague = await namedOnCase(world, await world.aColleagueOf(prison), caseId)
  const probation = await namedOnCase(world, await world.aWorkerAt('Probation', { kind: 'probation' }), caseId)
  const id = await anAssessment(world, prison, caseId)

  const saved = await save(prison, id, { 'accommodation-strengths': 'His aunt', [night]: 'THE_MOON' })

  expect(saved).toMatchObject({ version: 1, isDone: false })
  expect(await draftsOf(colleague, id)).toMatchObject([
    { typed: { 'accommodation-strengths': 'His aunt', [night]: 'THE_MOON' } },
  ])
  expect(await draftsOf(probation, id)).toEqual([])
})

test('the second of two colleagues on one page is told, and nothing is written over', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const colleague = await namedOnCase(world, await world.aColleagueOf(prison), caseId)
  const id = await anAssessment(world, prison, caseId)
  await save(prison, id, { 'accommodation-strengths': 'His aunt' })

  const late = save(colleague, id, { 'accommodation-strengths': 'His work' })

  await expect(late).rejects.toMatchObject({ code: 'assessment.page-changed' })
  expect(await draftsOf(prison, id)).toMatchObject([{ typed: { 'accommodation-strengths': 'His aunt' } }])
  expect(await save(colleague, id, { 'accommodation-strengths': 'Both' }, 1)).toMatchObject({ version: 2 })
})

test('a submitted answer keeps its question, words, asker, agency, day and language', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny' })
  const id = await anAssessment(world, prison, caseId)
  await save(prison, id, { [night]: 'NONE', 'accommodation-own-words': 'Not a sofa again.' })

  await world.database.change(prison, (change) => submitAssessment(change, id, 'it'))

  const answers = await world.database.read(prison, (reading) => listAnswers(reading, id))
  const [own, first] = answers.toSorted((one) => (one.goodUntilOn ? 1 : -1))
  expect(first).toMatchObject({
    questionText: 'Dove dormirà Danny la prima notte?',
    shownText: 'Ancora da nessuna parte',
    goodUntilOn: '2026-03-30',
    askedByName: 'Amira Khan',
    agencyName: 'HMP Fernhall',
    answeredAt: monday,
    locale: 'it',
  })
  expect(own).toMatchObject({ shownText: 'Not a sofa again.', goodUntilOn: null })
  expect(await draftsOf(prison, id)).toEqual([])
})

test('answers raise needs of the asker, and move the pathway', async () => {
  const prison = await world.aWorkerAt('Prison', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, prison)

  await aSubmittedAssessment(world, prison, caseId, { [home]: { [night]: 'NONE' }, HEALTH: {} })

  const needs = await world.database.read(prison, (reading) => listNeeds(reading, caseId))
  const standings = await world.database.read(prison, (reading) => listPathwayStandings(reading, caseId))
  expect(needs).toMatchObject([
    {
      words: 'Somewhere to sleep on the first night',
      status: 'NOT_STARTED',
      responsibleName: 'Amira Khan',
      questionKey: night,
    },
  ])
  expect(Object.fromEntries(standings.map(({ pathway, status }) => [pathway, status]))).toEqual({
    ACCOMMODATION: 'SUPPORT_REQUIRED',
    HEALTH: 'SUPPORT_NOT_REQUIRED',
  })
})

test('another agency finds the answers with their source, and asks again only with a reason', async () => {
  const prison = await world.aWorkerAt('Prison', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, prison)
  const probation = await namedOnCase(world, await world.aWorkerAt('Wexley Probation', { kind: 'probation' }), caseId)
  await aSubmittedAssessment(world, prison, caseId, { [home]: { [night]: 'FAMILY' } })
  const plan = await anAssessment(world, probation, caseId, 'RESETTLEMENT_PLAN')

  const page = await world.database.read(probation, (reading) => openPage(reading, plan, home))
  const without = await save(probation, plan, { [`${night}--keep`]: 'ask', [night]: 'OWN' })
  const withReason = await save(
    probation,
    plan,
    { [`${night}--keep`]: 'ask', [`${night}--why`]: 'He moved', [night]: 'OWN' },
    1,
  )
  await world.database.change(probation, (change) => submitAssessment(change, plan, 'en'))

  expect(page.good.get(night)).toMatchObject({
    shownText: 'With family or friends',
    askedByName: 'Amira Khan',
    agencyName: 'Prison',
  })
  expect(without.problems.map(({ fault }) => fault)).toContain('say-why')
  expect(withReason.problems.map(({ fault }) => fault)).not.toContain('say-why')
  const [answer] = await world.database.read(prison, (reading) => listAnswers(reading, plan))
  expect(answer).toMatchObject({ askedAgainOfId: page.good.get(night)!.id, askedAgainReason: 'He moved' })
})

test('"still true" keeps the first source and day', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  await aSubmittedAssessment(world, prison, caseId, { [home]: { [night]: 'FAMILY' } })
  world.time.now = new Date('2026-03-20T10:00:00Z')
  const plan = await anAssessment(world, prison, caseId, 'RESETTLEMENT_PLAN')

  await save(prison, plan, { [`${night}--keep`]: 'same' })
  await world.database.change(prison, (change) => submitAssessment(change, plan, 'en'))
  world.time.now = monday

  const [answer] = await world.database.read(prison, (reading) => listAnswers(reading, plan))
  expect(answer).toMatchObject({ shownText: 'With family or friends', goodUntilOn: '2026-03-30', askedAgainOfId: null })
  expect(answer!.confirmsAnswerId).not.toBeNull()
})
