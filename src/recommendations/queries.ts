import { sql } from 'kysely'
import { addDays, type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { EvidenceKind, StandingState, Topic } from './standing-states.ts'

/** What a prison said of a recommendation. */
export interface Standing {
  state: StandingState
  /** Who sees to it; may be ''. */
  lead: string
  dueOn: Day | null
  /** What is done, or why it does not apply; about nobody. */
  words: string
  byName: string
  saidAt: string
}

/** A recommendation of a review, with how one prison stands with it; null where it has said nothing. */
export interface Recommendation {
  id: string
  review: string
  /** The review's own; '' where nobody has written it. */
  number: string
  topic: Topic | null
  /** '' where it has a topic. */
  words: string
  source: string
  evidence: EvidenceKind | null
  standing: Standing | null
}

/** A number that the record holds: of so many people, 0 where it is of none. */
export interface Evidence {
  kind: EvidenceKind
  counted: number
  people: number
}

const standingOf = sql`jsonb_build_object('state', s.state, 'lead', s.lead, 'dueOn', s.due_on, 'words', s.words, 'byName', a.name, 'saidAt', s.said_at)`
const columns = sql`r.id, r.review, r.number, r.topic, r.words, r.source, r.evidence`

/** Every recommendation that stands, with how a prison does. At most 200. */
export async function listRecommendations({ db }: Reading, prisonId: string): Promise<Recommendation[]> {
  const { rows } = await sql<Recommendation>`
    select ${columns}, case when s.id is not null then ${standingOf} end as standing
    from recommendation r left join recommendation_standing s on s.recommendation_id = r.id and s.agency_id = ${prisonId} and s.replaced_at is null
    left join account a on a.id = s.said_by
    where r.retired_at is null order by r.position, r.made_at, r.id limit 200`.execute(db)
  return rows
}

/** Everything that a prison said of one, the last first. At most 100. */
export async function listStandings({ db }: Reading, id: string, prisonId: string): Promise<Standing[]> {
  const { rows } = await sql<{ standing: Standing }>`
    select ${standingOf} as standing from recommendation_standing s join account a on a.id = s.said_by
    where s.recommendation_id = ${id} and s.agency_id = ${prisonId} order by s.said_at desc, s.id desc limit 100`.execute(
    db,
  )
  return rows.map(({ standing }) => standing)
}

const yearInDays = 365

/** What the record holds about family ties at a prison in the last twelve months. */
export async function countEvidence({ db, now }: Reading, prisonId: string): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`
    select kind, counted, people from family_ties_counted(${prisonId}, ${addDays(dayAt(now), -yearInDays)}, ${now})`.execute(
    db,
  )
  return rows
}

export type SaidStanding = Omit<Standing, 'byName' | 'saidAt'>

/** What the actor's prison says now; what it said before stays. */
export async function insertStanding({ db, actor, now }: Change, id: string, said: SaidStanding): Promise<void> {
  await sql`update recommendation_standing set replaced_at = ${now}
    where recommendation_id = ${id} and agency_id = ${actor.agencyId} and replaced_at is null`.execute(db)
  await sql`
    insert into recommendation_standing (id, recommendation_id, agency_id, state, lead, due_on, words, said_by, said_at)
    values (${newId()}, ${id}, ${actor.agencyId}, ${said.state}, ${said.lead}, ${said.dueOn}::date, ${said.words}, ${actor.userId}, ${now})`.execute(
    db,
  )
}

export interface NewRecommendation {
  review: string
  number: string
  words: string
  source: string
  evidence: EvidenceKind | null
}

export async function insertRecommendation({ db, actor, now }: Change, typed: NewRecommendation): Promise<string> {
  const id = newId()
  await sql`
    insert into recommendation (id, review, number, words, source, evidence, position, made_by, made_at)
    values (${id}, ${typed.review}, ${typed.number}, ${typed.words}, ${typed.source}, ${typed.evidence}::text, 1000, ${actor.userId}, ${now})`.execute(
    db,
  )
  return id
}

/** @returns whether it stood. */
export async function updateNumber({ db }: Change, id: string, number: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update recommendation set number = ${number} where id = ${id} and retired_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** @returns whether it stood until now. */
export async function updateRetired({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update recommendation set retired_at = ${now}, retired_by = ${actor.userId}
    where id = ${id} and retired_at is null`.execute(db)
  return numAffectedRows === 1n
}
