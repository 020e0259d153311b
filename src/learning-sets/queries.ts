import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Feedback, Group, LearningSet, Reports, ToldFeedback } from './learning-set.ts'

/** @throws Refusal `learning-set.not-found` where the reader sees no such output, or it is another kind. */
export async function getLearningSet({ db }: Reading, outputId: string): Promise<LearningSet> {
  const { rows } = await sql<LearningSet>`
    select o.id as "outputId", o.agency_id as "agencyId", y.name as "agencyName", o.title, o.happened_on as "heldOn", o.people_count as "peopleCount",
      coalesce(s.version, 0) as version, coalesce(s.agenda, '') as agenda, coalesce(s.questions, '{}') as questions, s.shared_at as "sharedAt", json_build_object('en', coalesce(s.report_en, 'NONE'),
      'it', coalesce(s.report_it, 'NONE'), 'nl', coalesce(s.report_nl, 'NONE')) as reports
    from output o join agency y on y.id = o.agency_id left join learning_set s on s.output_id = o.id
    where o.id = ${outputId} and o.kind = 'LEARNING_SET' and o.withdrawn_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'learning-set.not-found')
  return rows[0]
}

/** Of which groups something was entered; of nobody once it is shared. */
export async function listEnteredGroups({ db }: Reading, outputId: string): Promise<Group[]> {
  const { rows } = await sql<{ group: Group }>`
    select distinct of_group as "group" from learning_feedback where output_id = ${outputId} order by 1`.execute(db)
  return rows.map(({ group }) => group)
}

export async function listToldFeedback({ db }: Reading, outputId: string): Promise<ToldFeedback[]> {
  const { rows } = await sql<ToldFeedback>`
    select question, of_group as "group", answered, agreed, words from told_feedback(${outputId})`.execute(db)
  return rows
}

export interface SetFields {
  agenda: string
  questions: string[]
  reports: Reports
}

/** @param version - the one that was read; 0 of the first writing. @returns whether nobody wrote meanwhile. */
export async function putLearningSet(
  { db, actor, now }: Change,
  outputId: string,
  version: number,
  { agenda, questions, reports }: SetFields,
): Promise<boolean> {
  const statement =
    version > 0
      ? sql`update learning_set set agenda = ${agenda}, questions = ${questions}::text[], report_en = ${reports.en}, report_it = ${reports.it},
          report_nl = ${reports.nl}, written_by = ${actor.userId}, written_at = ${now}, version = version + 1
        where output_id = ${outputId} and version = ${version}`
      : sql`insert into learning_set (output_id, agenda, questions, report_en, report_it, report_nl, written_by, written_at)
        values (${outputId}, ${agenda}, ${questions}::text[], ${reports.en}, ${reports.it}, ${reports.nl}, ${actor.userId}, ${now})
        on conflict do nothing`
  const { numAffectedRows } = await statement.execute(db)
  return numAffectedRows === 1n
}

/** Puts what a group said in the place of what was entered of it before. */
export async function replaceFeedback(
  { db, actor, now }: Change,
  outputId: string,
  group: Group,
  said: readonly Feedback[],
): Promise<void> {
  await sql`delete from learning_feedback where output_id = ${outputId} and of_group = ${group}`.execute(db)
  for (const { question, answered, agreed, words } of said)
    await sql`insert into learning_feedback (output_id, question, of_group, answered, agreed, words, entered_by, entered_at)
      values (${outputId}, ${question}, ${group}, ${answered}, ${agreed}, ${words}, ${actor.userId}, ${now})`.execute(
      db,
    )
}

/** @returns whether it was there and not shared. */
export async function updateShared({ db, actor, now }: Change, outputId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update learning_set set shared_by = ${actor.userId}, shared_at = ${now}
    where output_id = ${outputId} and shared_at is null`.execute(db)
  return numAffectedRows === 1n
}
