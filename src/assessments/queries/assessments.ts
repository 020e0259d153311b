import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { AssessmentType, QuestionSet } from '../question-set.ts'

export interface Assessment {
  id: string
  caseId: string
  personId: string
  type: AssessmentType
  questionSetId: string
  setVersion: number
  agencyId: string
  agencyName: string
  begunByName: string
  begunAt: Date
  submittedByName: string | null
  submittedAt: Date | null
  skipReason: string | null
  skippedAt: Date | null
  resetReason: string | null
  resetAt: Date | null
  version: number
}

const columns = sql`e.id, e.case_id as "caseId", e.person_id as "personId", e.type, e.question_set_id as "questionSetId",
  s.version as "setVersion", e.owner_agency_id as "agencyId", y.name as "agencyName", coalesce(b.name, '') as "begunByName",
  e.begun_at as "begunAt", u.name as "submittedByName", e.submitted_at as "submittedAt", e.skip_reason as "skipReason",
  e.skipped_at as "skippedAt", e.reset_reason as "resetReason", e.reset_at as "resetAt", e.version`
const sources = sql`assessment e join question_set s on s.id = e.question_set_id join agency y on y.id = e.owner_agency_id
  left join account b on b.id = e.begun_by left join account u on u.id = e.submitted_by`

/** @throws Refusal `assessment.not-found` */
export async function getAssessment({ db }: Reading, id: string): Promise<Assessment & { set: QuestionSet }> {
  const { rows } = await sql<Assessment & { set: QuestionSet }>`
    select ${columns}, s.body as set from ${sources} where e.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'assessment.not-found')
  return rows[0]
}

/** A case's assessments, the latest first, those that were skipped or begun anew among them. */
export async function listAssessments({ db }: Reading, caseId: string): Promise<Assessment[]> {
  const { rows } = await sql<Assessment>`
    select ${columns} from ${sources} where e.case_id = ${caseId} order by e.begun_at desc, e.id limit 50`.execute(db)
  return rows
}

/** Whom a case is about and what the assessment may do there. @throws Refusal `case.not-found` */
export async function getCaseForAssessment({ db }: Reading, caseId: string): Promise<CaseForAssessment> {
  const { rows } = await sql<CaseForAssessment>`
    select c.id, c.person_id as "personId", coalesce(nullif(p.chosen_name, ''), p.given_name) as "calledName",
      s.shown_name as "shownName", s.release_on as "releaseOn",
      exists (select from sight a where a.case_id = c.id and 'assessment' = any(a.reads)) as "maySee",
      exists (select from sight a where a.case_id = c.id and 'assessment' = any(a.writes)) as "mayWrite",
      exists (select from sight a where a.case_id = c.id and 'risk' = any(a.reads)) as "maySeeRestricted",
      exists (select from sight a where a.case_id = c.id and 'risk' = any(a.writes)) as "mayWriteRestricted",
      exists (select from sight a where a.case_id = c.id and 'contact' = any(a.writes)) as "mayWriteContact"
    from case_file c join person p on p.id = c.person_id left join case_summary s on s.case_id = c.id
    where c.id = ${caseId}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'case.not-found')
  return rows[0]
}

export interface CaseForAssessment {
  id: string
  personId: string
  /** What the person is called in a question: the chosen name, or the first. */
  calledName: string
  shownName: string
  releaseOn: string | null
  maySee: boolean
  mayWrite: boolean
  maySeeRestricted: boolean
  mayWriteRestricted: boolean
  mayWriteContact: boolean
}

export interface NewAssessment {
  id: string
  caseId: string
  personId: string
  type: AssessmentType
  questionSetId: string
  skipReason?: string
}

/** @returns whether it could begin: one of its type may be under way on a case. */
export async function insertAssessment({ db, actor, now }: Change, begun: NewAssessment): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('assessment')
    .values({
      id: begun.id,
      case_id: begun.caseId,
      person_id: begun.personId,
      type: begun.type,
      question_set_id: begun.questionSetId,
      begun_by: actor.userId,
      begun_at: now,
      skip_reason: begun.skipReason ?? null,
      skipped_at: begun.skipReason ? now : null,
      owner_agency_id: actor.agencyId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Each returns whether the assessment was still under way (or, to begin anew, not begun anew already). */
export const markSubmitted = (change: Change, id: string): Promise<boolean> =>
  mark(change, id, sql`submitted_by = ${change.actor.userId}, submitted_at = ${change.now}`, underWay)
export const markSkipped = (change: Change, id: string, reason: string): Promise<boolean> =>
  mark(change, id, sql`skip_reason = ${reason}, skipped_at = ${change.now}`, underWay)
export const markReset = (change: Change, id: string, reason: string): Promise<boolean> =>
  mark(change, id, sql`reset_reason = ${reason}, reset_at = ${change.now}`, sql`reset_at is null`)

const underWay = sql`submitted_at is null and skipped_at is null and reset_at is null`

async function mark(
  { db }: Change,
  id: string,
  set: ReturnType<typeof sql>,
  when: ReturnType<typeof sql>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update assessment set ${set}, version = version + 1 where id = ${id} and ${when}`.execute(db)
  return numAffectedRows === 1n
}
