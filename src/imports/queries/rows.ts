import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import type { Done } from '../apply-rows.ts'
import type { Outcome } from '../examine.ts'
import type { IncomingPerson } from '../incoming-person.ts'
import type { RowProblem } from '../problems.ts'

export interface StoredProblem extends RowProblem {
  isError: boolean
}

export type Resolution = 'SAME' | 'OTHER'

export interface BatchRow {
  row: number
  result: Outcome
  incoming: IncomingPerson | null
  problems: StoredProblem[]
  personId: string | null
  caseId: string | null
  /** What was done, for undoing it; null where nothing was, or where it is undone. */
  before: Done | null
  candidateIds: string[]
  resolution: Resolution | null
}

export async function insertRows(
  { db, actor }: Change,
  batchId: string,
  rows: Omit<BatchRow, 'resolution'>[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into import_row (batch_id, row, result, incoming, problems, person_id, case_id, before, candidate_ids, owner_agency_id)
    select ${batchId}, row, result, incoming, problems, "personId", "caseId", nullif(before, 'null'::jsonb), "candidateIds", ${actor.agencyId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(row int, result text, incoming jsonb, problems jsonb,
      "personId" uuid, "caseId" uuid, before jsonb, "candidateIds" uuid[])`.execute(db)
}

/** Rows in the order of the file, after a row. `results` leaves out the others; an empty list means all. */
export async function listRows(
  { db }: Reading,
  batchId: string,
  { results = [], after = 0, most = 1_000 }: { results?: Outcome[]; after?: number; most?: number } = {},
): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    select row, result, incoming, problems, person_id as "personId", case_id as "caseId", before,
      candidate_ids as "candidateIds", resolution
    from import_row where batch_id = ${batchId} and row > ${after}
      and (${results}::text[] = '{}' or result = any(${results}::text[]))
    order by row limit ${most}`.execute(db)
  return rows
}

/** Everything that was wrong with the rows of a batch, in the order of the file. */
export async function listProblems({ db }: Reading, batchId: string): Promise<StoredProblem[]> {
  const { rows } = await sql<{ problem: StoredProblem }>`
    select problem from import_row r, jsonb_array_elements(r.problems) as problem
    where r.batch_id = ${batchId} order by r.row`.execute(db)
  return rows.map(({ problem }) => problem)
}

export interface RowChange {
  row: number
  personId: string | null
  caseId: string | null
  before: Done | null
  resolution: Resolution | null
}

/** Says what was done with rows since: resolved, or undone. */
export async function updateRows({ db, actor, now }: Change, batchId: string, rows: RowChange[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update import_row r set person_id = c."personId", case_id = c."caseId", before = nullif(c.before, 'null'::jsonb),
      resolution = c.resolution, resolved_by = ${actor.userId}, resolved_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(row int, "personId" uuid, "caseId" uuid, before jsonb, resolution text)
    where r.batch_id = ${batchId} and r.row = c.row`.execute(db)
}

export interface Received {
  personId: string
  caseId: string
  isNewCase: boolean
  /** The prison that held the person until now. */
  cameFrom: string | null
}

/** Takes people into the actor's prison: a case, a party; see functions.sql. */
export async function receivePeople(
  { db }: Change,
  today: string,
  people: { personId: string; caseId: string; keyType: string; keyValue: string | null }[],
): Promise<Received[]> {
  if (people.length === 0) return []
  const { rows } = await sql<Received>`
    select person_id as "personId", case_id as "caseId", is_new_case as "isNewCase", came_from as "cameFrom"
    from receive_people(${JSON.stringify(people)}::jsonb, ${today})`.execute(db)
  return rows
}

/** Takes back people whom rows added, where nobody did anything since. @returns the rows of those who are gone. */
export async function forgetPeople(
  { db }: Change,
  batchId: string,
  rowNumbers: number[],
  since: Date,
): Promise<number[]> {
  if (rowNumbers.length === 0) return []
  const { rows } = await sql<{ row: number }>`
    select row_number as row from forget_people(${batchId}, ${rowNumbers}::int[], ${since})`.execute(db)
  return rows.map(({ row }) => row)
}
