import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { type AppointmentFields, bookAppointment } from './book-appointment.ts'

/** An appointment booked the way the site books one: with the actor, an hour from now. @returns its id. */
export function anAppointment(
  world: World,
  actor: Actor,
  caseId: string,
  fields: Partial<AppointmentFields> = {},
): Promise<string> {
  const startsAt = new Date(world.time.now.getTime() + 3_600_000)
  const withWhom = { withAgencyId: actor.agencyId, withAccountId: actor.userId, withName: '' }
  const usual = { title: 'First meeting', pathway: null, startsAt, lengthInMinutes: 30, place: 'Room 3', bring: '' }
  return world.database.change(actor, (change) => bookAppointment(change, caseId, { ...usual, ...withWhom, ...fields }))
}
