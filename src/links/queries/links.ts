import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Field, FieldLevel, LinkState } from '../link-fields.ts'

/** Looks for pairs among the next people. @returns where to go on; undefined at the end */
export async function findCandidates(
  { db }: Change,
  after: string | undefined,
  most: number,
): Promise<string | undefined> {
  const { rows } = await sql<{
    last: string | null
  }>`select find_link_candidates(${after ?? null}::uuid, ${most}) as last`.execute(db)
  return rows[0]!.last ?? undefined
}

export interface PatternCount {
  levels: FieldLevel[]
  pairs: number
  /** Everybody on record, for how many pairs there are. */
  people: number
}

export async function countPatterns({ db }: Change, atRandom: boolean, draws: number): Promise<PatternCount[]> {
  const { rows } = await sql<PatternCount>`select * from count_link_patterns(${atRandom}, ${draws})`.execute(db)
  return rows
}

/** Keeps the candidates that are likely enough. `weights` in bits; bounds are probabilities. */
export async function settleLinks(
  { db, now }: Change,
  weights: Record<Field, Partial<Record<FieldLevel, number>>>,
  prior: number,
  { lower, upper }: { lower: number; upper: number },
): Promise<{ joined: number; waiting: number }> {
  const { rows } = await sql<{ joined: number; waiting: number }>`
    select * from settle_links(${JSON.stringify(weights)}::jsonb, ${prior}, ${lower}, ${upper}, ${now})`.execute(db)
  return rows[0]!
}

/** Links whose records may be joined now, with the agency in whose name. */
export async function listToJoin({ db }: Reading, most: number) {
  const { rows } = await sql<{ linkId: string; keptId: string; otherId: string; agencyId: string }>`
    select link_id as "linkId", kept_id as "keptId", other_id as "otherId", agency_id as "agencyId" from list_links_to_join(${most})`.execute(
    db,
  )
  return rows
}

/** Claims a link for joining its records. @returns whether it was still to do */
export async function updateMerge({ db }: Change, linkId: string, mergeId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update person_link set merge_id = ${mergeId}, version = version + 1
    where id = ${linkId} and state = 'JOINED' and merge_id is null`.execute(db)
  return numAffectedRows === 1n
}

export async function clearMerge({ db }: Change, linkId: string): Promise<void> {
  await sql`update person_link set merge_id = null, version = version + 1 where id = ${linkId}`.execute(db)
}

/** In whose name the records were joined; undefined where that was undone. */
export async function findMergeAgency({ db }: Reading, mergeId: string): Promise<string | undefined> {
  const { rows } = await sql<{ agencyId: string | null }>`select merge_made_by(${mergeId}) as "agencyId"`.execute(db)
  return rows[0]!.agencyId ?? undefined
}

export interface Link {
  id: string
  state: LinkState
  levels: FieldLevel[]
  /** Bits, in the order of the levels. */
  weights: number[]
  probability: number
  foundAt: Date
  mergeId: string | null
  version: number
}

const columns = sql`l.id, l.state, l.levels, l.weights, l.probability, l.found_at as "foundAt", l.merge_id as "mergeId", l.version`

/** Those in a state, the likeliest first; after one of them where a page goes on. */
export async function listLinks({ db }: Reading, state: LinkState, limit: number, offset: number): Promise<Link[]> {
  const { rows } = await sql<Link>`select ${columns} from person_link l where l.state = ${state}
    order by l.probability desc, l.id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export async function countLinks({ db }: Reading): Promise<Record<LinkState, number>> {
  const { rows } = await sql<{ state: LinkState; count: number }>`
    select state, count(*)::int as count from person_link group by 1`.execute(db)
  return { WAITING: 0, JOINED: 0, APART: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}

export interface Side {
  id: string
  /** Who it is, where the reader may see the record; null where not. */
  name: string | null
  bornOn: Day | null
}

export interface Decision {
  state: LinkState
  /** Null: the system. */
  by: string | null
  at: Date
  reason: string
}

/** One pair: its weights, what was decided, and of either record no more than the reader sees anyway. @throws Refusal `link.not-found` */
export async function getLink(
  { db }: Reading,
  id: string,
): Promise<{ link: Link; sides: Side[]; decisions: Decision[] }> {
  const { rows } = await sql<Link & { low: string; high: string }>`
    select ${columns}, l.low_person_id as low, l.high_person_id as high from person_link l where l.id = ${id}`.execute(
    db,
  )
  if (!rows[0]) throw new Refusal('not found', 'link.not-found')
  const { low, high, ...link } = rows[0]
  const sides = await sql<Side>`
    select s.id, p.given_name || ' ' || p.family_name as name, p.born_on as "bornOn"
    from unnest(array[${low}, ${high}]::uuid[]) with ordinality as s(id, place) left join person p on p.id = s.id order by s.place`.execute(
    db,
  )
  const decisions = await sql<Decision>`
    select d.state, a.name as by, d.decided_at as at, d.reason from link_decision d left join account a on a.id = d.decided_by
    where d.link_id = ${id} order by d.decided_at desc, d.id desc`.execute(db)
  return { link, sides: sides.rows, decisions: decisions.rows }
}

/** @returns whether it was still at that version */
export async function updateState({ db }: Change, id: string, version: number, state: LinkState): Promise<boolean> {
  const { numAffectedRows } = await sql`update person_link set state = ${state}, version = version + 1
    where id = ${id} and version = ${version} and state <> ${state}`.execute(db)
  return numAffectedRows === 1n
}

export async function insertDecision(
  { db, actor, now }: Change,
  id: string,
  state: LinkState,
  reason: string,
): Promise<void> {
  await sql`insert into link_decision (id, link_id, state, decided_by, decided_at, reason)
    values (${newId()}, ${id}, ${state}, ${actor.userId}, ${now}, ${reason})`.execute(db)
}

export interface Rate {
  kind: 'sex' | 'nationality' | 'age' | 'name'
  value: string
  /** Rounded to five. */
  people: number
  /** Of a hundred people of the group, how many are in a pair that is joined, and in one that waits. */
  joined: number
  waiting: number
}

/** Groups of ten people or more, the largest first, as they were when records were last compared. */
export async function listRates({ db }: Reading): Promise<(Rate & { countedAt: Date })[]> {
  const { rows } = await sql<Rate & { countedAt: Date }>`
    select kind, value, people, joined, waiting, counted_at as "countedAt" from link_rate order by kind, people desc, value`.execute(
    db,
  )
  return rows
}

/** For the system, when records were compared. */
export async function recountRates({ db, now }: Change): Promise<void> {
  await sql`select recount_link_rates(${now})`.execute(db)
}
