import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Gender, Preference, Stage } from '../kinds.ts'

export interface Profile {
  prefers: Preference
  places: readonly string[]
  languages: readonly string[]
  interests: readonly string[]
  experience: readonly string[]
  /** 1 is Monday. */
  weekdays: readonly number[]
  mostMentees: number
}

export interface Mentor extends Profile {
  id: string
  accountId: string | null
  name: string
  stage: Stage
  cameFrom: string
  gender: Gender
  supervisorId: string | null
  supervisorName: string | null
  addedAt: Date
  leftOn: Day | null
  leftWhy: string
  version: number
  /** Until when their vetting holds: null without any, `infinity` where it has no last day. */
  vettedUntil: Day | null
  trainedMinutes: number
  supervisedOn: Day | null
  nextSupervisionOn: Day | null
  /** Matches that are not over and that nobody declined. */
  load: number
  walkedWith: number
}

const chosen = sql`
  select m.id, m.account_id as "accountId", m.name, m.stage, m.came_from as "cameFrom", m.gender, m.supervisor_id as "supervisorId",
    w.name as "supervisorName", m.prefers, m.places, m.languages, m.interests, m.experience, m.weekdays, m.most_mentees as "mostMentees",
    m.added_at as "addedAt", m.left_on as "leftOn", m.left_why as "leftWhy", m.version, e.vetted_until::text as "vettedUntil",
    coalesce(e.trained, 0)::int as "trainedMinutes", e.supervised_on as "supervisedOn", e.next_on as "nextSupervisionOn",
    coalesce(x.load, 0)::int as load, coalesce(x.walked, 0)::int as "walkedWith"
  from mentor m left join account w on w.id = m.supervisor_id
  left join lateral (
    select case when count(*) filter (where k.kind = 'VETTING' and k.ended_at is null) > 0 then
        min(coalesce(k.until_on, 'infinity')) filter (where k.kind = 'VETTING' and k.ended_at is null) end as vetted_until,
      sum(k.minutes) filter (where k.kind = 'TRAINING') as trained, max(k.happened_on) filter (where k.kind = 'SUPERVISION') as supervised_on,
      max(k.until_on) filter (where k.kind = 'SUPERVISION') as next_on
    from mentor_entry k where k.mentor_id = m.id) e on true
  left join lateral (
    select count(*) filter (where y.ended_on is null and y.mentor_answer is distinct from 'NO' and y.person_answer is distinct from 'NO') as load,
      count(*) filter (where y.ended_on is not null and y.risk_signed_at is not null) as walked
    from mentor_match y where y.mentor_id = m.id) x on true`

/** Those whom the actor may see, by name; who left comes last. */
export async function listMentors({ db }: Reading): Promise<Mentor[]> {
  const { rows } = await sql<Mentor>`${chosen} order by m.left_on is not null, m.name, m.id limit 1000`.execute(db)
  return rows
}

/** @throws Refusal `mentor.not-found` */
export async function getMentor({ db }: Reading, id: string): Promise<Mentor> {
  const { rows } = await sql<Mentor>`${chosen} where m.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'mentor.not-found')
  return rows[0]
}

/** The actor's own; undefined for who is no mentor, or has left. */
export async function findOwnMentor({ db }: Reading): Promise<Mentor | undefined> {
  const { rows } = await sql<Mentor>`${chosen} where m.id = own_mentor()`.execute(db)
  return rows[0]
}

export interface NewMentor extends Profile {
  name: string
  gender: Gender
  cameFrom: string
}

export async function insertMentor({ db, actor, now }: Change, id: string, mentor: NewMentor): Promise<void> {
  const { name, gender, cameFrom, prefers, places, languages, interests, experience, weekdays, mostMentees } = mentor
  await sql`insert into mentor (id, agency_id, name, gender, came_from, prefers, places, languages, interests, experience, weekdays, most_mentees, added_by, added_at)
    values (${id}, ${actor.agencyId}, ${name}, ${gender}, ${cameFrom}, ${prefers}, ${places}::text[], ${languages}::text[], ${interests}::text[],
      ${experience}::text[], ${weekdays}::int[], ${mostMentees}, ${actor.userId}, ${now})`.execute(db)
}

/** @returns whether they still had the version that was seen. */
export async function updateProfile({ db }: Change, id: string, version: number, profile: Profile): Promise<boolean> {
  const { prefers, places, languages, interests, experience, weekdays, mostMentees } = profile
  const { numAffectedRows } =
    await sql`update mentor set prefers = ${prefers}, places = ${places}::text[], languages = ${languages}::text[],
      interests = ${interests}::text[], experience = ${experience}::text[], weekdays = ${weekdays}::int[], most_mentees = ${mostMentees}, version = version + 1
    where id = ${id} and version = ${version}`.execute(db)
  return numAffectedRows === 1n
}

export interface Standing {
  stage: Stage
  supervisorId: string | null
  accountId: string | null
}

export async function updateStanding({ db }: Change, id: string, version: number, to: Standing): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update mentor set stage = ${to.stage}, supervisor_id = ${to.supervisorId}, account_id = ${to.accountId},
    version = version + 1 where id = ${id} and version = ${version}`.execute(db)
  return numAffectedRows === 1n
}

export async function updateLeft({ db }: Change, id: string, on: Day, why: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update mentor set left_on = ${on}, left_why = ${why}, version = version + 1
    where id = ${id} and left_on is null`.execute(db)
  return numAffectedRows === 1n
}

/** Keeps the mentor's own record from them and from new colleagues; says nothing of whether there is one. */
export async function closeRecord({ db, now }: Change, id: string, of: OwnRecord): Promise<void> {
  await sql`select close_own_record(${id}, ${of.numbers}::text[], ${of.givenName}, ${of.familyName}, ${of.bornOn}, ${now})`.execute(
    db,
  )
}

/** Opens what the actor closed for a mentor within a day; says nothing of whether there was anything. */
export async function reopenRecord({ db, now }: Change, id: string): Promise<void> {
  await sql`select reopen_own_record(${id}, ${now})`.execute(db)
}

export interface OwnRecord {
  /** As they are stored; none where the record is found by name and day of birth. */
  numbers: readonly string[]
  givenName: string
  familyName: string
  bornOn: Day | null
}

export interface Scheme {
  trainingTargetInMinutes: number
  lapseAfterDays: number
}

/** How the agency runs mentoring; what is usual until it says otherwise. */
export async function readScheme({ db, actor }: Reading): Promise<Scheme> {
  const { rows } =
    await sql<Scheme>`select training_target_in_minutes as "trainingTargetInMinutes", lapse_after_days as "lapseAfterDays"
    from mentoring_scheme where agency_id = ${actor.agencyId}`.execute(db)
  return rows[0] ?? { trainingTargetInMinutes: 180 * 60, lapseAfterDays: 21 }
}

export async function upsertScheme({ db, actor, now }: Change, scheme: Scheme): Promise<void> {
  await sql`insert into mentoring_scheme (agency_id, training_target_in_minutes, lapse_after_days, changed_by, changed_at)
    values (${actor.agencyId}, ${scheme.trainingTargetInMinutes}, ${scheme.lapseAfterDays}, ${actor.userId}, ${now})
    on conflict (agency_id) do update set training_target_in_minutes = excluded.training_target_in_minutes,
      lapse_after_days = excluded.lapse_after_days, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
    db,
  )
}
