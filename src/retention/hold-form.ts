import { z } from 'zod'
import type { Day } from '../platform/calendar-day.ts'
import { readDay } from '../platform/web/day-field.ts'
import { type FormState, readForm, text, withProblems } from '../platform/web/form.ts'
import { classes } from './rules.ts'

const reason = text(500, { missing: 'problem.reason', long: 'problem.reason' })
const holdSchema = z.object({
  askedBy: text(200, { missing: 'problem.asked-by', long: 'problem.asked-by' }),
  reason,
  caseId: z.uuid().optional().catch(undefined),
})
const reviewSchema = z.object({
  class: z.enum(classes),
  decision: z.enum(['KEEP', 'DISPOSE'], { error: 'problem.decision' }),
  reviewReason: reason,
})

type Hold = z.infer<typeof holdSchema> & { fromOn: Day; untilOn: Day | null }
type Decision = z.infer<typeof reviewSchema> & { keepUntilOn: Day | null }

export const liftSchema = z.object({ because: reason })

/** Reads a hold: its first day, and its last one where somebody knows it. */
export function readHold(body: unknown): FormState<Hold> {
  const form = readForm(holdSchema, body)
  const [fromOn, untilOn] = [readDay(form, 'from'), readDay(form, 'until')]
  if (!fromOn) return withProblems<Hold>({ ...form, valid: false }, { field: 'from', message: 'problem.from' })
  if (untilOn === undefined || (untilOn !== null && untilOn < fromOn)) {
    return withProblems<Hold>({ ...form, valid: false }, { field: 'until', message: 'problem.until' })
  }
  return form.valid ? { ...form, values: { ...form.values, fromOn, untilOn } } : form
}

/** Reads what was decided at a review; a record that is kept needs a day in the future. */
export function readReview(body: unknown, today: Day): FormState<Decision> {
  const form = readForm(reviewSchema, body)
  if (!form.valid) return form
  const keepUntilOn = form.values.decision === 'KEEP' ? readDay(form, 'keepUntil') : null
  if (
    keepUntilOn === undefined ||
    (form.values.decision === 'KEEP' && (keepUntilOn === null || keepUntilOn <= today))
  ) {
    return withProblems<Decision>({ ...form, valid: false }, { field: 'keepUntil', message: 'problem.keep-until' })
  }
  return { ...form, values: { ...form.values, keepUntilOn } }
}
