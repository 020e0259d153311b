import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  getTicket,
  type Ticket,
  updateHandOffAccepted,
  updateTicketDesk,
  updateTicketState,
} from './queries/tickets.ts'
import { type Move, moves } from './ticket-states.ts'

/**
 * Calls a number, sees who it is, ends the talk, or says that they went. A line that another desk joined goes on to that desk.
 * To call or to see somebody whom another desk handed on accepts the hand-off.
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
    ? await updateTicketDesk(change, ticket, next, false)
    : await updateTicketState(change, ticket.id, version, to)
  if (!isMoved) throw new Refusal('not allowed', 'hub.not-your-line')
  if (ticket.handOffId && (move === 'call' || move === 'see')) await updateHandOffAccepted(change, ticket.handOffId)
  change.record({
    name: 'hub.line-moved',
    subjectId: ticket.id,
    fieldGroup: 'identity',
    ...aboutOf(ticket),
    details: { to },
  })
  return ticket
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
