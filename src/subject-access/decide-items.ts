import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Decision, Exemption } from './exemptions.ts'
import { getItem, releasePlainItems, updateDecision } from './queries/items.ts'
import { getRequest } from './queries/requests.ts'
import type { Mark } from './redact.ts'
import { isOpen } from './states.ts'
import { stateOf } from './subject-request.ts'

export interface ItemDecision {
  decision: Decision
  /** By which law something is left out; of a release there is none. */
  exemption: Exemption | null
  /** What is taken out; of a redaction alone. */
  marks: readonly Mark[]
  /** As it was seen. */
  version: number
}

/**
 * Decides one thing that the actor's agency holds: it goes out, goes out without what is marked, or stays.
 *
 * @throws Refusal `subject-access.not-found`; `subject-access.moved-on` when somebody decided it in the meantime, or it is with the
 *   second check.
 */
export async function decideItem(
  change: Change,
  requestId: string,
  itemId: string,
  decided: ItemDecision,
): Promise<void> {
  const item = await getItem(change, requestId, itemId)
  const { decision, version } = decided
  const kept = {
    decision,
    exemption: decision === 'RELEASE' ? null : decided.exemption,
    marks: decision === 'REDACT' ? decided.marks : [],
  }
  await stillOpen(change, requestId)
  if (!(await updateDecision(change, { id: item.id, version }, kept))) throw movedOn()
  record(change, requestId, 'decided', { decision, exemption: kept.exemption, kind: item.kind })
}

/** Releases together what is plain: names, numbers, dates. @returns how many. */
export async function releasePlain(change: Change, requestId: string): Promise<number> {
  await stillOpen(change, requestId)
  const count = await releasePlainItems(change, requestId)
  if (count === 0) throw movedOn()
  record(change, requestId, 'plain-released', { count })
  return count
}

async function stillOpen(change: Change, requestId: string): Promise<void> {
  if (!isOpen(stateOf(await getRequest(change, requestId)))) throw movedOn()
}

const movedOn = () => new Refusal('conflict', 'subject-access.moved-on')

/** Without the person: an event of theirs would tell others of the case that this agency holds something. */
const record = (change: Change, subjectId: string, what: string, details: Record<string, unknown>) =>
  change.record({ name: `subject-access.${what}`, subjectId, fieldGroup: 'administration', details })
