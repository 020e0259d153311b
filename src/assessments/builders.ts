import type { Pathway } from '../needs/index.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import type { World } from '../platform/testing/world.ts'
import { beginAssessment } from './begin-assessment.ts'
import { bringQuestionSets } from './load-question-sets.ts'
import { getAssessment } from './queries/assessments.ts'
import type { AssessmentType, Question } from './question-set.ts'
import { noAnswerField, type Typed } from './read-page.ts'
import { savePage } from './save-page.ts'
import { submitAssessment } from './submit-assessment.ts'

export const withQuestionSets = (world: World): Promise<void> =>
  bringQuestionSets(world.database, systemFor('00000000-0000-0000-0000-000000000000'))

/** Another worker, named on the case as a handover does it. */
export async function namedOnCase(world: World, worker: Actor, caseId: string): Promise<Actor> {
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', '2026-01-01', $2)`,
    [caseId, worker.agencyId, worker.userId],
  )
  return worker
}

/** Begins an assessment the way the app does. @returns its id. */
export const anAssessment = (
  world: World,
  worker: Actor,
  caseId: string,
  type: AssessmentType = 'BCST2',
): Promise<string> => world.database.change(worker, (change) => beginAssessment(change, caseId, type))

/** Fills some pages and submits. What a page leaves out is answered with "would rather not say". */
export async function aSubmittedAssessment(
  world: World,
  worker: Actor,
  caseId: string,
  pages: Partial<Record<Pathway, Typed>>,
  type: AssessmentType = 'BCST2',
): Promise<string> {
  const id = await anAssessment(world, worker, caseId, type)
  const { set } = await world.database.read(worker, (reading) => getAssessment(reading, id))
  for (const [pathway, typed] of Object.entries(pages) as [Pathway, Typed][]) {
    const { questions } = set.pages.find((page) => page.pathway === pathway)!
    const whole = { ...silence(questions), ...typed }
    await world.database.change(worker, (change) =>
      savePage(change, { assessmentId: id, pathway, typed: whole, version: 0 }),
    )
  }
  await world.database.change(worker, (change) => submitAssessment(change, id, 'en'))
  return id
}

/** "Would rather not say" to everything that asks for an answer. */
export function silence(questions: Question[]): Typed {
  const asked = questions.filter((question) => !question.isOptional)
  return Object.fromEntries(asked.map(({ key, kind }) => [kind === 'day' ? noAnswerField(key) : key, 'NO_ANSWER']))
}
