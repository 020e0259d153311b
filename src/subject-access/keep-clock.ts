import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { extensionUntil } from './clock.ts'
import { gather } from './log-request.ts'
import {
  getRequest,
  insertPause,
  updateAnswered,
  updateExtension,
  updateProof,
  updateWithdrawn,
} from './queries/requests.ts'
import { isOpen } from './states.ts'
import { clockOf, type SubjectRequest, stateOf } from './subject-request.ts'

/** Says how it was seen who asks: the clock begins, and what is held is gathered. @throws Refusal `subject-access.moved-on` */
export async function proveIdentity(
  change: Change,
  id: string,
  { proof, provedOn }: { proof: 'KNOWN' | 'DOCUMENT' | 'AUTHORITY'; provedOn: Day },
): Promise<void> {
  const request = await getOwn(change, id)
  if (!(await updateProof(change, id, proof, provedOn))) throw movedOn()
  tell(change, request, 'proved')
  await gather(change, id)
}

/** Asks the person what they mean: the clock stands still until they answer. @throws Refusal `subject-access.moved-on` */
export async function askBack(change: Change, id: string, question: string): Promise<void> {
  const request = await getOwn(change, id)
  if (stateOf(request) !== 'DECIDING') throw movedOn()
  await insertPause(change, request, { question, askedOn: dayAt(change.now) })
  tell(change, request, 'asked-back')
}

/** They answered: the clock goes on. @throws Refusal `subject-access.moved-on` */
export async function noteAnswer(change: Change, id: string): Promise<void> {
  const request = await getOwn(change, id)
  if (!(await updateAnswered(change, id, dayAt(change.now)))) throw movedOn()
  tell(change, request, 'answered')
}

/**
 * Takes two more months, because the request is complex or one of many. The person is told why within the first month.
 *
 * @throws Refusal `subject-access.too-late-to-extend` after that month, `subject-access.moved-on` where it cannot be extended any more.
 */
export async function extendTime(change: Change, id: string, reason: string): Promise<void> {
  const request = await getOwn(change, id)
  const until = extensionUntil(clockOf(request), request.jurisdiction)
  if (until && dayAt(change.now) > until) throw new Refusal('conflict', 'subject-access.too-late-to-extend')
  if (!until || !(await updateExtension(change, id, reason))) throw movedOn()
  tell(change, request, 'extended')
}

/** Whoever asked took it back, or it was no request. @throws Refusal `subject-access.moved-on` */
export async function withdrawRequest(change: Change, id: string, reason: string): Promise<void> {
  const request = await getOwn(change, id)
  if (!(await updateWithdrawn(change, id, reason))) throw movedOn()
  tell(change, request, 'withdrawn')
}

/** The handling agency's, and open. */
async function getOwn(change: Change, id: string): Promise<SubjectRequest> {
  const request = await getRequest(change, id)
  if (request.handlingAgencyId !== change.actor.agencyId) throw new Refusal('not allowed', 'subject-access.not-theirs')
  if (!isOpen(stateOf(request))) throw movedOn()
  return request
}

const movedOn = () => new Refusal('conflict', 'subject-access.moved-on')

const tell = (change: Change, { id, personId, caseId }: SubjectRequest, what: string) =>
  change.record({ name: `subject-access.${what}`, subjectId: id, personId, caseId, fieldGroup: 'administration' })
