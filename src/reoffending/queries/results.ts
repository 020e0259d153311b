import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { Counted, CountedArea } from '../count-cohort.ts'
import type { CohortScores } from '../count-scores.ts'

/** What the worker counted last, and when. Whole: what is too few to show is held back by `shown`. */
export interface CohortResult extends Omit<Counted, 'areas' | 'scores'> {
  cohortId: string
  countedAt: Date
}

const result = sql`cohort_id as "cohortId", counted_at as "countedAt", state, people, reoffenders, reoffences,
  mature_on::text as "matureOn", is_mature as "isMature", scored, expected, scored_reoffenders as "scoredReoffenders",
  scored_mature_on::text as "scoredMatureOn", scored_is_mature as "scoredIsMature",
  case when severity_version is not null then jsonb_build_object('version', severity_version, 'total', severity, 'unweighted', unweighted) end as severity`

export async function listResults({ db }: Reading, cohortIds: string[]): Promise<Map<string, CohortResult>> {
  const { rows } = await sql<CohortResult>`
    select ${result} from cohort_result where cohort_id = any(${cohortIds}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.cohortId, row]))
}

export async function listAreas({ db }: Reading, cohortId: string): Promise<CountedArea[]> {
  const { rows } = await sql<CountedArea>`
    select area, people, reoffenders, expected from cohort_area where cohort_id = ${cohortId}
    order by area collate "C" limit 1000`.execute(db)
  return rows
}

/** A cohort of which two years and their courts are over. */
export interface ScoredCohort {
  cohortId: string
  title: string
  scores: CohortScores
  countedAt: Date
}

/** How the predictor did in each cohort of the agency's in which that is known. Whole numbers: what is too few is held back where it is shown. */
export async function listScores({ db }: Reading): Promise<ScoredCohort[]> {
  const { rows } = await sql<ScoredCohort>`
    select r.cohort_id as "cohortId", c.title, r.scores, r.counted_at as "countedAt" from cohort_result r join cohort c on c.id = r.cohort_id
    where c.ended_at is null and r.state = 'COUNTED' and r.scores is not null order by c.from_on desc, c.id limit 20`.execute(
    db,
  )
  return rows
}

/** Puts what was counted in the place of what was counted before. */
export async function replaceResult({ db, now }: Change, cohortId: string, counted: Counted): Promise<void> {
  const { areas, ...rest } = counted
  await sql`
    insert into cohort_result (cohort_id, counted_at, state, people, reoffenders, reoffences, mature_on, is_mature, scored,
      expected, scored_reoffenders, scored_mature_on, scored_is_mature, severity, severity_version, unweighted, scores)
    values (${cohortId}, ${now}, ${rest.state}, ${rest.people}, ${rest.reoffenders}, ${rest.reoffences}, ${rest.matureOn},
      ${rest.isMature}, ${rest.scored}, ${rest.expected}, ${rest.scoredReoffenders}, ${rest.scoredMatureOn}, ${rest.scoredIsMature},
      ${rest.severity?.total ?? null}, ${rest.severity?.version ?? null}, ${rest.severity?.unweighted ?? 0}, ${rest.scores && JSON.stringify(rest.scores)})
    on conflict (cohort_id) do update set counted_at = excluded.counted_at, state = excluded.state, people = excluded.people,
      reoffenders = excluded.reoffenders, reoffences = excluded.reoffences, mature_on = excluded.mature_on,
      is_mature = excluded.is_mature, scored = excluded.scored, expected = excluded.expected,
      scored_reoffenders = excluded.scored_reoffenders, scored_mature_on = excluded.scored_mature_on,
      scored_is_mature = excluded.scored_is_mature, severity = excluded.severity, severity_version = excluded.severity_version,
      unweighted = excluded.unweighted, scores = excluded.scores`.execute(db)
  await sql`delete from cohort_area where cohort_id = ${cohortId}`.execute(db)
  await sql`insert into cohort_area (cohort_id, area, people, reoffenders, expected)
    select ${cohortId}, area, people, reoffenders, expected
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as a(area text, people int, reoffenders int, expected float8)`.execute(
    db,
  )
}

/** A person of a cohort, as the worker counts them; never shown. */
export interface Member {
  person: string
  on: Day
  bornOn: Day | null
  sex: string | null
  /** Who supervises them; '' where nobody does. */
  area: string
}

/** Who is in a cohort; nobody where the agreement does not reach. For the program alone. */
export async function listMembers({ db }: Reading, cohortId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select person_id as person, released_on::text as "on", born_on::text as "bornOn", sex, area
    from cohort_members(${cohortId})`.execute(db)
  return rows
}

export interface MemberOffence {
  person: string
  offenceOn: Day
  outcome: string
  outcomeOn: Day | null
  kind: string
  category: string | null
  jurisdiction: string
  isRecordable: boolean
  isWholeHistory: boolean
}

const rowsAtOnce = 10_000

/** Their offences, person by person, some thousands at a time. */
export async function* eachOffence({ db }: Reading, cohortId: string): AsyncGenerator<MemberOffence> {
  await sql`declare offences no scroll cursor for
    select person_id as person, offence_on::text as "offenceOn", outcome, outcome_on::text as "outcomeOn", kind, category,
      jurisdiction, is_recordable as "isRecordable", is_whole_history as "isWholeHistory"
    from cohort_offences(${sql.lit(cohortId)})`.execute(db)
  for (;;) {
    const { rows } = await sql<MemberOffence>`fetch ${sql.lit(rowsAtOnce)} from offences`.execute(db)
    yield* rows
    if (rows.length < rowsAtOnce) break
  }
  await sql`close offences`.execute(db)
}

/** Whether others could be taken from this cohort, leaving fewer than so many people. */
export async function isTooClose({ db }: Reading, cohortId: string, fewest: number): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select cohort_is_too_close(${cohortId}, ${fewest}) as "is"`.execute(db)
  return rows[0]!.is
}

/** Whether the agreements reach: the cohort has somebody to count, or would have. */
export async function isAgreed({ db }: Reading, cohortId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select cohort_is_agreed(${cohortId}) as "is"`.execute(db)
  return rows[0]!.is
}

/** Every cohort of every agency. For the program alone. */
export async function listCohortsToCount({ db }: Reading): Promise<{ id: string; agencyId: string }[]> {
  const { rows } = await sql<{ id: string; agencyId: string }>`
    select id, agency_id as "agencyId" from cohorts_to_count()`.execute(db)
  return rows
}
