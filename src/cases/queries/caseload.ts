import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import { type CaseloadPart, casesOfPart } from './caseload-parts.ts'

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
  const chosen = isWhole
    ? wholeAgency(actor, after, shown + 1)
    : only
      ? casesOfPart(reading, only, after, shown + 1)
      : sql`own_cases_by_release(${audiencesOf(actor)}::uuid[], ${after ?? null}::uuid, ${shown + 1})`
  const { rows } = await sql<{ row: CaseloadRow }>`
    select jsonb_build_object('caseId', s.case_id, 'personId', s.person_id, 'name', s.shown_name, 'prisonNumber', s.prison_number,
      'releaseOn', s.release_on, 'releaseType', s.release_type, 'wing', s.wing, 'keyWorkerName', s.key_worker_name,
      'pathwayStatuses', s.pathway_statuses, 'undoneCount', s.undone_count, 'lateCount', s.late_count, 'nextUndone', case when ${!isWhole} then s.next_undone end,
      'lastContactAt', s.last_contact_at, 'lastContactAgency', y.name) as row
    from ${chosen} c join case_summary s on s.case_id = c.case_id left join agency y on y.id = s.last_contact_agency_id
    order by c.place, c.case_id`.execute(db)

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

/** In the order of their opening: the index of sight has them in it. */
const wholeAgency = ({ agencyId }: Reading['actor'], after: string | undefined, most: number) => sql`(
      select distinct on (c.case_id) c.case_id, null::date as place from sight c join case_summary s on s.case_id = c.case_id
      where c.audience_id = ${agencyId} and 'identity' = any(c.reads) and s.is_open and (${after ?? null}::uuid is null or c.case_id > ${after ?? null}::uuid)
      order by c.case_id limit ${most})`
