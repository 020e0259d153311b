import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getHub, listDesks } from './queries/hubs.ts'
import { findOpenTicketOf, insertTicket, joinLine, type NewVisitor } from './queries/tickets.ts'

/**
 * Takes somebody into the queue. Whoever waits already for another desk is not asked twice: the second desk joins their line.
 *
 * @returns whether it was joined to a line that was there.
 * @throws Refusal `hub.not-found`, `hub.desk-not-found`
 */
export async function takeIn(change: Change, hubId: string, visitor: NewVisitor): Promise<'new' | 'joined' | 'there'> {
  const hub = await getHub(change, hubId)
  const today = dayAt(change.now)
  const desk = (await listDesks(change, hub.id, today)).find(({ id }) => id === visitor.deskId)
  if (!desk) throw new Refusal('not found', 'hub.desk-not-found')
  const { personId, caseId } = visitor
  const about = { ...(personId && { personId }), ...(caseId && { caseId }) }
  const there = personId ? await findOpenTicketOf(change, hub.id, today, personId) : undefined
  if (there) {
    const isJoined = await joinLine(change, there.id, desk.id)
    const details = { deskId: desk.id, isJoined }
    change.record({ name: 'hub.line-joined', subjectId: there.id, fieldGroup: 'identity', ...about, details })
    return isJoined ? 'joined' : 'there'
  }
  const id = await insertTicket(change, hub.id, today, visitor)
  change.record({ name: 'hub.arrived', subjectId: id, fieldGroup: 'identity', ...about, details: { deskId: desk.id } })
  return 'new'
}
