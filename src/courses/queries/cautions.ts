import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { CheckState } from './courses.ts'

export type CautionKind = 'KEEP_APART' | 'DOMESTIC_ABUSE'

/** What has to be known before somebody sits in a group. */
export interface Caution {
  id: string
  kind: CautionKind
  /** Of KEEP_APART: from whom; '' where the reader does not see them. */
  otherName: string
  words: string
  madeAt: Date
  madeByName: string
}

export interface NewCaution {
  kind: CautionKind
  otherPersonId: string | null
  words: string
}

/** Those of this person, and those of others about them. */
export async function listCautions(
  { db }: Reading,
  { caseId, personId }: { caseId: string; personId: string },
): Promise<Caution[]> {
  const { rows } = await sql<Caution>`
    select k.id, k.kind, coalesce((select s.shown_name from case_summary s
        where s.person_id = case when k.case_id = ${caseId} then k.other_person_id else k.person_id end limit 1), '') as "otherName",
      k.words, k.made_at as "madeAt", a.name as "madeByName"
    from group_caution k join account a on a.id = k.made_by
    where (k.case_id = ${caseId} or k.other_person_id = ${personId}) and k.ended_at is null order by k.made_at desc limit 100`.execute(
    db,
  )
  return rows
}

export async function insertCaution(
  { db, actor, now }: Change,
  { caseId, personId }: { caseId: string; personId: string },
  { kind, otherPersonId, words }: NewCaution,
): Promise<string> {
  const id = newId()
  await sql`insert into group_caution (id, case_id, person_id, kind, other_person_id, words, made_by, made_at, owner_agency_id, sensitivity)
    values (${id}, ${caseId}, ${personId}, ${kind}, ${otherPersonId}, ${words}, ${actor.userId}, ${now}, ${actor.agencyId}, 'SENSITIVE')`.execute(
    db,
  )
  return id
}

export async function endCaution({ db, actor, now }: Change, caseId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update group_caution set ended_at = ${now}, ended_by = ${actor.userId}
    where id = ${id} and case_id = ${caseId} and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** A group about which somebody who sees the risk is asked. */
export interface Review {
  placeId: string
  courseId: string
  courseName: string
  agencyName: string
  gender: 'MEN' | 'WOMEN' | 'MIXED'
  startsOn: Day
  state: CheckState
  memberIds: string[]
}

export async function listReviews({ db }: Reading, caseId: string): Promise<Review[]> {
  const { rows } =
    await sql<Review>`select place_id as "placeId", course_id as "courseId", course_name as "courseName", agency_name as "agencyName", gender,
    starts_on as "startsOn", state, member_ids as "memberIds" from courses_to_review(${caseId})`.execute(db)
  return rows
}

export async function insertClearance(
  { db, actor, now }: Change,
  to: { caseId: string; personId: string; placeId: string; isAllowed: boolean; withPlaceIds: string[] },
): Promise<void> {
  await sql`insert into course_clearance (id, place_id, case_id, person_id, is_allowed, with_place_ids, decided_by, decided_at, owner_agency_id)
    values (${newId()}, ${to.placeId}, ${to.caseId}, ${to.personId}, ${to.isAllowed}, ${to.withPlaceIds}::uuid[], ${actor.userId}, ${now}, ${actor.agencyId})`.execute(
    db,
  )
}
