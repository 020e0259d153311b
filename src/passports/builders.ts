import { aCase, type BuiltCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { World } from '../platform/testing/world.ts'

export interface PlannedCase extends BuiltCase {
  needId: string
}

/** Danny, in custody until Friday 20 March 2026, with somebody who helps him and one open need. */
export async function aPlannedCase(
  world: World,
  worker: Actor,
  { releaseOn = '2026-03-20' } = {},
): Promise<PlannedCase> {
  const built = await aCase(world, worker, { givenName: 'Danny', familyName: 'Okafor', number: 'A9914DK' })
  await world.insert(
    `insert into custody (person_id, agency_id, wing, cell, owner_agency_id) values ($1, $2, 'B', '2-14', $2)`,
    [built.personId, worker.agencyId],
  )
  await world.insert(
    `insert into release_date (person_id, type, day, source, known_at, owner_agency_id)
     values ($1, 'CONFIRMED', $2, 'Prison', '2026-03-01T09:00:00Z', $3)`,
    [built.personId, releaseOn, worker.agencyId],
  )
  const needId = await aNeed(world, worker, built, { words: 'I need a place to live', pathway: 'ACCOMMODATION' })
  await world.insert(`select summarise_cases(array[$1::uuid], '{custody}')`, [built.id])
  return { ...built, needId }
}

interface About {
  id: string
  personId: string
}

/** A need on the case. */
export async function aNeed(
  world: World,
  worker: Actor,
  { id, personId }: About,
  { words = 'I need help', pathway = 'ACCOMMODATION', status = 'NOT_STARTED', isRestricted = false },
): Promise<string> {
  const needId = newId()
  await world.insert(
    `insert into need (id, case_id, person_id, pathway, words, status, is_restricted, raised_by, raised_at, owner_agency_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, '2026-03-01T09:00:00Z', $9)`,
    [needId, id, personId, pathway, words, status, isRestricted, worker.userId, worker.agencyId],
  )
  return needId
}

/** A step on the case. */
export async function aStep(
  world: World,
  worker: Actor,
  { id, personId }: About,
  step: { title: string; pathway?: string; status?: string; isForPerson?: boolean; needId?: string; dueOn?: string },
): Promise<void> {
  const { title, pathway = 'ACCOMMODATION', status = 'NOT_STARTED', isForPerson = true } = step
  await world.insert(
    `insert into step (case_id, person_id, pathway, title, status, is_for_person, need_id, due_on, responsible_account_id,
       made_by, made_at, closed_at, owner_agency_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, '2026-03-01T09:00:00Z', case when $5 = 'COMPLETED' then now() end, $10)`,
    [
      id,
      personId,
      pathway,
      title,
      status,
      isForPerson,
      step.needId ?? null,
      step.dueOn ?? null,
      worker.userId,
      worker.agencyId,
    ],
  )
}

/** An appointment on the case. */
export async function anAppointment(
  world: World,
  worker: Actor,
  { id, personId }: About,
  appointment: {
    title: string
    startsAt: string
    place?: string
    pathway?: string
    attendance?: string
    withName?: string
    bring?: string
  },
): Promise<void> {
  const { title, startsAt, place = '', pathway = null, attendance = null, withName = '', bring = '' } = appointment
  await world.insert(
    `insert into appointment (case_id, person_id, pathway, title, starts_at, place, attendance, with_name, bring, made_by, made_at, owner_agency_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '2026-03-01T09:00:00Z', $11)`,
    [id, personId, pathway, title, startsAt, place, attendance, withName, bring, worker.userId, worker.agencyId],
  )
}

/** A referral of the case's need to a charity's service. */
export async function aReferralOf(
  world: World,
  worker: Actor,
  { id, personId, needId }: PlannedCase,
  { provider = 'Brightwater', service = 'Rooms for men', acceptedAt = null as string | null } = {},
): Promise<void> {
  const serviceId = newId()
  await world.insert(
    `insert into service (id, provider_name, name, type, pathways, verified_on) values ($1, $2, $3, 'accommodation', '{ACCOMMODATION}', '2026-02-01')`,
    [serviceId, provider, service],
  )
  await world.insert(
    `insert into referral (reference, case_id, person_id, need_id, service_id, pathway, from_agency_id, from_account_id, why,
       sent_at, accepted_at, starts_on, expires_at, owner_agency_id)
     values ($1, $2, $3, $4, $5, 'ACCOMMODATION', $6, $7, 'Because', '2026-02-20T09:00:00Z', $8, '2026-03-23', '2026-03-30T09:00:00Z', $6)`,
    [newId(), id, personId, needId, serviceId, worker.agencyId, worker.userId, acceptedAt],
  )
}
