import { type CaseFrame, mayWrite } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { hashOf, minutesOfCode, newDoorCode } from './codes.ts'
import { insertCode } from './queries/requests.ts'

const msInMinute = 60_000

/**
 * Makes a code that lets the person in once, within ten minutes; an older one no longer works.
 *
 * @returns eight digits, which are not kept and cannot be shown again.
 * @throws Refusal `actor.may-not` for whoever may not write in the plan; `own-door.person-died`.
 */
export async function startDoor(change: Change, frame: CaseFrame): Promise<string> {
  if (!mayWrite(frame, 'plan')) throw new Refusal('not allowed', 'actor.may-not')
  if (frame.diedOn) throw new Refusal('conflict', 'own-door.person-died')
  const { caseId, personId } = frame
  const code = newDoorCode()
  const endsAt = new Date(change.now.getTime() + minutesOfCode * msInMinute)
  await insertCode(change, { caseId, personId, hash: hashOf(code), endsAt })
  change.record({ name: 'own-door.started', subjectId: personId, caseId, personId, fieldGroup: 'plan' })
  return code
}
