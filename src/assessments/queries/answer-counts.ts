import { sql } from 'kysely'
import type { Change } from '../../platform/database.ts'
import type { AnswerToInsert } from './answers.ts'

/**
 * Counts answers as they are frozen: asked, kept as "still true", changed, and asked twice, by agency, month and question.
 * The report reads `answer_count`, which names nobody.
 */
export async function addToCounts({ db, actor, now }: Change, answers: AnswerToInsert[]): Promise<void> {
  const rows = answers.map((answer) => ({
    key: answer.questionKey,
    kept: answer.confirmsAnswerId ? 1 : 0,
    changed: answer.changesAnswerId ? 1 : 0,
    again: answer.askedAgainOfId ? 1 : 0,
  }))
  await sql`
    insert into answer_count as c (agency_id, month, question_key, answers, kept, changed, asked_again)
    select ${actor.agencyId}, date_trunc('month', ${now}::timestamptz at time zone 'Europe/London')::date, key, 1, kept, changed, again
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(key text, kept int, changed int, again int) order by key
    on conflict (agency_id, month, question_key) do update set answers = c.answers + 1, kept = c.kept + excluded.kept,
      changed = c.changed + excluded.changed, asked_again = c.asked_again + excluded.asked_again`.execute(db)
}
