import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'
import type { MechanismAnswer, MechanismQuestion, NationalGroup, Part } from './mechanism.ts'

const answer = sql`json_build_object('group', m.national_group, 'version', m.version, 'words', m.words, 'locale', m.locale, 'withWhom', m.with_whom,
  'answeredOn', m.answered_on, 'writtenBy', a.name, 'writtenAt', m.made_at)`

const questions = sql`
  select q.id, q.part, q.texts, coalesce((select json_agg(${answer} order by m.national_group)
    from (select distinct on (x.national_group) x.* from mechanism_answer x where x.question_id = q.id
      order by x.national_group, x.version desc) m join account a on a.id = m.made_by), '[]') as answers
  from mechanism_question q`

/** The questions that are asked, with the last answer of each group. At most 60. */
export async function listQuestions({ db }: Reading): Promise<MechanismQuestion[]> {
  const { rows } = await sql<MechanismQuestion>`${questions} where q.retired_at is null
    order by array_position('{CONTEXT,MECHANISM,OUTCOME}'::text[], q.part), q.position limit 60`.execute(db)
  return rows
}

/** @throws Refusal `mechanism.not-found` for one that is not asked any more, too */
export async function getQuestion({ db }: Reading, id: string): Promise<MechanismQuestion> {
  const { rows } = await sql<MechanismQuestion>`${questions} where q.id = ${id} and q.retired_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'mechanism.not-found')
  return rows[0]
}

/** What was answered before, the latest first. */
export async function listEarlier({ db }: Reading, questionId: string): Promise<MechanismAnswer[]> {
  const { rows } = await sql<{ answer: MechanismAnswer }>`select ${answer} as answer
    from mechanism_answer m join account a on a.id = m.made_by
    where m.question_id = ${questionId} and exists (select from mechanism_answer n where n.question_id = m.question_id
      and n.national_group = m.national_group and n.version > m.version)
    order by m.national_group, m.version desc limit 200`.execute(db)
  return rows.map(({ answer: one }) => one)
}

export async function insertQuestions(
  { db, actor, now }: Change,
  asked: readonly { part: Part; texts: Record<Locale, string> }[],
): Promise<string[]> {
  const ids: string[] = []
  for (const { part, texts } of asked) {
    const id = newId()
    await sql`insert into mechanism_question (id, part, texts, position, made_by, made_at)
      values (${id}, ${part}, ${JSON.stringify(texts)}::jsonb, (select coalesce(max(q.position), 0) + 1 from mechanism_question q where q.part = ${part}),
        ${actor.userId}, ${now})`.execute(db)
    ids.push(id)
  }
  return ids
}

/** @returns whether it was asked until now. */
export async function updateRetired({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update mechanism_question set retired_by = ${actor.userId}, retired_at = ${now}
    where id = ${id} and retired_at is null`.execute(db)
  return numAffectedRows === 1n
}

export interface NewAnswer {
  group: NationalGroup
  words: string
  locale: Locale
  withWhom: string
  answeredOn: string
}

/** @returns false where somebody else wrote this version first. */
export async function insertAnswer(
  { db, actor, now }: Change,
  questionId: string,
  version: number,
  given: NewAnswer,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into mechanism_answer (question_id, national_group, version, words, locale, with_whom, answered_on, made_by, made_at)
    values (${questionId}, ${given.group}, ${version}, ${given.words}, ${given.locale}, ${given.withWhom}, ${given.answeredOn}, ${actor.userId},
      ${now}) on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}
