import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { acceptReferral, type DeclineReason, declineReferral, getReferral } from '../referrals/index.ts'
import { updateHandOffAccepted, updateHandOffDeclined } from './queries/hand-offs.ts'
import { getTicket, type Ticket, updateTicketDesk, updateTicketState } from './queries/tickets.ts'
import { type Move, moves } from './ticket-states.ts'

/**
 * Calls a number, sees who it is, ends the talk, or says that they went. A line that another desk joined goes on to that desk.
 * To call or to see somebody whom another desk handed on accepts the hand-off, and with it the referral that it is.
 *
 * @returns the hub of the line.
 * @throws Refusal `hub.ticket-not-found`; `hub.ticket-moved` where somebody else was quicker; `hub.not-your-line`
 */
export async function moveTicket(change: Change, id: string, move: Move, version: number): Promise<{ hubId: string }> {
  const ticket = await getTicket(change, id)
  const { from, to } = moves[move]
  if (ticket.version !== version || !(from as readonly string[]).includes(ticket.state)) {
    throw new Refusal('conflict', 'hub.ticket-moved')
  }
  const next = to === 'DONE' ? nextDesk(ticket) : undefined
  const isMoved = next
    ? await updateTicketDesk(change, ticket, next, 0)
    : await updateTicketState(change, ticket.id, version, to)
  if (!isMoved) throw new Refusal('not allowed', 'hub.not-your-line')
  if (move === 'call' || move === 'see') await acceptHandOff(change, ticket)
  change.record({
    name: 'hub.line-moved',
    subjectId: ticket.id,
    fieldGroup: 'identity',
    ...aboutOf(ticket),
    details: { to },
  })
  return ticket
}

/**
 * The desk to which somebody was handed cannot take them, and says why: they wait again where they came from, and a referral is declined.
 *
 * @returns the hub of the line.
 * @throws Refusal `hub.ticket-not-found`; `hub.ticket-moved` where it is answered already; `hub.not-your-line`
 */
export async function declineHandOff(
  change: Change,
  id: string,
  { version, reason, words }: { version: number; reason: DeclineReason; words: string },
): Promise<{ hubId: string }> {
  const ticket = await getTicket(change, id)
  const { handOffId, deskAgencyId } = ticket
  if (ticket.version !== version || !handOffId) throw new Refusal('conflict', 'hub.ticket-moved')
  if (deskAgencyId !== change.actor.agencyId) throw new Refusal('not allowed', 'hub.not-your-line')
  const referral = await findWaiting(change, ticket)
  const fromDeskId = await updateHandOffDeclined(change, handOffId, reason)
  if (!fromDeskId || !(await updateTicketDesk(change, ticket, fromDeskId, -1))) {
    throw new Refusal('conflict', 'hub.ticket-moved')
  }
  const details = { reason }
  change.record({
    name: 'hub.hand-off-declined',
    subjectId: handOffId,
    fieldGroup: 'identity',
    ...aboutOf(ticket),
    details,
  })
  // Last: with it goes the sight of the person.
  if (referral) await declineReferral(change, referral.id, referral.version, { reason, words })
  return ticket
}

async function acceptHandOff(change: Change, ticket: Ticket): Promise<void> {
  if (!ticket.handOffId) return
  await updateHandOffAccepted(change, ticket.handOffId)
  const referral = await findWaiting(change, ticket)
  if (!referral || ticket.deskAgencyId !== change.actor.agencyId) return
  await acceptReferral(change, referral.id, referral.version, { startsOn: null, workerName: change.actor.name })
}

/** Its referral, unless somebody answered it in the inbox or took it back. */
async function findWaiting(change: Change, { referralId }: Ticket) {
  const referral = referralId ? await getReferral(change, referralId) : undefined
  return referral && (referral.status === 'SENT' || referral.status === 'RECEIVED') ? referral : undefined
}

/** The desk that joined this line and comes after the one that saw them; each once. */
function nextDesk({ deskId, joinedDeskIds }: Ticket): string | undefined {
  return joinedDeskIds[joinedDeskIds.indexOf(deskId) + 1]
}

/** Whom an event about a line is about, where the actor may see it. */
export const aboutOf = ({ personId, caseId }: Pick<Ticket, 'personId' | 'caseId'>) => ({
  ...(personId && { personId }),
  ...(caseId && { caseId }),
})
