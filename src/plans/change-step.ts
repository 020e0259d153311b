import { getCaseSubject } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type StepFields, type StepOwner, tellCircle, tellOwner } from './add-step.ts'
import { findStatusBefore, updateStep, updateStepOwner, updateStepStatus } from './queries/change-steps.ts'
import { getStep, listSteps, type Step } from './queries/steps.ts'
import { isClosed, mayBecome, needsReason, type StepStatus } from './step-states.ts'

/**
 * Changes what a step says, when it is due and who does it.
 *
 * @param version - of the step as the worker saw it.
 * @throws Refusal `step.not-found`; `step.changed-meanwhile` when another worker saved first;
 *   `step.waits-in-circle`.
 */
export async function changeStep(change: Change, id: string, version: number, fields: StepFields): Promise<Step> {
  const step = await getStep(change, id)
  if (!(await tellCircle(updateStep(change, id, version, fields)))) throw changedMeanwhile(step)
  change.record(eventOf(step, 'step.changed', {}))
  if (fields.owner.accountId !== step.owner.accountId) await tellOwner(change, step.caseId, id, fields.owner)
  return step
}

/**
 * Starts a step, puts it off, drops it or says that it is done.
 *
 * @param reason - plain text up to 500 characters; needed to put off or drop.
 * @throws Refusal `step.not-found`; `step.changed-meanwhile`; `step.status-closed-way` when it cannot go from its status
 *   to the new one; `step.reason-missing`.
 */
export async function moveStep(
  change: Change,
  id: string,
  version: number,
  { status, reason }: { status: StepStatus; reason: string },
): Promise<Step> {
  const step = await getStep(change, id)
  if (step.version !== version) throw changedMeanwhile(step)
  if (!mayBecome[step.status].includes(status)) throw new Refusal('conflict', 'step.status-closed-way')
  if (needsReason(status) && reason === '') throw new Refusal('not allowed', 'step.reason-missing')
  return setStatus(change, step, { status, reason }, 'step.status-changed')
}

/**
 * Takes the last change of a step's status back.
 *
 * @throws Refusal `step.not-found`; `step.changed-meanwhile`; `step.nothing-to-undo`.
 */
export async function undoStepMove(change: Change, id: string, version: number): Promise<Step> {
  const step = await getStep(change, id)
  if (step.version !== version) throw changedMeanwhile(step)
  const status = await findStatusBefore(change, step)
  if (!status || status === step.status) throw new Refusal('conflict', 'step.nothing-to-undo')
  return setStatus(change, step, { status, reason: '' }, 'step.move-undone')
}

/**
 * Gives every open step to somebody who is there, whose agency has left the partnership or whose worker has left.
 *
 * @returns how many were given.
 * @throws Refusal `case.not-found`; `step.plan-closed`
 */
export async function reassignSteps(change: Change, caseId: string, owner: StepOwner): Promise<number> {
  const { mayWrite } = await getCaseSubject(change, caseId, 'plan')
  if (!mayWrite) throw new Refusal('not allowed', 'step.plan-closed')
  const left = (await listSteps(change, caseId)).filter(({ isOwnerGone }) => isOwnerGone)
  for (const step of left) {
    if (!(await updateStepOwner(change, step, owner))) throw changedMeanwhile(step)
    change.record(eventOf(step, 'step.reassigned', {}))
    await tellOwner(change, caseId, step.id, owner)
  }
  return left.length
}

async function setStatus(
  change: Change,
  step: Step,
  { status, reason }: { status: StepStatus; reason: string },
  name: string,
): Promise<Step> {
  const kept = await updateStepStatus(change, step, { status, reason, closedAt: isClosed(status) ? change.now : null })
  if (!kept) throw changedMeanwhile(step)
  change.record(eventOf(step, name, { from: step.status, to: status }))
  return step
}

const changedMeanwhile = ({ id }: Step) => new Refusal('conflict', 'step.changed-meanwhile', { stepId: id })

function eventOf({ id, caseId, personId, pathway }: Step, name: string, details: Record<string, string>) {
  return { name, subjectId: id, caseId, personId, fieldGroup: 'plan' as const, details: { pathway, ...details } }
}
