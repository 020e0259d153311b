import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  type Desk, endPresence, getHub, type Hub, insertDesk, insertHub, insertPresence, listDesks, updateDeskEnded, updateHubClosed, upsertDeskDay,
} from './queries/hubs.ts' // biome-ignore format: a list
import { listOpenTickets } from './queries/tickets.ts'

/** Opens a hub that the actor's agency runs, with a desk of its own. @returns its id. @throws Refusal `hub.managers-only` */
export async function openHub(change: Change, hub: Pick<Hub, 'name' | 'place'> & { desk: string }): Promise<string> {
  mustBeManager(change)
  const id = await insertHub(change, hub)
  await insertDesk(change, id, { agencyId: change.actor.agencyId, name: hub.desk, weekdays: [1, 2, 3, 4, 5] })
  change.record({ name: 'hub.opened', subjectId: id, fieldGroup: 'administration' })
  return id
}

/** Gives a partner a desk. @throws Refusal `hub.not-found`; `hub.managers-only` for whoever does not manage the agency that runs it. */
export async function addDesk(
  change: Change,
  hubId: string,
  desk: Pick<Desk, 'agencyId' | 'name' | 'weekdays'>,
): Promise<string> {
  const hub = await getHub(change, hubId)
  mustBeManager(change, hub)
  const id = await insertDesk(change, hub.id, desk)
  change.record({ name: 'hub.desk-added', subjectId: id, fieldGroup: 'administration' })
  return id
}

/** @throws Refusal `hub.not-found`, `hub.managers-only` */
export async function endDesk(change: Change, hubId: string, deskId: string): Promise<void> {
  const hub = await getHub(change, hubId)
  mustBeManager(change, hub)
  if (!(await updateDeskEnded(change, hub.id, deskId))) throw new Refusal('not found', 'hub.not-found')
  change.record({ name: 'hub.desk-ended', subjectId: deskId, fieldGroup: 'administration' })
}

/**
 * Closes a hub for good: its desks and screens end with it, and its numbers stay in the measures of those days.
 *
 * @throws Refusal `hub.not-found`, `hub.managers-only`; `hub.somebody-waits` while a line is open today.
 */
export async function closeHub(change: Change, hubId: string): Promise<void> {
  const hub = await getHub(change, hubId)
  mustBeManager(change, hub)
  if ((await listOpenTickets(change, hub.id, dayAt(change.now))).length > 0) {
    throw new Refusal('conflict', 'hub.somebody-waits')
  }
  await updateHubClosed(change, hub.id)
  change.record({ name: 'hub.closed', subjectId: hub.id, fieldGroup: 'administration' })
}

/** One tap: the actor is in at their agency's desk, or has left. @throws Refusal `hub.not-found`, `hub.no-desk` */
export async function bePresent(change: Change, hubId: string, isIn: boolean): Promise<void> {
  const hub = await getHub(change, hubId)
  const today = dayAt(change.now)
  const desk = await ownDesk(change, hub.id, today)
  if (isIn) await insertPresence(change, hub.id, desk.id, today)
  else await endPresence(change, hub.id)
  change.record({ name: isIn ? 'hub.worker-came' : 'hub.worker-left', subjectId: hub.id, fieldGroup: 'administration' })
}

/** Says of one day that the actor's desk is in, or is not. @throws Refusal `hub.not-found`, `hub.no-desk` */
export async function sayDay(change: Change, hubId: string, day: Day, isIn: boolean): Promise<void> {
  const hub = await getHub(change, hubId)
  const desk = await ownDesk(change, hub.id, day)
  await upsertDeskDay(change, desk.id, day, isIn)
  change.record({ name: 'hub.day-said', subjectId: desk.id, fieldGroup: 'administration', details: { day, isIn } })
}

async function ownDesk(change: Change, hubId: string, day: Day): Promise<Desk> {
  const desk = (await listDesks(change, hubId, day)).find(({ agencyId }) => agencyId === change.actor.agencyId)
  if (!desk) throw new Refusal('not allowed', 'hub.no-desk')
  return desk
}

function mustBeManager({ actor }: Change, hub?: Hub): void {
  const runsIt = !hub || hub.agencyId === actor.agencyId
  if (!actor.roles.includes('MANAGER') || !runsIt) throw new Refusal('not allowed', 'hub.managers-only')
}
