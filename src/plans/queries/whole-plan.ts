import { type RawBuilder, sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import { type Goal, goalsOf } from './goals.ts'
import { type Reply, type Review, repliesOf, reviewsOf } from './reviews.ts'
import { type Step, stepsOf } from './steps.ts'

export interface PlanParts {
  goals: Goal[]
  steps: Step[]
  reviews: Review[]
  replies: Reply[]
}

/** Goals, steps, reviews and what the person said at their own door, in one statement. */
export async function readPlanParts({ db }: Reading, caseId: string): Promise<PlanParts> {
  const { rows } = await sql<PlanParts>`
    select ${listed(goalsOf(caseId))} as goals, ${listed(stepsOf(caseId))} as steps, ${listed(reviewsOf(caseId))} as reviews,
      ${listed(repliesOf(caseId))} as replies`.execute(db)
  const { goals, steps, reviews, replies } = rows[0]!
  return {
    goals: goals.map(withInstants),
    steps: steps.map(withInstants),
    reviews: reviews.map(withInstants),
    replies: replies.map(withInstants),
  }
}

const listed = (rows: RawBuilder<unknown>) => sql`(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${rows}) x)`

/** JSON has texts where a row has instants. */
function withInstants<T extends object>(row: T): T {
  const instants = Object.entries(row).filter(([name, value]) => name.endsWith('At') && typeof value === 'string')
  return { ...row, ...Object.fromEntries(instants.map(([name, value]) => [name, new Date(value)])) }
}
