import { getCaseFrame, getCaseSubject } from '../cases/index.ts'
import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { CourseWord, DeclineReason } from './course-states.ts'
import {
  findOffer,
  insertOffer,
  isHeldHere,
  listOffers,
  type Offer,
  updateAnswered,
  updateWithdrawn,
} from './queries/offers.ts'

export interface CourseSaid {
  what: CourseWord
  /** The day on which it was offered, or on which they came or said no. */
  on: Day
  /** Of DECLINED alone. */
  reason: DeclineReason | null
}

/**
 * Keeps what the actor's prison says of the course before release: offered, they came, or they said no and why. Whoever came or said no
 * without an offer was offered it that day.
 *
 * @throws Refusal `case.not-found`; `pre-release.closed` where the actor may not write of it; `pre-release.not-here` where they are in no
 *   cell of the actor's prison; `pre-release.offered` where an offer waits; `pre-release.before-offer` for an answer of an earlier day.
 */
export async function sayCourse(change: Change, caseId: string, { what, on, reason }: CourseSaid): Promise<void> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'custody')
  if (!mayWrite || change.actor.agencyKind !== 'prison') throw new Refusal('not allowed', 'pre-release.closed')
  const { isOpen, diedOn } = await getCaseFrame(change, caseId)
  if (!isOpen || diedOn) throw new Refusal('conflict', 'case.not-open')
  if (!(await isHeldHere(change, caseId))) throw new Refusal('conflict', 'pre-release.not-here')

  const open = (await listOffers(change, caseId)).find(({ answer }) => answer === null)
  if (what === 'OFFERED' && open) throw new Refusal('conflict', 'pre-release.offered')
  if (open && on < open.offeredOn) throw new Refusal('conflict', 'pre-release.before-offer')
  const id = open?.id ?? (await insertOffer(change, { caseId, personId, offeredOn: on }))
  if (!id) throw new Refusal('conflict', 'pre-release.offered')
  if (what !== 'OFFERED') {
    const isKept = await updateAnswered(change, id, {
      answer: what,
      answeredOn: on,
      reason: what === 'DECLINED' ? reason : null,
    })
    if (!isKept) throw new Refusal('conflict', 'pre-release.answered')
  }
  const name = `pre-release.${what.toLowerCase()}`
  change.record({
    name,
    subjectId: id,
    caseId,
    personId,
    fieldGroup: 'custody',
    details: { on, ...(reason && { reason }) },
  })
}

/** Takes back what was recorded by mistake. @throws Refusal `pre-release.not-found`, `pre-release.closed` */
export async function withdrawOffer(change: Change, id: string): Promise<Offer> {
  const offer = await findOffer(change, id)
  if (!offer) throw new Refusal('not found', 'pre-release.not-found')
  const { caseId, personId } = offer
  if (!(await updateWithdrawn(change, id))) throw new Refusal('not allowed', 'pre-release.closed')
  change.record({ name: 'pre-release.withdrawn', subjectId: id, caseId, personId, fieldGroup: 'custody' })
  return offer
}
