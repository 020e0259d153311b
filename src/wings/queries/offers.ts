import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { CourseWord, DeclineReason } from '../course-states.ts'

/** The course before release as it was offered to somebody once. */
export interface Offer {
  id: string
  caseId: string
  personId: string
  prisonName: string
  offeredOn: Day
  answer: Exclude<CourseWord, 'OFFERED'> | null
  answeredOn: Day | null
  reason: DeclineReason | null
}

const columns = sql`o.id, o.case_id as "caseId", o.person_id as "personId", y.name as "prisonName", o.offered_on as "offeredOn", o.answer,
  o.answered_on as "answeredOn", o.reason from pre_release_offer o join agency y on y.id = o.agency_id`

/** Every offer to somebody, the last first; what was recorded by mistake is left out. At most 50. */
export async function listOffers({ db }: Reading, caseId: string): Promise<Offer[]> {
  const { rows } = await sql<Offer>`select ${columns} where o.case_id = ${caseId} and o.withdrawn_at is null
    order by o.offered_on desc, o.made_at desc limit 50`.execute(db)
  return rows
}

/** One offer that the actor sees; undefined where there is none. */
export async function findOffer({ db }: Reading, id: string): Promise<Offer | undefined> {
  const { rows } = await sql<Offer>`select ${columns} where o.id = ${id}::uuid and o.withdrawn_at is null`.execute(db)
  return rows[0]
}

/** Whether the actor's own prison holds the person of a case now. */
export async function isHeldHere({ db, actor }: Reading, caseId: string): Promise<boolean> {
  const { rows } = await sql`select from case_summary where case_id = ${caseId} and agency_id = ${actor.agencyId}
    and is_open and died_on is null`.execute(db)
  return rows.length === 1
}

/** @returns its id; undefined where an offer waits for an answer already. */
export async function insertOffer(
  { db, actor, now }: Change,
  { caseId, personId, offeredOn }: Pick<Offer, 'caseId' | 'personId' | 'offeredOn'>,
): Promise<string | undefined> {
  const id = newId()
  const { numAffectedRows } = await sql`
    insert into pre_release_offer (id, case_id, person_id, agency_id, offered_on, offered_by, made_at, owner_agency_id)
    values (${id}, ${caseId}, ${personId}, ${actor.agencyId}, ${offeredOn}, ${actor.userId}, ${now}, ${actor.agencyId})
    on conflict (case_id) where answer is null and withdrawn_at is null do nothing`.execute(db)
  return numAffectedRows === 1n ? id : undefined
}

/** @returns whether it waited for an answer. */
export async function updateAnswered(
  { db, actor }: Change,
  id: string,
  said: { answer: Exclude<CourseWord, 'OFFERED'>; answeredOn: Day; reason: DeclineReason | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update pre_release_offer set answer = ${said.answer}, answered_on = ${said.answeredOn}, answered_by = ${actor.userId},
      reason = ${said.reason}::text, version = version + 1
    where id = ${id} and answer is null and withdrawn_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** @returns whether it was there, and nobody took it back before. */
export async function updateWithdrawn({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update pre_release_offer set withdrawn_at = ${now}, version = version + 1
    where id = ${id} and withdrawn_at is null`.execute(db)
  return numAffectedRows === 1n
}
