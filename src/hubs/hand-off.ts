import { writeNote } from '../contacts/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Problem } from '../platform/web/form.ts'
import { aboutOf } from './move-ticket.ts'
import { insertHandOff, maySee, type NewHandOff } from './queries/hand-offs.ts'
import { type Desk, listDesks } from './queries/hubs.ts'
import { getTicket, type Ticket, updateTicketDesk } from './queries/tickets.ts'
import { type Cause, findReferralProblem, referOnTheSpot } from './refer-on-the-spot.ts'

/** With one line for the other desk, or ''. */
export interface HandOff extends Cause {
  toDeskId: string
  version: number
}

/**
 * Brings somebody to another agency's desk, with their yes. One line becomes a note of the case where that agency may read notes; where
 * it may not, nothing is told: the number goes on and the person speaks for themselves. With a need it is a referral to a service of that
 * agency, which tells them what a referral tells.
 *
 * @returns the hub.
 * @throws Refusal `hub.ticket-not-found`, `hub.desk-not-found`, `hub.ticket-moved`, `hub.not-your-line`, `hub.line-not-for-them`
 */
export async function handOff(change: Change, ticketId: string, asked: HandOff): Promise<{ hubId: string }> {
  const { ticket, to } = await readEnds(change, ticketId, asked)
  if (await findProblem(change, ticket, to, asked)) throw new Refusal('not allowed', 'hub.line-not-for-them')
  if (asked.need) {
    const referralId = await referOnTheSpot(change, ticket, to, asked)
    return pass(change, ticket, to, { line: '', noteId: null, referralId })
  }

  const body = `${ticket.deskName} → ${to.name}: ${asked.line}`
  const noteId = asked.line ? await writeNote(change, ticket.caseId!, { kind: 'CONTACT', part: 'notes', body }) : null
  return pass(change, ticket, to, { line: asked.line, noteId, referralId: null })
}

async function pass(change: Change, ticket: Ticket, to: Desk, what: Omit<NewHandOff, 'toDeskId'>) {
  const id = await insertHandOff(change, ticket, { toDeskId: to.id, ...what })
  if (!(await updateTicketDesk(change, ticket, to.id, 1))) throw new Refusal('conflict', 'hub.ticket-moved')
  const details = { toDeskId: to.id, ...(what.referralId && { referralId: what.referralId }) }
  change.record({ name: 'hub.handed-off', subjectId: id, fieldGroup: 'identity', ...aboutOf(ticket), details })
  return ticket
}

/** Whether the line may be told to that desk, or the referral made: a Problem where it may not. @throws as `handOff` */
export async function checkHandOff(reading: Reading, ticketId: string, asked: HandOff): Promise<Problem | undefined> {
  const { ticket, to } = await readEnds(reading, ticketId, asked)
  return findProblem(reading, ticket, to, asked)
}

const findProblem = (reading: Reading, ticket: Ticket, to: Desk, asked: HandOff) =>
  asked.need ? findReferralProblem(reading, ticket, to, asked) : findLineProblem(reading, ticket, to, asked.line)

async function readEnds(reading: Reading, ticketId: string, { toDeskId, version }: HandOff) {
  const ticket = await getTicket(reading, ticketId)
  if (ticket.version !== version || ticket.state !== 'SEEN') throw new Refusal('conflict', 'hub.ticket-moved')
  if (ticket.deskAgencyId !== reading.actor.agencyId) throw new Refusal('not allowed', 'hub.not-your-line')
  const desks = await listDesks(reading, ticket.hubId, dayAt(reading.now))
  const to = desks.find(({ id }) => id === toDeskId && id !== ticket.deskId)
  if (!to) throw new Refusal('not found', 'hub.desk-not-found')
  return { ticket, to }
}

async function findLineProblem(
  reading: Reading,
  { personId }: Ticket,
  to: Desk,
  line: string,
): Promise<Problem | undefined> {
  if (!line) return undefined
  if (!personId) return { field: 'line', message: 'hand-off.line-nobody' }
  if (await maySee(reading, to.id, personId, 'notes')) return undefined
  return { field: 'line', message: 'hand-off.line-unseen' }
}
