import { definitions } from '../src/targets/definitions.ts'
import type { Parts } from './evidence-rows.ts'
import { query } from './scratch.ts'

/** A survey of five questions with so many replies, over two years and all agencies. */
export async function fillSurvey(url: string, replies: number, { asker }: Parts): Promise<void> {
  await query(url, `update survey set closed_at = now() where audience = 'PERSON'`) // the demonstration's: one is open at a time
  await query(
    url,
    `with s as (insert into survey (audience, made_by, made_at) values ('PERSON', $1, now()) returning id)
     insert into survey_version (survey_id, version, items, made_by, made_at)
     select s.id, 1, (select jsonb_agg(jsonb_build_object('key', 'q' || n, 'text', jsonb_build_object('en', 'Question ' || n, 'it', 'Domanda ' || n,
       'nl', 'Vraag ' || n))) from generate_series(1, 5) n), $1, now() from s`,
    [asker],
  )
  await query(
    url,
    `insert into survey_reply (survey_id, version, month, agency_id, way, answers)
     select v.survey_id, v.version, date_trunc('month', current_date - (n % 730)::int)::date, a.ids[1 + n % cardinality(a.ids)], 'DOOR',
       jsonb_build_object('q1', said[1 + n % 4], 'q2', said[1 + n / 3 % 4], 'q3', said[1 + n / 7 % 4], 'q4', said[1 + n / 11 % 4],
         'q5', said[1 + n / 13 % 4])
     from survey_version v join survey y on y.id = v.survey_id and y.audience = 'PERSON' and y.closed_at is null,
       (select array_agg(id) as ids from agency) a, (select array['YES', 'YES', 'NO', 'UNSURE'] as said) w,
       generate_series(1, $1::int) n`,
    [replies],
  )
}

/** A target of each definition, everybody's rows counted. */
export async function fillTargets(url: string, { asker, askerAgencyId }: Parts): Promise<void> {
  for (const [definition, { measure }] of Object.entries(definitions)) {
    await query(
      url,
      `insert into target (name, definition, measure, amount, agency_id, since_on, due_on, made_by, made_at)
       values ($1, $1, $2, 80, $3, current_date - 400, current_date + 300, $4, now())`,
      [definition, measure, askerAgencyId, asker],
    )
  }
}
