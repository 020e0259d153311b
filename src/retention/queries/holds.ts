import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'

export interface LegalHold {
  id: string
  personId: string
  name: string | null
  askedBy: string
  reason: string
  fromOn: Day
  untilOn: Day | null
  madeBy: string
  agency: string
  madeAt: Date
  liftedAt: Date | null
  liftedBecause: string
  /** Of the reader's agency, and not lifted. */
  mayLift: boolean
}

const chosen = (
  actor: Reading['actor'],
) => sql`h.id, h.person_id as "personId", h.asked_by as "askedBy", h.reason, h.from_on::text as "fromOn", h.until_on::text as "untilOn",
  a.name as "madeBy", y.name as agency, h.made_at as "madeAt", h.lifted_at as "liftedAt", h.lifted_because as "liftedBecause",
  h.owner_agency_id = ${actor.agencyId} and h.lifted_at is null as "mayLift"`

/** Of one person, those that stand first. */
export async function listHoldsOf({ db, actor }: Reading, personId: string): Promise<LegalHold[]> {
  const { rows } =
    await sql<LegalHold>`select ${chosen(actor)}, null as name from legal_hold h join account a on a.id = h.made_by
    join agency y on y.id = h.owner_agency_id where h.person_id = ${personId} order by h.lifted_at is not null, h.made_at desc limit 100`.execute(
      db,
    )
  return rows
}

/** Those that stand, of all people whom the reader may see here. */
export async function listHolds({ db, actor }: Reading, today: Day, limit: number): Promise<LegalHold[]> {
  const { rows } = await sql<LegalHold>`
    with h as materialized (select * from legal_hold where lifted_at is null and (until_on is null or until_on >= ${today}::date)
      order by made_at desc limit ${limit})
    select ${chosen(actor)}, n.name from h join account a on a.id = h.made_by join agency y on y.id = h.owner_agency_id
    left join name_records(array(select person_id from h)) n on n.person_id = h.person_id order by h.made_at desc`.execute(
    db,
  )
  return rows
}

export interface NewHold {
  id: string
  personId: string
  /** The case it was asked for; all of the person is kept. */
  caseId: string | null
  askedBy: string
  reason: string
  fromOn: Day
  untilOn: Day | null
}

export async function insertHold({ db, actor, now }: Change, hold: NewHold): Promise<void> {
  await sql`insert into legal_hold (id, person_id, case_id, asked_by, reason, from_on, until_on, made_by, made_at, owner_agency_id)
    values (${hold.id}, ${hold.personId}, ${hold.caseId}, ${hold.askedBy}, ${hold.reason}, ${hold.fromOn}, ${hold.untilOn},
      ${actor.userId}, ${now}, ${actor.agencyId})`.execute(db)
}

/** @returns of whom it was, or nothing when it was not this agency's to lift or is lifted already. */
export async function updateLifted(
  { db, actor, now }: Change,
  id: string,
  because: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    update legal_hold set lifted_by = ${actor.userId}, lifted_at = ${now}, lifted_because = ${because}
    where id = ${id} and lifted_at is null and owner_agency_id = ${actor.agencyId} returning person_id as "personId"`.execute(
    db,
  )
  return rows[0]?.personId
}
