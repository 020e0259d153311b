import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { mustAct } from './handover-states.ts'
import { updateHandover } from './queries/change-handovers.ts'
import { getHandover } from './queries/handovers.ts'
import { tellOf } from './tell.ts'

/** For the system: reminds whoever must act; of a person who has not answered, the sender. @throws Refusal `handover.moved-on` */
export async function chaseHandover(change: Change, id: string): Promise<void> {
  const handover = await getHandover(change, id)
  const { state, fromAccountId, toAccountId, chasedCount, caseId, personId } = handover
  if (mustAct[state] === 'NOBODY') throw movedOn()
  const step = { chased_at: change.now, chased_count: chasedCount + 1 }
  if (!(await updateHandover(change, handover, step))) throw movedOn()
  change.record({ name: 'handover.chased', subjectId: id, caseId, personId, fieldGroup: 'plan' })
  await tellOf(change, handover, 'chased', [mustAct[state] === 'RECEIVER' ? toAccountId : fromAccountId])
}

/** For the system: it ends by itself, and nobody is sent a message about somebody who died. @throws Refusal `handover.moved-on` */
export async function endHandover(change: Change, id: string, reason: 'DIED' | 'CASE_CLOSED'): Promise<void> {
  const handover = await getHandover(change, id)
  const { caseId, personId } = handover
  if (mustAct[handover.state] === 'NOBODY') throw movedOn()
  const step = { state: 'CANCELLED', ended_at: change.now, end_reason: reason } as const
  if (!(await updateHandover(change, handover, step))) throw movedOn()
  change.record({ name: 'handover.cancelled', subjectId: id, caseId, personId, fieldGroup: 'plan' })
}

const movedOn = () => new Refusal('conflict', 'handover.moved-on')
