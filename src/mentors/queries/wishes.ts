import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { isMentorAlone } from '../../platform/identity.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { FreeMentor, Mentee } from '../find-matches.ts'
import type { Gender, Preference } from '../kinds.ts'

export interface NewWish {
  prefers: Preference
  gender: Gender
  place: string
  languages: readonly string[]
  interests: readonly string[]
  matters: readonly string[]
  words: string
}

export interface Wish extends NewWish {
  id: string
  caseId: string
  personId: string
  /** Of a manager who sees no such case: ''. */
  personName: string
  prisonName: string | null
  releaseOn: Day | null
  askedOn: Day
}

const chosen = sql`
  select w.id, w.case_id as "caseId", w.person_id as "personId", coalesce(s.shown_name, '') as "personName", y.name as "prisonName",
    s.release_on as "releaseOn", w.prefers, w.gender, w.place, w.languages, w.interests, w.matters, w.words, w.asked_on as "askedOn"
  from mentee_wish w left join case_summary s on s.case_id = w.case_id left join agency y on y.id = s.agency_id`

/** People who wait for a mentor, who asked first first; none to a mentor, whose own login has no table of them. */
export async function listWaiting({ db, actor }: Reading): Promise<Wish[]> {
  if (isMentorAlone(actor)) return []
  const { rows } =
    await sql<Wish>`${chosen} where w.ended_at is null and not exists (select from mentor_match m where m.wish_id = w.id
      and m.ended_on is null and m.mentor_answer is distinct from 'NO' and m.person_answer is distinct from 'NO')
    order by w.asked_on, w.id limit 2000`.execute(db)
  return rows
}

/** @throws Refusal `mentee.not-found` */
export async function getWish({ db, actor }: Reading, id: string): Promise<Wish> {
  if (isMentorAlone(actor)) throw new Refusal('not found', 'mentee.not-found')
  const { rows } = await sql<Wish>`${chosen} where w.id = ${id} and w.ended_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'mentee.not-found')
  return rows[0]
}

export async function findWishOfCase({ db }: Reading, caseId: string): Promise<Wish | undefined> {
  const { rows } = await sql<Wish>`${chosen} where w.case_id = ${caseId} and w.ended_at is null`.execute(db)
  return rows[0]
}

/** @returns false where the actor may not write in the mentoring part of that case. */
export async function insertWish(
  { db, actor, now }: Change,
  id: string,
  caseId: string,
  wish: NewWish,
  on: Day,
): Promise<string | undefined> {
  const { prefers, gender, place, languages, interests, matters, words } = wish
  const { rows } = await sql<{ personId: string }>`
    insert into mentee_wish (id, case_id, person_id, prefers, gender, place, languages, interests, matters, words, asked_on, made_by, made_at, owner_agency_id, basis)
    select ${id}, ${caseId}, a.person_id, ${prefers}, ${gender}, ${place}, ${languages}::text[], ${interests}::text[], ${matters}::text[], ${words}, ${on},
      ${actor.userId}, ${now}, ${actor.agencyId}, 'SELF_REPORT'
    from sight a where a.case_id = ${caseId} and 'mentoring' = any(a.writes) limit 1
    returning person_id as "personId"`.execute(db)
  return rows[0]?.personId
}

export async function updateWishEnded({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update mentee_wish set ended_at = ${now} where id = ${id} and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** Mentors of the agency whose vetting holds on the day, as matching needs them. */
export async function listFreeMentors({ db }: Reading, on: Day): Promise<FreeMentor[]> {
  const { rows } = await sql<FreeMentor>`
    with loads as (
      select mentor_id, count(*) filter (where ended_on is null and mentor_answer is distinct from 'NO' and person_answer is distinct from 'NO') as load,
        count(*) filter (where ended_on is not null and risk_signed_at is not null) as walked from mentor_match group by 1
    ), vetted as (
      select mentor_id from mentor_entry where kind = 'VETTING' and ended_at is null group by 1 having bool_and(until_on is null or until_on >= ${on}))
    select m.id as "mentorId", m.name, m.gender, m.prefers, m.places, m.languages, m.interests, m.experience, m.most_mentees as "mostMentees",
      coalesce(l.load, 0)::int as load, coalesce(l.walked, 0)::int as "walkedWith"
    from mentor m join vetted v on v.mentor_id = m.id left join loads l on l.mentor_id = m.id
    where m.left_on is null and m.stage in ('MENTOR', 'SUPERVISOR')`.execute(db)
  return rows
}

/** `mentorId personId` of pairs between whom a bar stands. */
export async function listKeptFrom({ db }: Reading): Promise<Set<string>> {
  const { rows } = await sql<{
    pair: string
  }>`select mentor_id || ' ' || person_id as pair from mentors_kept_from()`.execute(db)
  return new Set(rows.map(({ pair }) => pair))
}

/** A wish as matching reads it. */
export const menteeOf = ({
  id,
  personId,
  gender,
  prefers,
  place,
  prisonName,
  languages,
  interests,
  matters,
}: Wish): Mentee => ({
  ...{ wishId: id, personId, gender, prefers, languages, interests, matters },
  places: prisonName ? [place, prisonName] : [place],
})
