import { tellAccount } from '../alerts/index.ts'
import { getCaseSubject } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  type Explanation,
  endCondition,
  insertConditions,
  insertExplanation,
  type NewCondition,
} from './queries/conditions.ts'
import { insertWorry, type NewWorry, updateAnswer } from './queries/worries.ts'

/**
 * Adds conditions to the licence of a person.
 *
 * @throws Refusal `case.not-found`; `licence.closed` when the actor may not write in the custody part.
 */
export async function addConditions(change: Change, caseId: string, all: readonly NewCondition[]): Promise<void> {
  const personId = await personOf(change, caseId, 'custody')
  for (const subjectId of await insertConditions(change, { caseId, personId }, all))
    change.record({ name: 'licence.condition-added', subjectId, caseId, personId, fieldGroup: 'custody' })
}

/** Takes a condition off; it stays in the record. @throws Refusal `licence-condition.not-found` */
export async function liftCondition(change: Change, id: string): Promise<string> {
  const about = await endCondition(change, id)
  if (!about) throw new Refusal('not found', 'licence-condition.not-found')
  change.record({ name: 'licence.condition-ended', subjectId: id, ...about, fieldGroup: 'custody' })
  return about.caseId
}

/** Keeps that the conditions were explained, how, and whether they were understood. @throws Refusal as `addConditions` */
export async function keepExplained(
  change: Change,
  caseId: string,
  said: Pick<Explanation, 'how' | 'isUnderstood'>,
): Promise<void> {
  const personId = await personOf(change, caseId, 'custody')
  const subjectId = await insertExplanation(change, { caseId, personId }, said)
  change.record({ name: 'licence.explained', subjectId, caseId, personId, fieldGroup: 'custody' })
}

/** Keeps what worries the person and tells who is to answer it. @throws Refusal `case.not-found`; `licence.closed` */
export async function raiseWorry(change: Change, caseId: string, worry: NewWorry): Promise<void> {
  const personId = await personOf(change, caseId, 'plan')
  const subjectId = await insertWorry(change, { caseId, personId }, worry)
  const news = { name: 'licence.worry-raised', subjectId, fieldGroup: 'plan' as const, details: { about: worry.about } }
  change.record({ ...news, caseId, personId })
  await tellAccount(change, worry.responsibleId, { ...news, caseId })
}

/** @throws Refusal `licence-worry.not-found` where none waits that the actor may answer. */
export async function answerWorry(change: Change, id: string, answer: string): Promise<string> {
  const about = await updateAnswer(change, id, answer)
  if (!about) throw new Refusal('not found', 'licence-worry.not-found')
  change.record({ name: 'licence.worry-answered', subjectId: id, ...about, fieldGroup: 'plan' })
  return about.caseId
}

async function personOf(change: Change, caseId: string, part: 'custody' | 'plan'): Promise<string> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, part)
  if (!mayWrite) throw new Refusal('not allowed', 'licence.closed')
  return personId
}
