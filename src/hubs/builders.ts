import { aCase } from '../cases/builders.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { addDesk, openHub } from './keep-hub.ts'
import { listDesks } from './queries/hubs.ts'
import { listOpenTickets } from './queries/tickets.ts'
import { takeIn } from './take-in.ts'

/** A hub that the manager's agency runs, with a desk for it and one for a partner. */
export async function aHub(world: World, manager: Actor, partner: Actor) {
  const id = await world.database.change(manager, (change) =>
    openHub(change, { name: 'B wing hub', place: 'B wing, room 4', desk: 'Welcome' }),
  )
  const weekdays = [1, 2, 3, 4, 5]
  const partnerDesk = await world.database.change(manager, (change) =>
    addDesk(change, id, { agencyId: partner.agencyId, name: 'Housing', weekdays }),
  )
  const desks = await world.database.read(manager, (reading) => listDesks(reading, id, dayAt(world.time.now)))
  return { id, ownDesk: desks.find((desk) => desk.name === 'Welcome')!.id, partnerDesk }
}

/** Somebody comes; by default a first name that is not in the record. */
export function somebodyCame(
  world: World,
  actor: Actor,
  hubId: string,
  {
    deskId,
    personId = null,
    caseId = null,
    firstName = '',
  }: { deskId: string; personId?: string | null; caseId?: string | null; firstName?: string },
) {
  return world.database.change(actor, (change) =>
    takeIn(change, hubId, { deskId, source: 'DESK', personId, caseId, firstName, why: '', appointmentId: null }),
  )
}

/** The open lines of a hub, as one sees them. */
export const openLines = (world: World, actor: Actor, hubId: string) =>
  world.database.read(actor, (reading) => listOpenTickets(reading, hubId, dayAt(world.time.now)))

let count = 1

/** A hub of a prison with a desk of housing, and Danny whom the prison alone sees. */
export async function aMorning(world: World) {
  const prison = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'], name: 'Amira Khan' })
  const housing = await world.aWorkerAt('Wexley Housing', { kind: 'probation', name: 'Jo Bell' })
  const hub = await aHub(world, prison, housing)
  const number = `A${String(1000 + count++)}BC`
  const danny = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor', number })
  return { prison, housing, hub, danny, number }
}

/** From now the worker is named on the case, from outside. */
export const isNamed = (world: World, { agencyId, userId }: Actor, caseId: string) =>
  world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'COMMUNITY_OFFENDER_MANAGER', '2026-03-02', $2) returning id`,
    [caseId, agencyId, userId],
  )
