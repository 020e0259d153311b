import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { DayConsent } from '../kinds.ts'
import type { About } from './members.ts'

export interface NewDay {
  startsAt: Date
  lengthInMinutes: number
  /** What families read: where, when to be there, what to bring. */
  howToCome: string
  /** Partners who are there; may be ''. */
  whoComes: string
  /** For how many people, each with their family. */
  places: number
}

export interface FamilyDay extends NewDay {
  id: string
  agencyId: string
  agencyName: string
  calledOffAt: Date | null
  isOver: boolean
  /** People who are invited, as far as the reader sees them. */
  invited: number
}

const daysKept = 92

/** Days of the actor's prison, from three months ago on; the next comes first and what is over last. */
export async function listDays({ db, actor, now }: Reading): Promise<FamilyDay[]> {
  return (await select(
    db,
    now,
    sql`d.agency_id = ${actor.agencyId} and d.starts_at > ${now}::timestamptz - make_interval(days => ${daysKept})`,
  )) as FamilyDay[]
}

/** One day; undefined where the actor sees none. */
export const findDay = async ({ db, now }: Reading, id: string): Promise<FamilyDay | undefined> =>
  (await select(db, now, sql`d.id = ${id}`))[0]

async function select(db: Reading['db'], now: Date, where: ReturnType<typeof sql>): Promise<FamilyDay[]> {
  const { rows } = await sql<FamilyDay>`
    select d.id, d.starts_at as "startsAt", d.length_in_minutes as "lengthInMinutes", d.how_to_come as "howToCome", d.who_comes as "whoComes",
      d.places, d.agency_id as "agencyId", y.name as "agencyName", d.called_off_at as "calledOffAt",
      d.starts_at + make_interval(mins => d.length_in_minutes) <= ${now}::timestamptz as "isOver",
      (select count(distinct i.case_id)::int from family_day_invitation i where i.family_day_id = d.id) as invited
    from family_day d join agency y on y.id = d.agency_id where ${where}
    order by "isOver", case when d.starts_at > ${now}::timestamptz then d.starts_at end, d.starts_at desc, d.id limit 100`.execute(
    db,
  )
  return rows
}

export async function insertDay({ db, actor, now }: Change, day: NewDay): Promise<string> {
  const id = newId()
  await sql`
    insert into family_day (id, agency_id, starts_at, length_in_minutes, how_to_come, who_comes, places, made_by, made_at)
    values (${id}, ${actor.agencyId}, ${day.startsAt}, ${day.lengthInMinutes}, ${day.howToCome}, ${day.whoComes}, ${day.places},
      ${actor.userId}, ${now})`.execute(db)
  return id
}

/** @returns whether it was still to come and had not been called off. */
export async function updateCalledOff({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update family_day set called_off_at = ${now}
    where id = ${id} and called_off_at is null and starts_at > ${now}`.execute(db)
  return numAffectedRows === 1n
}

/** Until this change ends nobody else takes a place of it. @returns how many places are left; undefined where none may be given */
export async function lockPlaces({ db, now }: Change, dayId: string, caseId: string): Promise<number | undefined> {
  const { rows } = await sql<{ places: number }>`select places from family_day
    where id = ${dayId} and called_off_at is null and starts_at > ${now} for update`.execute(db)
  if (!rows[0]) return undefined
  const { rows: taken } = await sql<{ count: number }>`
    select places_taken(${dayId}, ${caseId}) as count`.execute(db)
  return rows[0].places - taken[0]!.count
}

/** Invites the person, who said yes, and those of their family; who is invited already stays so. */
export async function insertInvitations(
  { db, actor, now }: Change,
  about: About,
  { dayId, memberIds, consentHow }: { dayId: string; memberIds: readonly string[]; consentHow: DayConsent },
): Promise<void> {
  const own = { member: null, consent: consentHow, answer: consentHow === 'OWN_DOOR' ? null : 'COMES' }
  for (const { member, consent, answer } of [
    own,
    ...memberIds.map((member) => ({ member, consent: null, answer: null })),
  ]) {
    await sql`
      insert into family_day_invitation (id, family_day_id, case_id, person_id, family_member_id, consent_how, answer, answered_at,
        invited_by, invited_at, owner_agency_id, basis)
      values (${newId()}, ${dayId}, ${about.caseId}, ${about.personId}, ${member}::uuid, ${consent}::text, ${answer}::text,
        ${answer ? now : null}::timestamptz, ${actor.userId}, ${now}, ${actor.agencyId}, 'SELF_REPORT')
      on conflict do nothing`.execute(db)
  }
}

export interface DayInvitation extends About {
  id: string
  dayId: string
  startsAt: Date
  isCalledOff: boolean
  personName: string
  memberId: string | null
  memberName: string | null
  answer: 'COMES' | 'CANNOT' | null
  attendance: 'CAME' | 'DID_NOT_COME' | null
  outcome: string
}

/** Who is invited to a day, or of a case to any: each person before their family. At most 500. */
export async function listInvitations(
  { db }: Reading,
  { dayId = null, caseId = null }: { dayId?: string | null; caseId?: string | null },
): Promise<DayInvitation[]> {
  const { rows } = await sql<DayInvitation>`
    select i.id, i.family_day_id as "dayId", d.starts_at as "startsAt", d.called_off_at is not null as "isCalledOff",
      i.case_id as "caseId", i.person_id as "personId", coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name as "personName",
      i.family_member_id as "memberId", m.name as "memberName", i.answer, i.attendance, i.outcome
    from family_day_invitation i join family_day d on d.id = i.family_day_id join person p on p.id = i.person_id
    left join family_member m on m.id = i.family_member_id
    where (${dayId}::uuid is null or i.family_day_id = ${dayId}) and (${caseId}::uuid is null or i.case_id = ${caseId})
    order by d.starts_at desc, lower(p.family_name || p.given_name), i.case_id, i.family_member_id is not null, m.name limit 500`.execute(
    db,
  )
  return rows
}

/** @returns whether nobody had said before whether they came. */
export async function updateAttendance(
  { db, actor, now }: Change,
  id: string,
  { attendance, outcome }: Pick<DayInvitation, 'outcome'> & { attendance: 'CAME' | 'DID_NOT_COME' },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update family_day_invitation set attendance = ${attendance}, attended_by = ${actor.userId},
    attended_at = ${now}, outcome = ${outcome} where id = ${id} and attendance is null`.execute(db)
  return numAffectedRows === 1n
}
