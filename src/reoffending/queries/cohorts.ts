import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Who left one prison in whole quarters, and in whose offences they are followed. */
export interface Cohort {
  id: string
  agencyId: string
  title: string
  prisonId: string
  prisonName: string
  sourceId: string
  sourceName: string
  from: Day
  to: Day
}

const cohort = sql`c.id, c.agency_id as "agencyId", c.title, c.prison_id as "prisonId", p.name as "prisonName",
  c.source_id as "sourceId", s.name as "sourceName", c.from_on::text as "from", c.to_on::text as "to"`
const joined = sql`cohort c join agency p on p.id = c.prison_id join agency s on s.id = c.source_id`

/** The agency's cohorts, the latest first. At most 100. */
export async function listCohorts({ db }: Reading): Promise<Cohort[]> {
  const { rows } = await sql<Cohort>`select ${cohort} from ${joined} where c.ended_at is null
    order by c.from_on desc, c.title collate "C", c.id limit 100`.execute(db)
  return rows
}

/** @throws Refusal `cohort.not-found` when it is not the actor's agency's. */
export async function getCohort({ db }: Reading, id: string): Promise<Cohort> {
  const { rows } = await sql<Cohort>`select ${cohort} from ${joined} where c.id = ${id} and c.ended_at is null`.execute(
    db,
  )
  if (!rows[0]) throw new Refusal('not found', 'cohort.not-found')
  return rows[0]
}

export type NewCohort = Pick<Cohort, 'id' | 'title' | 'prisonId' | 'sourceId' | 'from' | 'to'>

export async function insertCohort({ db, actor, now }: Change, made: NewCohort): Promise<void> {
  await sql`insert into cohort (id, agency_id, title, prison_id, source_id, from_on, to_on, made_by, made_at)
    values (${made.id}, ${actor.agencyId}, ${made.title}, ${made.prisonId}, ${made.sourceId}, ${made.from}, ${made.to},
      ${actor.userId}, ${now})`.execute(db)
}

/** @returns false where it had ended already. */
export async function updateCohortEnded({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update cohort set ended_at = ${now} where id = ${id} and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** What a cohort is compared with. */
export interface Baseline {
  /** Another cohort of the agency; null for a published figure. */
  baseId: string | null
  baseTitle: string | null
  /** Of a published figure: its rate, 0 to 1, and of how many people where that is known. */
  rate: number | null
  people: number | null
  from: Day
  to: Day
  method: string
  setAt: Date
}

export async function findBaseline({ db }: Reading, cohortId: string): Promise<Baseline | undefined> {
  const { rows } = await sql<Baseline>`
    select b.base_id as "baseId", c.title as "baseTitle", b.rate, b.people, coalesce(c.from_on, b.from_on)::text as "from",
      coalesce(c.to_on, b.to_on)::text as "to", b.method, b.set_at as "setAt"
    from cohort_baseline b left join cohort c on c.id = b.base_id
    where b.cohort_id = ${cohortId} and b.replaced_at is null`.execute(db)
  return rows[0]
}

export interface NewBaseline {
  baseId: string | null
  rate: number | null
  people: number | null
  from: Day | null
  to: Day | null
  method: string
}

/** The one before is kept, and no longer counts. */
export async function replaceBaseline({ db, actor, now }: Change, cohortId: string, said: NewBaseline): Promise<void> {
  await sql`update cohort_baseline set replaced_at = ${now} where cohort_id = ${cohortId} and replaced_at is null`.execute(
    db,
  )
  await sql`insert into cohort_baseline (cohort_id, base_id, rate, people, from_on, to_on, method, set_by, set_at)
    values (${cohortId}, ${said.baseId}, ${said.rate}, ${said.people}, ${said.from}, ${said.to}, ${said.method},
      ${actor.userId}, ${now})`.execute(db)
}
