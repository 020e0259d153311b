import { listAgencies } from '../agencies/index.ts'
import { sees } from '../cases/index.ts'
import type { Reading } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import { type PlanParts, readPlanParts } from './queries/whole-plan.ts'
import { openFrame, workersOf } from './read-frame.ts'

/** All that the pages of a whole plan show; where a step has lost its owner, also whom it can be given to. */
export async function readPlan(reading: Reading, caseId: string, locale: Locale) {
  const opened = await openFrame(reading, caseId, locale)
  // An agency sees the rows that it wrote; the pages show them to who may see this part.
  const parts = sees(opened.frame, 'plan') ? await readPlanParts(reading, caseId) : nothing
  const isToMend = parts.steps.some(({ isOwnerGone }) => isOwnerGone)
  const owners = { agencies: isToMend ? await listAgencies(reading) : [], workers: workersOf(opened.frame) }
  return { ...opened, ...parts, owners }
}

const nothing: PlanParts = { goals: [], steps: [], reviews: [], replies: [] }

export type WholePlan = Awaited<ReturnType<typeof readPlan>>
