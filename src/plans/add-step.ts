import { tellAccount } from '../alerts/index.ts'
import { getCaseSubject } from '../cases/index.ts'
import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PlanKind } from './goals/goal-states.ts'
import type { LeadKind } from './lead-times/lead-kinds.ts'
import { insertStep } from './queries/change-steps.ts'

/** Who does a step: the person, an agency, or a named worker of it. */
export interface StepOwner {
  isForPerson: boolean
  agencyId: string | null
  accountId: string | null
}

export interface StepFields {
  /** What is to be done: plain text, 1 to 200 characters. */
  title: string
  pathway: string | null
  needId: string | null
  dueOn: Day | null
  /** Who is responsible. */
  owner: StepOwner
  goalId: string | null
  kind: PlanKind
  /** How all will know that it is done: plain text up to 200 characters. */
  doneWhen: string
  leadKind: LeadKind | null
  /** Steps of the same case that come first. */
  waitsFor: readonly string[]
  /** Agencies that help with it, and agencies that are told. */
  contributingIds: readonly string[]
  informedIds: readonly string[]
}

/** A thing that somebody is to do by a day, and no more. */
export const plainStep = (said: Pick<StepFields, 'title' | 'dueOn' | 'owner'>): StepFields => ({
  ...{ pathway: null, needId: null, goalId: null, kind: 'PRACTICAL', doneWhen: '', leadKind: null },
  ...{ waitsFor: [], contributingIds: [], informedIds: [] },
  ...said,
})

/**
 * Adds a step to the plan and tells the worker it is given to.
 *
 * @returns the id of the step.
 * @throws Refusal `case.not-found`; `step.plan-closed` when the actor may not write in the plan; `step.waits-in-circle`.
 */
export async function addStep(change: Change, caseId: string, fields: StepFields): Promise<string> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'plan')
  if (!mayWrite) throw new Refusal('not allowed', 'step.plan-closed')

  const id = newId()
  await tellCircle(insertStep(change, { id, caseId, personId, ...fields }))
  change.record({
    name: 'step.added',
    subjectId: id,
    caseId,
    personId,
    fieldGroup: 'plan',
    details: { pathway: fields.pathway },
  })
  await tellOwner(change, caseId, id, fields.owner)
  return id
}

/** Tells the worker to whom a step was given. */
export async function tellOwner(change: Change, caseId: string, stepId: string, owner: StepOwner): Promise<void> {
  if (!owner.accountId) return
  await tellAccount(change, owner.accountId, { caseId, name: 'step.given', subjectId: stepId, fieldGroup: 'plan' })
}

const circle = 'step_waits_in_circle'

/** The database finds steps that wait for each other in a circle; here it becomes words. @throws Refusal `step.waits-in-circle` */
export async function tellCircle<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== circle) throw error
    throw new Refusal('conflict', 'step.waits-in-circle')
  }
}
