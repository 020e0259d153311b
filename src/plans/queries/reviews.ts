import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ReviewFields } from '../reviews/review-plan.ts'
import type { Agreement, AspireStage, EpicsStage } from '../reviews/stages.ts'
import type { PlanContent } from '../reviews/versions.ts'

export interface Review {
  id: string
  /** The version of the plan that it made, from 1. */
  number: number
  reviewedOn: Day
  agreement: Agreement
  ownWords: string
  contribution: string
  /** Names of the workers who were there, then of others. */
  presentNames: string[]
  othersPresent: string
  epicsStage: EpicsStage
  aspireStage: AspireStage
  nextOn: Day | null
  madeByName: string
  madeByAgencyName: string
  madeAt: Date
  /** Kept of the last one and the one asked for. */
  content: PlanContent | null
}

const columns = sql`
  r.id, r.number, r.reviewed_on as "reviewedOn", r.agreement, r.own_words as "ownWords", r.contribution,
  array(select a.name from account a where a.id = any(r.present_ids) order by a.name) as "presentNames",
  r.others_present as "othersPresent", r.epics_stage as "epicsStage", r.aspire_stage as "aspireStage", r.next_on as "nextOn",
  maker.name as "madeByName", home.name as "madeByAgencyName", r.made_at as "madeAt"`
const sources = sql`plan_review r join account maker on maker.id = r.made_by join agency home on home.id = r.owner_agency_id`

/** The reviews of a plan, the last first; of that one what the plan was. At most 60. */
export const reviewsOf = (caseId: string) => sql<Review>`
  select ${columns}, case when r.number = max(r.number) over () then r.content end as content
  from ${sources} where r.case_id = ${caseId} order by r.number desc limit 60`

/** A review, and the plan as it was at the one before. @throws Refusal `plan-review.not-found` */
export async function getReview({ db }: Reading, caseId: string, number: number) {
  const { rows } = await sql<Review & { content: PlanContent; before: PlanContent | null }>`
    select ${columns}, r.content, (select b.content from plan_review b where b.case_id = r.case_id and b.number = r.number - 1) as before
    from ${sources} where r.case_id = ${caseId} and r.number = ${number}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'plan-review.not-found')
  return rows[0]
}

/** @returns whether the number was still free. */
export async function insertReview(
  { db, actor, now }: Change,
  about: { id: string; caseId: string; personId: string; number: number; content: PlanContent },
  fields: ReviewFields,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('plan_review')
    .values({
      ...{ id: about.id, case_id: about.caseId, person_id: about.personId, number: about.number },
      ...{ reviewed_on: fields.reviewedOn, agreement: fields.agreement, own_words: fields.ownWords },
      ...{ contribution: fields.contribution, present_ids: [...fields.presentIds], next_on: fields.nextOn },
      ...{ others_present: fields.othersPresent, epics_stage: fields.epicsStage, aspire_stage: fields.aspireStage },
      ...{
        content: JSON.stringify(about.content),
        made_by: actor.userId,
        made_at: now,
        owner_agency_id: actor.agencyId,
      },
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'number']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What the person said about the plan at their own door. */
export interface Reply {
  id: string
  goalWords: string | null
  agreement: Agreement | null
  words: string
  saidAt: Date
}

/** What the person said at their own door, the last first. At most 20. */
export const repliesOf = (caseId: string) => sql<Reply>`
  select p.id, g.words as "goalWords", p.agreement, p.words, p.said_at as "saidAt"
  from plan_reply p left join goal g on g.id = p.goal_id where p.case_id = ${caseId}
  order by p.said_at desc limit 20`
