import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'

export interface CaseloadPage {
  /** JSON text, written by the database: the answer as it leaves. */
  body: string
  caseIds: string[]
  personIds: string[]
}

interface Sought {
  limit: number
  /** The case after which this page begins. */
  after: string | undefined
  /** An account: only cases on which this worker is named. */
  worker: string | undefined
}

// In the order of their ids, which never changes: a page is found in the index whatever the number of cases, and a case
// whose release date moves is neither missed nor met twice by a reader that turns the pages. One more than asked for tells
// whether there are others.
const first = '00000000-0000-0000-0000-000000000000'

/** One page of the open cases that the actor may see, each as a line of a list. */
export async function findCaseload({ db, actor }: Reading, { limit, after, worker }: Sought): Promise<CaseloadPage> {
  const start = after ?? first
  const chosen = worker
    ? sql`select distinct p.case_id from case_party p
        where p.account_id = ${worker} and p.until_on is null and p.case_id > ${start} order by 1 limit ${limit + 1}`
    : sql`select distinct near.case_id from unnest(${actor.audiences}::uuid[]) mine, lateral (
          select distinct a.case_id from sight a
          where a.audience_id = mine and 'identity' = any(a.reads) and a.case_id > ${start} order by a.case_id limit ${limit + 1}) near
        order by 1 limit ${limit + 1}`
  const { rows } = await sql<CaseloadPage>`
    with chosen as materialized (${chosen}),
    line as (
      select s.*, seen.*, place.name as place_name, row_number() over (order by s.case_id) as position
      from chosen join case_summary s on s.case_id = chosen.case_id left join agency place on place.id = s.agency_id,
      lateral (select bool_or('custody' = any(reads)) as sees_custody, bool_or('needs' = any(reads)) as sees_needs,
        bool_or('notes' = any(reads)) as sees_notes, bool_or('plan' = any(reads)) as sees_plan from sight a where a.case_id = s.case_id) seen
      where s.is_open
    )
    select json_build_object('cases', coalesce(json_agg(${presented} order by case_id) filter (where position <= ${limit}), '[]'),
        'next', case when count(*) > ${limit} then (array_agg(case_id order by case_id))[${limit}::int] end)::text as body,
      coalesce(array_agg(case_id) filter (where position <= ${limit}), '{}')::text[] as "caseIds",
      coalesce(array_agg(person_id) filter (where position <= ${limit}), '{}')::text[] as "personIds"
    from line`.execute(db)
  return rows[0]!
}

const presented = sql.raw(`json_build_object('id', case_id, 'personId', person_id, 'name', shown_name,
  'prisonNumber', prison_number, 'bornOn', born_on, 'interpreterLanguage', needs_interpreter,
  'keyWorker', case when key_worker_id is not null then json_build_object('id', key_worker_id, 'name', key_worker_name) end,
  'communityManager', case when community_manager_id is not null
    then json_build_object('id', community_manager_id, 'name', community_manager_name) end,
  'custody', case when sees_custody then json_build_object('agencyId', agency_id, 'agency', place_name, 'wing', wing,
    'cell', cell, 'isRecalled', is_recalled, 'releaseOn', release_on, 'releaseType', release_type,
    'releaseSource', release_source, 'releaseKnownAt', release_known_at) end,
  'pathways', case when sees_needs then pathway_statuses end,
  'lastContactAt', case when sees_notes then last_contact_at end,
  'steps', case when sees_plan then json_build_object('open', undone_count, 'late', late_count,
    'next', next_undone, 'nextDueOn', next_undone_on) end)`)
