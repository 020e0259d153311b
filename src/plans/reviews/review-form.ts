import { z } from 'zod'
import type { Day } from '../../platform/calendar-day.ts'
import { readDay, typedDay } from '../../platform/web/day-field.ts'
import { type FormState, filledForm, optionalText, type Problem, readForm } from '../../platform/web/form.ts'
import { several } from '../goals/goal-form.ts'
import type { Review } from '../queries/reviews.ts'
import type { ReviewFields } from './review-plan.ts'
import { agreements, aspireStages, epicsStages, needsOwnWords } from './stages.ts'

const fields = z.object({
  agreement: z.enum(agreements, { error: 'problem.agreement' }),
  ownWords: optionalText(2_000, 'problem.words-long'),
  contribution: optionalText(2_000, 'problem.words-long'),
  presentIds: several(z.uuid({ error: 'problem.present' }), 30),
  othersPresent: optionalText(300, 'problem.present-long'),
  epicsStage: z.enum(epicsStages, { error: 'problem.stage' }),
  aspireStage: z.enum(aspireStages, { error: 'problem.stage' }),
  number: z.coerce.number().int().min(1).max(10_000).default(1),
})

/** Reads a review as it was typed. */
export function readReview(body: unknown, today: Day): FormState<ReviewFields & { number: number }> {
  const form = readForm(fields, body)
  const problems: Problem[] = []
  const [reviewedOn, nextOn] = [readDay(form, 'reviewedOn'), readDay(form, 'nextOn')]
  if (!reviewedOn || reviewedOn > today) problems.push({ field: 'reviewedOn', message: 'problem.reviewed-on' })
  if (nextOn === undefined || (nextOn && nextOn <= today))
    problems.push({ field: 'nextOn', message: 'problem.next-on' })
  if (form.valid && needsOwnWords(form.values.agreement) && form.values.ownWords === '')
    problems.push({ field: 'ownWords', message: 'problem.own-words' })
  if (!form.valid || problems.length > 0 || !reviewedOn) {
    const { typed } = form
    return { valid: false, typed, problems: [...form.problems, ...problems] }
  }
  return { ...form, values: { ...form.values, reviewedOn, nextOn: nextOn ?? null } }
}

/** A review that nobody has begun: today, at the stage where the last one was. */
export const newReview = (today: Day, last: Review | undefined) =>
  filledForm({
    ...typedDay('reviewedOn', today),
    epicsStage: last?.epicsStage ?? 'PLAN_TOGETHER',
    aspireStage: last?.aspireStage ?? 'SENTENCE_PLAN',
  })
