import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { AnswerCode, Audience, Survey, SurveyItem } from '../survey.ts'

const columns = sql`s.id, s.audience, v.version, v.items from survey s
  join lateral (select * from survey_version x where x.survey_id = s.id order by x.version desc limit 1) v on true`

export async function listSurveys({ db }: Reading): Promise<Survey[]> {
  const { rows } = await sql<Survey>`select ${columns} where s.closed_at is null order by s.made_at, s.id`.execute(db)
  return rows
}

/** @throws Refusal `survey.not-found` */
export async function getSurvey({ db }: Reading, id: string): Promise<Survey> {
  const { rows } = await sql<Survey>`select ${columns} where s.id = ${id} and s.closed_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'survey.not-found')
  return rows[0]
}

export async function insertSurvey({ db, actor, now }: Change, audience: Audience): Promise<string> {
  const id = newId()
  await sql`insert into survey (id, audience, made_by, made_at) values (${id}, ${audience}, ${actor.userId}, ${now})`.execute(
    db,
  )
  return id
}

export async function insertVersion(
  { db, actor, now }: Change,
  id: string,
  version: number,
  items: readonly SurveyItem[],
) {
  await sql`insert into survey_version (survey_id, version, items, made_by, made_at)
    values (${id}, ${version}, ${JSON.stringify(items)}::jsonb, ${actor.userId}, ${now})`.execute(db)
}

/** A reply that a worker took or typed in; it has no name. `month` is the first day of the month in which it was given. */
export interface Reply {
  month: Day
  way: 'SCREEN' | 'PAPER'
  answers: Record<string, AnswerCode>
}

export async function insertReply(
  { db, actor }: Change,
  { id, version }: Survey,
  { month, way, answers }: Reply,
): Promise<void> {
  await sql`insert into survey_reply (id, survey_id, version, month, agency_id, way, answers, entered_by)
    values (gen_random_uuid(), ${id}, ${version}, ${month}, ${actor.agencyId}, ${way}, ${JSON.stringify(answers)}::jsonb, ${actor.userId})`.execute(
    db,
  )
}

/** How one question was answered in a quarter; null is of too few people to be told. */
export interface ItemResult {
  item: string
  /** Its first day. */
  quarter: Day
  answered: number | null
  yes: number | null
  isCovered: boolean
}

export async function listResults({ db }: Reading, id: string): Promise<ItemResult[]> {
  const { rows } =
    await sql<ItemResult>`select item, quarter, answered, yes, is_covered as "isCovered" from survey_results(${id})`.execute(
      db,
    )
  return rows
}

/** Every text that an item ever had, by its key, the latest: for answers to what is no longer asked. */
export async function listItems({ db }: Reading, id: string): Promise<SurveyItem[]> {
  const { rows } = await sql<SurveyItem>`
    select distinct on (i->>'key') i->>'key' as key, i->'text' as text from survey_version v, jsonb_array_elements(v.items) i
    where v.survey_id = ${id} order by i->>'key', v.version desc`.execute(db)
  return rows
}
