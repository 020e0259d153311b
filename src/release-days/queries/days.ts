import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Mode } from '../the-day/day-plan.ts'

/** What is decided about a first day besides the appointments. */
export interface DayFields {
  gatePlace: string
  gateAt: number
  homePlace: string
  cashInPence: number
  mode: Mode
  meetsName: string
}

export interface KeptDay extends DayFields {
  meetingConfirmedAt: Date | null
}

/** Undefined while nobody has decided anything. */
export async function findDay({ db }: Reading, caseId: string): Promise<KeptDay | undefined> {
  const { rows } = await sql<KeptDay>`
    select gate_place as "gatePlace", gate_minute as "gateAt", home_place as "homePlace", cash_in_pence as "cashInPence", mode,
      meets_name as "meetsName", meeting_confirmed_at as "meetingConfirmedAt"
    from release_day where case_id = ${caseId}`.execute(db)
  return rows[0]
}

/** Who meets at the gate has to say yes again when it is somebody else. */
export async function upsertDay({ db, actor, now }: Change, about: About, fields: DayFields): Promise<string> {
  const { gatePlace, gateAt, homePlace, cashInPence, mode, meetsName } = fields
  const { rows } = await sql<{ id: string }>`
    insert into release_day as d (case_id, person_id, gate_place, gate_minute, home_place, cash_in_pence, mode, meets_name, changed_by,
      changed_at, owner_agency_id)
    values (${about.caseId}, ${about.personId}, ${gatePlace}, ${gateAt}, ${homePlace}, ${cashInPence}, ${mode}, ${meetsName},
      ${actor.userId}, ${now}, ${actor.agencyId})
    on conflict (case_id) do update set gate_place = excluded.gate_place, gate_minute = excluded.gate_minute,
      home_place = excluded.home_place, cash_in_pence = excluded.cash_in_pence, mode = excluded.mode, meets_name = excluded.meets_name,
      meeting_confirmed_at = case when d.meets_name = excluded.meets_name then d.meeting_confirmed_at end,
      meeting_confirmed_by = case when d.meets_name = excluded.meets_name then d.meeting_confirmed_by end,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = d.version + 1
    returning id`.execute(db)
  return rows[0]!.id
}

/** @returns the id of the day; undefined where nobody is to meet the person. */
export async function updateMeeting({ db, actor, now }: Change, caseId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update release_day set meeting_confirmed_at = ${now}, meeting_confirmed_by = ${actor.userId}
    where case_id = ${caseId} and meets_name <> '' returning id`.execute(db)
  return rows[0]?.id
}

export interface NewStop {
  title: string
  place: string
  opensAt: number
  closesAt: number
  lengthInMinutes: number
  isMedicine: boolean
}

export interface KeptStop extends NewStop {
  id: string
}

/** Places to be without being booked, as the actor sees them. At most 12. */
export async function listStops({ db }: Reading, caseId: string): Promise<KeptStop[]> {
  const { rows } = await sql<KeptStop>`
    select id, title, place, opens_minute as "opensAt", closes_minute as "closesAt", length_in_minutes as "lengthInMinutes",
      field_group = 'health' as "isMedicine"
    from release_stop where case_id = ${caseId} and removed_at is null order by closes_minute, id limit 12`.execute(db)
  return rows
}

export async function insertStop(change: Change, { caseId, personId }: About, stop: NewStop): Promise<string> {
  const { db, actor, now } = change
  const id = newId()
  await db
    .insertInto('release_stop')
    .values({
      ...{
        id,
        case_id: caseId,
        person_id: personId,
        field_group: stop.isMedicine ? 'health' : 'plan',
        title: stop.title,
      },
      ...{ place: stop.place, opens_minute: stop.opensAt, closes_minute: stop.closesAt },
      ...{
        length_in_minutes: stop.lengthInMinutes,
        made_by: actor.userId,
        made_at: now,
        owner_agency_id: actor.agencyId,
      },
    })
    .execute()
  return id
}

/** @returns whose it was; undefined where there is none to take off. */
export async function removeStop(
  { db, now }: Change,
  id: string,
): Promise<(About & { fieldGroup: 'plan' | 'health' }) | undefined> {
  const { rows } = await sql<About & { fieldGroup: 'plan' | 'health' }>`
    update release_stop set removed_at = ${now} where id = ${id} and removed_at is null
    returning case_id as "caseId", person_id as "personId", field_group as "fieldGroup"`.execute(db)
  return rows[0]
}

interface About {
  caseId: string
  personId: string
}
