import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import type { FactKind } from '../kinds.ts'

/** Something about a person that can be corrected. `value` is what a form sends: the kind and the id. */
export interface Fact extends FactSaid {
  value: string
  at: Date
}

/** What a fact says; `code` and `day` are put into words by the view. */
export interface FactSaid {
  kind: FactKind
  words: string
  code: string
  day: string | null
}

/** Facts that the actor reads and may write beside: who the person is first, then what was written, the newest first. */
export async function listFacts({ db }: Reading, caseId: string, limit: number): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select k.kind || ':' || k.id as value, k.kind, f.words, f.code, to_char(f.day, 'YYYY-MM-DD') as day, f.since as at
    from (${facts(caseId)}) as k(kind, id, place) cross join lateral said_fact(k.kind, k.id) f
    where f.is_current and exists (select from sight a where a.case_id = ${caseId} and f.part = any(a.writes))
    order by k.place, f.since desc, k.id limit ${limit}`.execute(db)
  return rows
}

const facts = (caseId: string) => sql`
  select 'NOTE', n.id, 2 from note n where n.case_id = ${caseId}
  union all select 'NEED', n.id, 2 from need n where n.case_id = ${caseId}
  union all select 'ANSWER', w.id, 3 from answer w where w.case_id = ${caseId}
  union all select 'REFERRAL', r.id, 2 from referral r where r.case_id = ${caseId}
  union all select 'IDENTITY', c.person_id, 1 from case_file c where c.id = ${caseId}
  union all select 'NUMBER', i.id, 1 from person_identifier i join case_file c on c.person_id = i.person_id where c.id = ${caseId}
  union all select 'ADDRESS', a.id, 1 from person_address a join case_file c on c.person_id = a.person_id where c.id = ${caseId}
  union all select 'DATE', d.id, 1 from release_date d join case_file c on c.person_id = d.person_id where c.id = ${caseId}`
