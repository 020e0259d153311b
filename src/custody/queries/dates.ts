import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ReleaseDateKind } from '../release-dates.ts'

/** One date as a source said it: kept for good, replaced or not. */
export interface SaidDate {
  id: string
  kind: ReleaseDateKind
  /** null: the source no longer gave one. */
  day: Day | null
  source: string
  knownAt: Date
  replacedAt: Date | null
  /** The person was released and came back since: the day is no release to come. */
  isOver: boolean
  agencyName: string
  /** Who entered it by hand; null for an import. */
  enteredByName: string | null
}

/** Every date ever said of a person, the latest first. */
export async function listReleaseDates({ db }: Reading, personId: string): Promise<SaidDate[]> {
  const { rows } = await sql<SaidDate>`
    select d.id, d.type as kind, d.day, d.source, d.known_at as "knownAt", d.replaced_at as "replacedAt",
      coalesce(d.day <= (select max(m.happened_on) from movement m where m.person_id = d.person_id and m.undone_at is null
        and m.state_before = 'RELEASED' and m.kind in ('RECALL', 'RECEPTION')), false) as "isOver",
      y.name as "agencyName", a.name as "enteredByName"
    from release_date d join agency y on y.id = d.owner_agency_id left join account a on a.id = d.entered_by
    where d.person_id = ${personId} order by d.known_at desc, d.type limit 500`.execute(db)
  return rows
}

export interface CustodyCase {
  caseId: string
  personId: string
  isRecalled: boolean
  mayWrite: boolean
}

/** @throws Refusal `person.not-found` when the actor sees no custody part of a case of this person. */
export async function getCustodyCase({ db }: Reading, personId: string): Promise<CustodyCase> {
  const { rows } = await sql<CustodyCase>`
    select c.id as "caseId", c.person_id as "personId",
      exists (select from custody k where k.person_id = c.person_id and k.left_on is null and k.is_recalled) as "isRecalled",
      bool_or('custody' = any(x.writes)) as "mayWrite"
    from case_file c join sight x on x.case_id = c.id and 'custody' = any(x.reads)
    where c.person_id = ${personId} group by c.id order by c.ended_on is not null, c.made_at desc limit 1`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'person.not-found')
  return rows[0]
}

export async function updateRecalled({ db }: Change, personId: string, isRecalled: boolean): Promise<void> {
  await sql`update custody set is_recalled = ${isRecalled}, version = version + 1
    where person_id = ${personId} and left_on is null and is_recalled <> ${isRecalled}`.execute(db)
}
