import { z } from 'zod'
import { dayAt } from '../platform/calendar-day.ts'
import { readDay } from '../platform/web/day-field.ts'
import { type FormState, type Problem, readForm } from '../platform/web/form.ts'
import { locales } from '../platform/words.ts'
import { kinds, ways } from './answers.ts'
import type { NewConsent } from './queries/consents.ts'

const fields = z.object({
  kind: z.enum(kinds).catch('SHARING'),
  textId: z.uuid({ error: 'problem.text' }),
  agencyId: z.uuid({ error: 'problem.agency' }),
  answer: z.enum(['yes', 'no'], { error: 'problem.answer' }),
  how: z.enum(ways, { error: 'problem.how' }),
  locale: z.enum(locales as [string, ...string[]], { error: 'problem.locale' }),
})

/** Reads what the person said. Nothing is chosen for them: an answer that is missing is a problem beside the field. */
export function readConsent(body: unknown, now: Date): FormState<NewConsent & { isYes: boolean }> {
  const form = readForm(fields, body)
  const saidOn = readDay(form, 'said')
  const problems: Problem[] = []
  if (!saidOn) problems.push({ field: 'said', message: 'problem.said' })
  else if (saidOn > dayAt(now)) problems.push({ field: 'said', message: 'problem.said-later' })
  if (!form.valid || !saidOn || problems.length > 0) {
    return { valid: false, typed: form.typed, problems: [...form.problems, ...problems] }
  }
  const { answer, locale, ...rest } = form.values
  const values = { ...rest, locale: locale as NewConsent['locale'], saidOn, isYes: answer === 'yes' }
  return { valid: true, typed: form.typed, values, problems: [] }
}
