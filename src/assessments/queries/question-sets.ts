import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Locale } from '../../platform/words.ts'
import type { AssessmentType, QuestionSet } from '../question-set.ts'

export interface StoredSet {
  id: string
  type: AssessmentType
  version: number
  body: QuestionSet
  publishedAt: Date | null
  retiredAt: Date | null
  editedByName: string | null
  editVersion: number
}

const columns = sql`s.id, s.type, s.version, s.body, s.published_at as "publishedAt", s.retired_at as "retiredAt",
  a.name as "editedByName", s.edit_version as "editVersion"`
const sources = sql`question_set s left join account a on a.id = s.edited_by`

/** The set that new assessments of a type use: the latest that was published. @throws Refusal `question-set.not-found` */
export async function getPublishedSet({ db }: Reading, type: AssessmentType): Promise<StoredSet> {
  const { rows } = await sql<StoredSet>`select ${columns} from ${sources}
    where s.type = ${type} and s.published_at is not null order by s.version desc limit 1`.execute(db)
  return found(rows[0])
}

/** @throws Refusal `question-set.not-found` */
export async function getSet({ db }: Reading, id: string): Promise<StoredSet> {
  const { rows } = await sql<StoredSet>`select ${columns} from ${sources} where s.id = ${id}`.execute(db)
  return found(rows[0])
}

/** The sets that assessments were asked from, by the assessment. */
export async function listSetsOf({ db }: Reading, assessmentIds: string[]): Promise<Map<string, QuestionSet>> {
  if (assessmentIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; body: QuestionSet }>`
    select e.id, s.body from assessment e join question_set s on s.id = e.question_set_id
    where e.id = any(${assessmentIds}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, body }) => [id, body]))
}

/** Every version, the latest first. */
export async function listSets({ db }: Reading): Promise<StoredSet[]> {
  const { rows } =
    await sql<StoredSet>`select ${columns} from ${sources} order by s.type, s.version desc limit 200`.execute(db)
  return rows
}

export async function insertSet(
  { db, actor }: Change,
  id: string,
  body: QuestionSet,
  publishedAt: Date | null,
): Promise<void> {
  const set = { id, type: body.type, version: body.version, body: JSON.stringify(body) }
  await db
    .insertInto('question_set')
    .values({ ...set, published_at: publishedAt, edited_by: actor.userId })
    .execute()
}

/** @returns whether it still had the edit version that the coordinator saw, and was not yet published. */
export async function updateDraftSet({ db, actor }: Change, set: StoredSet, body: QuestionSet): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update question_set set body = ${JSON.stringify(body)}, edited_by = ${actor.userId}, edit_version = edit_version + 1
    where id = ${set.id} and edit_version = ${set.editVersion} and published_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** Publishes a draft and retires the versions before it. */
export async function markPublished({ db, now }: Change, set: StoredSet): Promise<boolean> {
  const { numAffectedRows } = await sql`update question_set set published_at = ${now}
    where id = ${set.id} and edit_version = ${set.editVersion} and published_at is null`.execute(db)
  await sql`update question_set set retired_at = ${now}
    where type = ${set.type} and version < ${set.version} and retired_at is null and published_at is not null`.execute(
    db,
  )
  return numAffectedRows === 1n
}

export async function deleteDraftSet({ db }: Change, id: string): Promise<void> {
  await sql`delete from question_set where id = ${id} and published_at is null`.execute(db)
}

function found(set: StoredSet | undefined): StoredSet {
  if (!set) throw new Refusal('not found', 'question-set.not-found')
  return set
}

/**
 * The latest published words of every question, by key, for lists that count questions and name nobody.
 *
 * @param person - what stands where the person's name goes, such as "the person".
 */
export async function listQuestionTexts({ db }: Reading, locale: Locale, person: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; text: string }>`
    select distinct on (q->>'key') q->>'key' as key, q->'text'->>${locale} as text
    from question_set s, jsonb_array_elements(s.body->'pages') as p, jsonb_array_elements(p->'questions') as q
    where s.published_at is not null order by q->>'key', s.version desc`.execute(db)
  return new Map(rows.map(({ key, text }) => [key, text.replaceAll('{name}', person)]))
}
