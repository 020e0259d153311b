import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { EntryKind, Proof } from '../kinds.ts'

export interface Standard {
  id: string
  title: string
  asks: string
  shownBy: readonly Proof[]
  words: string
}

/** What the agency's accreditation asks, in order. */
export async function listStandards({ db, actor }: Reading): Promise<Standard[]> {
  const { rows } = await sql<Standard>`select id, title, asks, shown_by as "shownBy", words from mentoring_standard
    where agency_id = ${actor.agencyId} and removed_at is null order by position, id`.execute(db)
  return rows
}

export async function insertStandard(
  { db, actor, now }: Change,
  id: string,
  standard: Omit<Standard, 'id'>,
): Promise<void> {
  const { title, asks, shownBy, words } = standard
  await sql`insert into mentoring_standard (id, agency_id, position, title, asks, shown_by, words, made_by, made_at)
    select ${id}, ${actor.agencyId}, coalesce(max(position), 0) + 1, ${title}, ${asks}, ${shownBy}::text[], ${words}, ${actor.userId}, ${now}
    from mentoring_standard where agency_id = ${actor.agencyId}`.execute(db)
}

export async function updateRemoved({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update mentoring_standard set removed_at = ${now} where id = ${id} and removed_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** One line of evidence: a kind of proof, how often, and the latest day. */
export interface Evidence {
  proof: Proof
  count: number
  minutes: number
  lastOn: string | null
}

/** What the rows show, for everything that a standard can ask. */
export async function readEvidence({ db, actor }: Reading): Promise<Map<Proof, Evidence>> {
  const { rows } = await sql<Evidence>`
    with ours as (select id from mentor where agency_id = ${actor.agencyId})
    select case e.kind when 'GOAL' then 'GOALS' else e.kind end as proof, count(*)::int as count, coalesce(sum(e.minutes), 0)::int as minutes, max(e.happened_on)::text as "lastOn"
    from mentor_entry e where e.mentor_id in (select id from ours) and e.kind not in ('BACKGROUND', 'PROGRESS') group by e.kind
    union all select 'RISK', count(*)::int, 0, max(risk_signed_at)::date::text from mentor_match where mentor_id in (select id from ours) and risk_signed_at is not null
    union all select 'MATCHING', count(*)::int, 0, max(proposed_at)::date::text from mentor_match where mentor_id in (select id from ours)
    union all select 'SESSIONS', count(*)::int, coalesce(sum(minutes), 0)::int, max(happened_on)::text from mentor_session
      where mentor_id in (select id from ours) and withdrawn_at is null and kind <> 'MISSED'`.execute(db)
  return new Map(rows.map((row) => [row.proof, row]))
}

/** What was written into the file of a mentor for a standard. */
export interface StandardEntry {
  standardId: string
  mentorName: string
  kind: Exclude<EntryKind, 'BACKGROUND' | 'PROGRESS'>
  code: string
  happenedOn: Day
  untilOn: Day | null
  minutes: number | null
  words: string
}

const mostInPack = 2000

/** By mentor and day; never what somebody stated of their background. */
export async function listEntriesOfStandards({ db, actor }: Reading): Promise<StandardEntry[]> {
  const { rows } = await sql<StandardEntry>`
    select e.standard_id as "standardId", m.name as "mentorName", e.kind, e.code, e.happened_on as "happenedOn", e.until_on as "untilOn", e.minutes, e.words
    from mentor_entry e join mentor m on m.id = e.mentor_id and m.agency_id = ${actor.agencyId}
    where e.standard_id is not null and e.kind not in ('BACKGROUND', 'PROGRESS') and (e.ended_at is null or e.kind = 'GOAL') order by m.name, e.happened_on, e.id limit ${mostInPack}`.execute(
    db,
  )
  return rows
}
