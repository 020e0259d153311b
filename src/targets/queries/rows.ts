import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { Target } from './targets.ts'

/** A row that a target counts, as far as the reader may see it. */
export interface CountedRow {
  subjectId: string
  caseId: string | null
  personId: string | null
  personName: string | null
  agencyName: string | null
  /** Of an output: its title and where it can be looked at. */
  title: string | null
  evidence: string | null
  happenedOn: Day
  amount: number
  isMet: boolean
}

const mostRows = 500

/** The rows behind a number that the reader may see, the latest first. The same queries as the counting, with the reader's own sight. */
export async function listCountedRows({ db, now }: Reading, target: Target): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    select r.subject_id as "subjectId", r.case_id as "caseId", r.person_id as "personId", s.shown_name as "personName",
      y.name as "agencyName", o.title, o.evidence, r.happened_on as "happenedOn", r.amount::float8 as amount, r.is_met as "isMet"
    from counted_rows(${target.definition}, ${target.countedAgencyId}, ${target.sinceOn}, ${dayAt(now)}) r
    left join case_summary s on s.case_id = r.case_id left join agency y on y.id = r.agency_id left join output o on o.id = r.subject_id
    order by r.happened_on desc, r.subject_id limit ${mostRows}`.execute(db)
  return rows
}
