import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change } from '../../platform/database.ts'
import type { ReleaseDateKind } from '../release-dates.ts'

export interface Placing {
  personId: string
  wing: string
  cell: string
  receivedOn?: Day | null
  isRecalled?: boolean
  legalStatus?: string | null
}

/** Says where people are at the actor's prison: begins a stay for whoever has none, changes the stay of the others. */
export async function upsertStays({ db, actor, now }: Change, source: string, rows: Placing[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into custody as k (person_id, agency_id, wing, cell, received_on, is_recalled, legal_status, source, known_at, owner_agency_id)
    select "personId", ${actor.agencyId}, wing, cell, "receivedOn", coalesce("isRecalled", false), "legalStatus", ${source}, ${now}, ${actor.agencyId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s("personId" uuid, wing text, cell text, "receivedOn" date,
      "isRecalled" boolean, "legalStatus" text)
    on conflict (person_id) where left_on is null do update
      set wing = excluded.wing, cell = excluded.cell, received_on = coalesce(excluded.received_on, k.received_on),
        is_recalled = excluded.is_recalled, legal_status = coalesce(excluded.legal_status, k.legal_status),
        source = excluded.source, known_at = excluded.known_at, version = k.version + 1`.execute(db)
}

export interface DateSaid {
  id: string
  personId: string
  kind: ReleaseDateKind
  /** null: the source no longer gives one. */
  day: Day | null
  /** Of somebody who has only just been added: there is none to replace. */
  isFirst?: boolean
}

/** Keeps dates as said now by a source. One of the same kind that was in force is kept as replaced, never overwritten. */
export async function insertReleaseDates(
  { db, actor, now }: Change,
  { source, isByHand }: { source: string; isByHand: boolean },
  rows: DateSaid[],
): Promise<void> {
  if (rows.length === 0) return
  const json = JSON.stringify(rows)
  const replacing = rows.filter(({ isFirst }) => !isFirst)
  if (replacing.length > 0) {
    await sql`
      update release_date d set replaced_at = ${now}
      from jsonb_to_recordset(${JSON.stringify(replacing)}::jsonb) as r("personId" uuid, kind text)
      where d.person_id = r."personId" and d.type = r.kind and d.replaced_at is null`.execute(db)
  }
  await sql`
    insert into release_date (id, person_id, type, day, source, known_at, entered_by, owner_agency_id)
    select id, "personId", kind, day, ${source}, ${now}, ${isByHand ? actor.userId : null}, ${actor.agencyId}
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, "personId" uuid, kind text, day date)`.execute(db)
}
