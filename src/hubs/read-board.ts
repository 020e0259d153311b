import { type AppointmentAtPlace, listAtPlace } from '../appointments/index.ts'
import { addDays, dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { instantAt } from '../platform/wall-clock.ts'
import type { Desk, Hub } from './queries/hubs.ts'
import { listOpenTickets, type Ticket } from './queries/tickets.ts'
import { readHubToday } from './shared-desks.ts'

/** Who is in and who waits, as one reader sees it: what open boards ask for anew with every change. */
export interface LiveBoard {
  hub: Hub
  desks: Desk[]
  tickets: Ticket[]
  /** The desk of the reader's agency, where it has one. */
  ownDesk: Desk | undefined
  isIn: boolean
}
/** With what is booked there today, of people who are not in the queue. */
export interface Board extends LiveBoard {
  appointments: AppointmentAtPlace[]
}

/** Reads the board and says whose names are on it. @throws Refusal `hub.not-found` */
export async function readBoard(reading: Reading, hubId: string): Promise<Board> {
  const board = await readLines(reading, hubId)
  const today = dayAt(reading.now)
  const [from, until] = [instantAt(today, '00:00'), instantAt(addDays(today, 1), '00:00')]
  const waiting = new Set(board.tickets.map(({ personId }) => personId))
  const booked = await listAtPlace(reading, board.hub.place, from, until)
  const appointments = booked.filter(({ personId }) => !waiting.has(personId))
  look(reading, [...board.tickets, ...appointments])
  return { ...board, appointments }
}

/** As above, without what is booked: one round trip, since hundreds of open boards may ask at once. @param readToday - shared by an agency’s boards. */
export async function readLiveBoard(reading: Reading, hubId: string, readToday = readHubToday): Promise<LiveBoard> {
  const board = await readLines(reading, hubId, readToday)
  look(reading, board.tickets)
  return board
}

async function readLines(reading: Reading, hubId: string, readToday = readHubToday): Promise<LiveBoard> {
  const today = dayAt(reading.now)
  const [{ hub, desks }, tickets] = await Promise.all([
    readToday(reading, hubId, today),
    listOpenTickets(reading, hubId, today),
  ])
  const ownDesk = desks.find(({ agencyId }) => agencyId === reading.actor.agencyId)
  const isIn = desks.some(({ present }) => present.some(({ accountId }) => accountId === reading.actor.userId))
  return { hub, desks, tickets, ownDesk, isIn }
}

function look(reading: Reading, shown: readonly { personId: string | null; caseId: string | null }[]): void {
  const ids = (of: 'personId' | 'caseId') => [...new Set(shown.flatMap((line) => line[of] ?? []))]
  reading.look({
    action: 'consult',
    personIds: ids('personId'),
    caseIds: ids('caseId'),
    fieldGroups: ['identity', 'plan'],
  })
}
