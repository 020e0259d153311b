import { addStep, plainStep, type StepOwner } from '../plans/index.ts'
import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { compileAgenda } from './compile-agenda.ts'
import type { Way } from './handover-states.ts'
import { attendedColumn, insertParts, insertPoints, updateHandover } from './queries/change-handovers.ts'
import { type Attendee, getHandover, type Handover, type Point } from './queries/handovers.ts'
import { tellOf } from './tell.ts'
import { refuseMove } from './whose-move.ts'

export interface Meeting {
  heldAt: Date
  heldHow: Way
  heldPlace: string
  /** The three, and whoever else was there. */
  attended: readonly Attendee[]
  /** What the person said, as they said it. */
  ownWords: string
  points: readonly { words: string; who: Point['who']; dueOn: Day | null }[]
}

/**
 * Writes a meeting down, which is the sender's signature: the agenda is kept as it stands, and each point that was agreed becomes a step
 * of the plan. After a no of the person the three may talk again; then this meeting counts.
 *
 * @throws Refusal `handover.not-found`; `handover.moved-on`; `handover.not-theirs` but for the sender's agency; `handover.died`.
 */
export async function holdMeeting(change: Change, id: string, meeting: Meeting): Promise<Handover> {
  const handover = await getHandover(change, id)
  refuseMove(change.actor, handover, 'HELD')
  const agenda = await compileAgenda(change, handover)
  const held = { ...handover, heldNumber: handover.heldNumber + 1 }
  const kept = await updateHandover(change, handover, {
    ...{ state: 'HELD', held_number: held.heldNumber, held_at: meeting.heldAt, held_how: meeting.heldHow },
    ...{ held_place: meeting.heldPlace, attended: attendedColumn(meeting.attended), own_words: meeting.ownWords },
    ...{ sent_by: change.actor.userId, sent_at: change.now },
    ...{ answered_at: null, answered_how: null, answer_words: '', beside_id: null },
  })
  if (!kept) throw new Refusal('conflict', 'handover.moved-on')
  await insertParts(change, held, agenda)
  const points: Point[] = []
  for (const { words, who, dueOn } of meeting.points) {
    const step = plainStep({ title: words, dueOn, owner: ownerOf(who, handover) })
    points.push({ words, who, dueOn, stepId: await addStep(change, handover.caseId, step) })
  }
  await insertPoints(change, held, points)
  const { caseId, personId, toAccountId, fromAccountId } = handover
  change.record({ name: 'handover.held', subjectId: id, caseId, personId, fieldGroup: 'plan' })
  await tellOf(change, handover, 'held', [toAccountId, fromAccountId])
  return handover
}

function ownerOf(who: Point['who'], handover: Handover): StepOwner {
  if (who === 'PERSON') return { isForPerson: true, agencyId: null, accountId: null }
  return who === 'SENDER'
    ? { isForPerson: false, agencyId: handover.fromAgencyId, accountId: handover.fromAccountId }
    : { isForPerson: false, agencyId: handover.toAgencyId, accountId: handover.toAccountId }
}
