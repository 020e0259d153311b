import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

export interface NewTime {
  serviceId: string
  /** '' is every wing. */
  wing: string
  /** 1 is Monday. */
  weekdays: number[]
  /** Minutes after midnight on the prison's clock. */
  opensMinute: number
  closesMinute: number
  /** Where on the wing; may be ''. */
  place: string
}

/** A service of the directory that is on a wing on certain days. */
export interface WingTime extends NewTime {
  id: string
  serviceName: string
  providerName: string
  contact: string
  closedUntilOn: string | null
}

/** When services are on a wing of a prison, or on any of its wings: by the first day of the week and the hour. At most 200. */
export async function listTimes({ db }: Reading, prisonId: string, wing?: string): Promise<WingTime[]> {
  const { rows } = await sql<WingTime>`
    select t.id, t.service_id as "serviceId", s.name as "serviceName", s.provider_name as "providerName", s.contact,
      s.closed_until_on as "closedUntilOn", t.wing, t.weekdays, t.opens_minute as "opensMinute", t.closes_minute as "closesMinute", t.place
    from wing_time t join service s on s.id = t.service_id and s.withdrawn_at is null
    where t.agency_id = ${prisonId} and t.ended_at is null and (${wing ?? null}::text is null or t.wing in ('', ${wing ?? ''}))
    order by t.weekdays, t.opens_minute, s.name collate "C", t.id limit 200`.execute(db)
  return rows
}

/** A service that works in a prison, with its opening hours as the directory has them. */
export interface PrisonService {
  id: string
  name: string
  providerName: string
  openingHours: string
  contact: string
  closedUntilOn: string | null
}

/** Services of the directory that work in a prison. At most 100, by name. */
export async function listPrisonServices({ db }: Reading, prisonId: string): Promise<PrisonService[]> {
  const { rows } = await sql<PrisonService>`
    select id, name, provider_name as "providerName", opening_hours as "openingHours", contact, closed_until_on as "closedUntilOn"
    from service where is_in_prison and (prisons = '{}' or prisons @> array[${prisonId}::uuid]) and withdrawn_at is null
    order by name collate "C", id limit 100`.execute(db)
  return rows
}

/** The wings on which the actor's prison holds somebody whom the actor sees: none for an administrator without cases, who types it. */
export async function listWings({ db, actor }: Reading): Promise<string[]> {
  const { rows } = await sql<{ wing: string }>`select distinct wing from case_summary
    where agency_id = ${actor.agencyId} and is_open and wing is not null and wing <> '' order by wing limit 100`.execute(
    db,
  )
  return rows.map(({ wing }) => wing)
}

export async function insertTime({ db, actor, now }: Change, time: NewTime): Promise<string> {
  const id = newId()
  await sql`
    insert into wing_time (id, agency_id, service_id, wing, weekdays, opens_minute, closes_minute, place, made_by, made_at)
    values (${id}, ${actor.agencyId}, ${time.serviceId}, ${time.wing}, ${time.weekdays}, ${time.opensMinute}, ${time.closesMinute},
      ${time.place}, ${actor.userId}, ${now})`.execute(db)
  return id
}

/** @returns whether it was one of the actor's prison that had not ended. */
export async function endTime({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update wing_time set ended_at = ${now}
    where id = ${id} and agency_id = ${actor.agencyId} and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}
