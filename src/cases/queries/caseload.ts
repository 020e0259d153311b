import { type RawBuilder, sql } from 'kysely'
import { addDays, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'

export interface CaseloadRow {
  caseId: string
  personId: string
  name: string
  prisonNumber: string | null
  releaseOn: string | null
  releaseType: string | null
  wing: string | null
  keyWorkerName: string | null
  pathwayStatuses: Record<string, string>
  undoneCount: number
  lateCount: number
  nextUndone: string | null
  lastContactAt: string | null
  lastContactAgency: string | null
}

export interface CaseloadPage {
  rows: CaseloadRow[]
  /** Give it as `after` for the next page; null on the last one. */
  next: string | null
}

export const mostRows = 50

/** Parts of a caseload, counted on the first page by the same days: the people whom one is named for oneself or as cover. */
export const caseloadParts = ['leaving', 'quiet', 'new', 'covered'] as const
export type CaseloadPart = (typeof caseloadParts)[number]
export const days = { leaving: 7, new: 7 }

/**
 * The actor's caseload: open cases that they, or a team of theirs, work on; whoever leaves soonest first. An integration
 * works for its whole agency and gets its cases in the order of their opening. Looks.
 *
 * @param after - `next` of the page before.
 * @param limit - 1 to 50 rows.
 * @param only - a part of it.
 */
export async function listCaseload(
  reading: Reading,
  { after, limit, only }: { after?: string | undefined; limit: number; only?: CaseloadPart | undefined },
): Promise<CaseloadPage> {
  const { db, actor } = reading
  const isWhole = actor.roles.includes('INTEGRATION')
  const shown = Math.min(Math.max(1, limit), mostRows)
  const mine = isWhole
    ? sql`access`
    : sql`(select distinct case_id from access
    where audience_id = any(${audiencesOf(actor)}::uuid[]) and field_group = 'identity')`
  const own = isWhole ? sql`c.audience_id = ${actor.agencyId} and c.field_group = 'identity'` : sql`true`
  const order = isWhole ? sql`c.case_id` : sql`coalesce(s.release_on, 'infinity'), c.case_id`
  const from = isWhole
    ? sql`c.case_id > ${after ?? null}::uuid`
    : sql`(coalesce(s.release_on, 'infinity'), c.case_id) > (select coalesce(b.release_on, 'infinity'), b.case_id
        from case_summary b where b.case_id = ${after ?? null}::uuid)`
  const { rows } = await sql<{ row: CaseloadRow }>`
    select jsonb_build_object('caseId', s.case_id, 'personId', s.person_id, 'name', s.shown_name, 'prisonNumber', s.prison_number,
      'releaseOn', s.release_on, 'releaseType', s.release_type, 'wing', s.wing, 'keyWorkerName', s.key_worker_name,
      'pathwayStatuses', s.pathway_statuses, 'undoneCount', s.undone_count, 'lateCount', s.late_count, 'nextUndone', case when ${!isWhole} then s.next_undone end,
      'lastContactAt', s.last_contact_at, 'lastContactAgency', y.name) as row
    from ${mine} c join case_summary s on s.case_id = c.case_id left join agency y on y.id = s.last_contact_agency_id
    where ${own} and s.is_open and ${isIn(reading, only)} and (${after ?? null}::uuid is null or ${from})
    order by ${order} limit ${shown + 1}`.execute(db)

  const page = rows.slice(0, shown).map(({ row }) => row)
  reading.look({
    action: 'consult',
    personIds: page.map(({ personId }) => personId),
    caseIds: page.map(({ caseId }) => caseId),
    fieldGroups: ['identity', 'custody', 'needs'],
  })
  return { rows: page, next: rows.length > shown ? page.at(-1)!.caseId : null }
}

/** The worker and their teams: the agency's own audience is the list level, which the release list is for. */
const audiencesOf = ({ audiences, agencyId }: Reading['actor']) => audiences.filter((audience) => audience !== agencyId)

/** Whether the case of `s` belongs to a part of the actor's caseload. */
function isIn({ actor, now }: Reading, only: CaseloadPart | undefined): RawBuilder<unknown> {
  if (!only) return sql`true`
  const today = dayAt(now)
  const others = actor.audiences.filter((audience) => audience !== actor.userId)
  const workers = only === 'covered' ? others : [actor.userId, ...others] // among the audiences are those for whom the actor stands in
  const named = (more: RawBuilder<unknown>) => sql`(s.died_on is null and exists (select from case_party p
    where p.case_id = s.case_id and p.account_id = any(${workers}::uuid[]) and p.until_on is null and ${more}))`
  if (only === 'leaving')
    return sql`s.release_on between ${today} and ${addDays(today, days.leaving)} and ${named(sql`true`)}`
  if (only === 'new') {
    const long = sql`p.since_on <= ${addDays(today, -days.new)}`
    return sql`${named(sql`true`)} and not ${named(long)}`
  }
  if (only === 'covered') return named(sql`true`)
  return named(sql`${today}::date - (coalesce((select max(happened_at) from event where event.case_id = s.case_id),
    p.since_on::timestamptz) at time zone 'Europe/London')::date >= (select quiet_after_days from partnership)`)
}
