import { dayAt } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Problem } from '../platform/web/form.ts'
import {
  type ActionFields, getAction, insertAction, insertProgress, listLeaders, type Progress, type SmartAction, updateActionClosed,
} from './queries/smart.ts' // biome-ignore format: a list
import { getTarget } from './queries/targets.ts'
import { contradicts, figuresOf } from './rag.ts'

/**
 * Adds a line to a partner's plan. One that stands on a target has the target's figures, so that the plan and the expected results
 * can never tell two stories.
 *
 * @throws Refusal `target.not-found` where the target is none that the actor sees, `smart-action.own-agency` where it is not their plan, or whoever
 *   leads is no manager of the agency
 */
export async function addAction(change: Change, fields: ActionFields): Promise<string> {
  const isOwn = fields.agencyId === change.actor.agencyId
  if (!isOwn && !change.actor.roles.includes('COORDINATOR')) throw new Refusal('not allowed', 'smart-action.own-agency')
  if (fields.targetId) await getTarget(change, fields.targetId)
  const leaders = fields.leadAccountId ? await listLeaders(change, [fields.agencyId]) : []
  if (fields.leadAccountId && !leaders.some(({ id }) => id === fields.leadAccountId))
    throw new Refusal('not allowed', 'smart-action.own-agency')
  const id = await insertAction(change, fields)
  change.record({ name: 'smart-action.added', subjectId: id, fieldGroup: 'administration' })
  return id
}

export type Report = Omit<Progress, 'byName' | 'saidOn'>

/** What is wrong with a report: a status that the figures contradict needs a reason. */
export function checkReport(action: SmartAction, report: Report, now: Date): Problem | undefined {
  const delivered = action.targetId ? action.delivered : report.done
  if (delivered === null) return { field: 'done', message: 'smart.done-missing' }
  const figures = figuresOf({ ...action, delivered }, dayAt(now))
  const isUnexplained = contradicts(report.status, figures) && report.reason.length < 10
  return isUnexplained ? { field: 'reason', message: 'smart.reason-missing' } : undefined
}

/** Reports how an action goes. @throws Refusal `smart-action.not-found`, `smart-action.unexplained` */
export async function reportProgress(change: Change, actionId: string, report: Report): Promise<void> {
  const action = await getAction(change, actionId)
  if (checkReport(action, report, change.now)) throw new Refusal('conflict', 'smart-action.unexplained')
  const done = action.targetId ? null : report.done
  await insertProgress(change, actionId, { ...report, done, saidOn: dayAt(change.now) })
  change.record({
    name: 'smart-action.reported',
    subjectId: actionId,
    fieldGroup: 'administration',
    details: { status: report.status },
  })
}

/** Takes an action off the plan: done, or no longer wanted. @throws Refusal `smart-action.not-found` */
export async function closeAction(change: Change, actionId: string): Promise<void> {
  if (!(await updateActionClosed(change, actionId))) throw new Refusal('not found', 'smart-action.not-found')
  change.record({ name: 'smart-action.closed', subjectId: actionId, fieldGroup: 'administration' })
}

/** An action with what its figures say, and whether the partner's last word contradicts them. */
export function readAction({ now }: Pick<Reading, 'now'>, action: SmartAction) {
  const figures = figuresOf(action, dayAt(now))
  const last = action.progress[0]
  return { ...action, figures, last, isContradicted: last !== undefined && contradicts(last.status, figures) }
}
export type ShownAction = ReturnType<typeof readAction>
