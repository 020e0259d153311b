import { type AppointmentAtPlace, listAtPlace } from '../appointments/index.ts'
import { addDays, dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { instantAt } from '../platform/wall-clock.ts'
import { type Desk, getHub, type Hub, listDesks } from './queries/hubs.ts'
import { listOpenTickets, type Ticket } from './queries/tickets.ts'

/** Today at a hub, as one reader sees it. */
export interface Board {
  hub: Hub
  desks: Desk[]
  tickets: Ticket[]
  appointments: AppointmentAtPlace[]
  /** The desk of the reader's agency, where it has one. */
  ownDesk: Desk | undefined
  isIn: boolean
}

/** Reads the board and says whose names are on it. @throws Refusal `hub.not-found` */
export async function readBoard(reading: Reading, hubId: string): Promise<Board> {
  const hub = await getHub(reading, hubId)
  const today = dayAt(reading.now)
  const desks = await listDesks(reading, hub.id, today)
  const tickets = await listOpenTickets(reading, hub.id, today)
  const [from, until] = [instantAt(today, '00:00'), instantAt(addDays(today, 1), '00:00')]
  const waiting = new Set(tickets.map(({ personId }) => personId))
  const booked = await listAtPlace(reading, hub.place, from, until)
  const appointments = booked.filter(({ personId }) => !waiting.has(personId))
  const shown = [...tickets, ...appointments]
  const ids = (of: 'personId' | 'caseId') => [...new Set(shown.flatMap((line) => line[of] ?? []))]
  reading.look({
    action: 'consult',
    personIds: ids('personId'),
    caseIds: ids('caseId'),
    fieldGroups: ['identity', 'plan'],
  })
  const ownDesk = desks.find(({ agencyId }) => agencyId === reading.actor.agencyId)
  const isIn = desks.some(({ present }) => present.some(({ accountId }) => accountId === reading.actor.userId))
  return { hub, desks, tickets, appointments, ownDesk, isIn }
}
