import type { Client } from 'pg'
import type { QuestionSetRow } from '../write/answers.ts'

/** What was answered once, and what many of them answered later. */
const changes = [
  { key: 'accommodation-first-night', was: 'NONE', is: 'SUPPORTED' },
  { key: 'work-after-release', was: 'LOOKING', is: 'JOB' },
  { key: 'work-qualifications', was: 'NONE', is: 'VOCATIONAL' },
  { key: 'health-gp', was: 'NO', is: 'YES' },
]
const earlierByDays = 60

/** How people came on: statuses that were worse before, and answers that they changed. Of these cases, before sums are made. */
export async function writeDistance(
  client: Client,
  questionSets: readonly QuestionSetRow[],
  cases: readonly string[],
): Promise<void> {
  await client.query(
    `insert into pathway_status_version (case_id, pathway, status, reason, is_by_hand, set_by, set_at, replaced_at, owner_agency_id)
     select s.case_id, s.pathway, 'SUPPORT_REQUIRED', '', false, s.set_by, s.set_at - interval '70 days', s.set_at, s.owner_agency_id
     from pathway_status s where s.case_id = any($1) and s.status in ('DONE', 'IN_PROGRESS')`,
    [cases],
  )
  const questions = questionSets.flatMap(({ body }) => body.pages.flatMap((page) => page.questions))
  for (const { key, was, is } of changes) {
    const { options = [] } = questions.find((question) => question.key === key)!
    const text = (code: string) => options.find((option) => option.code === code)!.text.en
    await client.query(
      `with last as (
         select distinct on (a.person_id) a.* from answer a where a.case_id = any($1) and a.question_key = $2 and not a.is_no_answer
         order by a.person_id, a.answered_at desc, a.id
       ), numbered as (select l.*, row_number() over (order by l.id) as nth from last l),
       earlier as (
         update answer a set value = jsonb_build_object('codes', array[$3::text], 'words', '', 'position', a.value -> 'position'), shown_text = $4,
           answered_at = a.answered_at - $7 * interval '1 day'
         from numbered n where a.id = n.id and n.nth % 3 > 0
       )
       insert into answer (id, assessment_id, case_id, person_id, pathway, question_key, question_text, locale, value, shown_text, asked_by, agency_id,
         answered_at, good_until_on, changes_answer_id, owner_agency_id, sensitivity, basis)
       select md5(n.id::text)::uuid, n.assessment_id, n.case_id, n.person_id, n.pathway, n.question_key, n.question_text, n.locale,
         jsonb_build_object('codes', array[case when n.nth % 5 < 3 then $5::text else $3::text end], 'words', '', 'position', n.value -> 'position'),
         case when n.nth % 5 < 3 then $6 else $4 end, n.asked_by, n.agency_id, n.answered_at, n.good_until_on, n.id, n.owner_agency_id, n.sensitivity, n.basis
       from numbered n where n.nth % 3 > 0`,
      [cases, key, was, text(was), is, text(is), earlierByDays],
    )
  }
}
