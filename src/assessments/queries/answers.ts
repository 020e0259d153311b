import { sql } from 'kysely'
import type { Pathway } from '../../needs/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { Locale } from '../../platform/words.ts'
import type { AnswerValue, EarlierAnswer } from '../answers.ts'

/** An answer with its source: who asked, for which agency, when, and in which language. */
export interface Answer extends EarlierAnswer {
  assessmentId: string
  caseId: string
  pathway: Pathway
  questionText: string
  locale: Locale
  shownText: string
  isNoAnswer: boolean
  isRestricted: boolean
  askedByName: string
  agencyId: string
  agencyName: string
  answeredAt: Date
  goodUntilOn: Day | null
  confirmsAnswerId: string | null
  changesAnswerId: string | null
  askedAgainOfId: string | null
  askedAgainReason: string | null
  /** What partners asked to recognise in it, such as LEAVING_CARE. */
  triggers: string[]
}

const columns = sql`w.id, w.assessment_id as "assessmentId", w.case_id as "caseId", w.pathway, w.question_key as "questionKey",
  w.question_text as "questionText", w.locale, coalesce(w.value->'codes', '[]') as codes, coalesce(w.value->>'words', '') as words,
  w.shown_text as "shownText", w.is_no_answer as "isNoAnswer", w.is_restricted as "isRestricted", coalesce(a.name, '') as "askedByName",
  w.agency_id as "agencyId", y.name as "agencyName", w.answered_at as "answeredAt",
  to_char(w.answered_at at time zone 'Europe/London', 'YYYY-MM-DD') as "givenOn", w.good_until_on as "goodUntilOn",
  w.confirms_answer_id as "confirmsAnswerId", w.changes_answer_id as "changesAnswerId",
  w.asked_again_of_id as "askedAgainOfId", w.asked_again_reason as "askedAgainReason", coalesce(w.value->'triggers', '[]') as triggers`
const sources = sql`answer w join agency y on y.id = w.agency_id left join account a on a.id = w.asked_by`

/** The latest answer to each question that a person gave, to any agency, where the reader may see it. */
export async function listLatestAnswers({ db }: Reading, personId: string, pathways: Pathway[]): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select * from (
      select distinct on (w.question_key) ${columns}, (w.value->>'position')::int as position from ${sources}
      where w.person_id = ${personId} and w.pathway = any(${pathways}::text[]) and w.confirms_answer_id is null
      order by w.question_key, w.answered_at desc, w.id desc) as latest
    order by position, "questionKey"`.execute(db)
  return rows
}

/** The answers of one assessment. */
export async function listAnswers({ db }: Reading, assessmentId: string): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select ${columns} from ${sources} where w.assessment_id = ${assessmentId}
    order by (w.value->>'position')::int, w.id limit 500`.execute(db)
  return rows
}

/** Every answer that a person gave to one question, the latest first; "still true" among them. At most 100. */
export async function listAnswersToQuestion({ db }: Reading, personId: string, questionKey: string): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select ${columns} from ${sources} where w.person_id = ${personId} and w.question_key = ${questionKey}
    order by w.answered_at desc, w.id desc limit 100`.execute(db)
  return rows
}

export interface AnswerToInsert {
  id: string
  pathway: Pathway
  questionKey: string
  questionText: string
  /** With its place in the set, so that answers read in the order of the questions. */
  value: AnswerValue & { position: number; triggers: string[] }
  shownText: string
  isNoAnswer: boolean
  isRestricted: boolean
  askedBy: string
  answeredAt: Date
  goodUntilOn: Day | undefined
  confirmsAnswerId: string | undefined
  changesAnswerId: string | undefined
  askedAgainOfId: string | undefined
  askedAgainReason: string | undefined
}

/** Freezes answers, all in one statement. */
export async function insertAnswers(
  { db, actor }: Change,
  assessment: { id: string; caseId: string; personId: string; locale: Locale },
  answers: AnswerToInsert[],
): Promise<void> {
  if (answers.length === 0) return
  const rows = answers.map((answer) => ({
    id: answer.id,
    assessment_id: assessment.id,
    case_id: assessment.caseId,
    person_id: assessment.personId,
    pathway: answer.pathway,
    question_key: answer.questionKey,
    question_text: answer.questionText,
    locale: assessment.locale,
    value: JSON.stringify(answer.value),
    shown_text: answer.shownText,
    is_no_answer: answer.isNoAnswer,
    is_restricted: answer.isRestricted,
    asked_by: answer.askedBy,
    agency_id: actor.agencyId,
    answered_at: answer.answeredAt,
    good_until_on: answer.goodUntilOn ?? null,
    confirms_answer_id: answer.confirmsAnswerId ?? null,
    changes_answer_id: answer.changesAnswerId ?? null,
    asked_again_of_id: answer.askedAgainOfId ?? null,
    asked_again_reason: answer.askedAgainReason ?? null,
    owner_agency_id: actor.agencyId,
    basis: 'SELF_REPORT' as const,
    sensitivity: answer.isRestricted ? ('RESTRICTED' as const) : ('STANDARD' as const),
  }))
  await db.insertInto('answer').values(rows).execute()
}
