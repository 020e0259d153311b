import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { mayBecome, needsReason } from './need-states.ts'
import { getNeed, listNeedVersions, type Need, type NeedFields, updateNeed } from './queries/needs.ts'
import { renewPathwayStatuses } from './renew-pathway-statuses.ts'

/**
 * Changes what a need says, who sees to it, or how it stands. What it was is kept.
 *
 * @param version - of the need as the worker saw it.
 * @throws Refusal `need.not-found`; `need.changed-meanwhile` when another worker saved first; `need.status-closed-way`
 *   when it cannot go from its status to the new one; `need.reason-missing` when it is declined without a reason.
 */
export async function changeNeed(change: Change, id: string, version: number, fields: NeedFields): Promise<void> {
  const need = await getNeed(change, id)
  if (need.version !== version) throw new Refusal('conflict', 'need.changed-meanwhile', { needId: id })
  const isMoved = fields.status !== need.status
  if (isMoved && !mayBecome[need.status].includes(fields.status))
    throw new Refusal('conflict', 'need.status-closed-way')
  if (needsReason(fields.status) && !fields.statusReason) throw new Refusal('not allowed', 'need.reason-missing')

  await keep(change, need, fields)
  change.record(
    eventOf(need, isMoved ? 'need.status-changed' : 'need.changed', { from: need.status, to: fields.status }),
  )
}

/**
 * Takes the last change of a need back: it is again what it was before.
 *
 * @throws Refusal `need.not-found`; `need.nothing-to-undo`; `need.changed-meanwhile` when another worker saved since.
 */
export async function undoNeedChange(change: Change, id: string, version: number): Promise<void> {
  const need = await getNeed(change, id)
  if (need.version !== version) throw new Refusal('conflict', 'need.changed-meanwhile', { needId: id })
  const [before] = await listNeedVersions(change, id)
  if (!before) throw new Refusal('conflict', 'need.nothing-to-undo')

  await keep(change, need, before)
  change.record(eventOf(need, 'need.change-undone', { from: need.status, to: before.status }))
}

async function keep(change: Change, need: Need, fields: NeedFields): Promise<void> {
  const isKept = await updateNeed(change, need.id, need.version, fields)
  if (!isKept) throw new Refusal('conflict', 'need.changed-meanwhile', { needId: need.id })
  if (fields.status !== need.status) await renewPathwayStatuses(change, need.caseId, [need.pathway])
}

function eventOf(need: Need, name: string, details: Record<string, string>) {
  const fieldGroup = need.isRestricted ? ('risk' as const) : ('needs' as const)
  return {
    name,
    subjectId: need.id,
    caseId: need.caseId,
    personId: need.personId,
    fieldGroup,
    details: { pathway: need.pathway, ...details },
  }
}
