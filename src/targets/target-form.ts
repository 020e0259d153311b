import { z } from 'zod'
import { readDay } from '../platform/web/day-field.ts'
import { type FormState, readForm, text } from '../platform/web/form.ts'
import { definitionNames, definitions } from './definitions.ts'
import type { TargetFields } from './queries/keep.ts'

const most = 10_000_000
const wholePerCent = 100
const earliest = '2000-01-01'

const targetFields = z.object({
  name: text(200, { missing: 'form.name-missing', long: 'form.name-long' }),
  definition: z.enum(definitionNames, { error: 'form.definition-missing' }),
  amount: z
    .string({ error: 'form.amount-wrong' })
    .transform((typed) => typed.replace(/[\s,]/g, ''))
    .refine((typed) => /^\d{1,8}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most, {
      error: 'form.amount-wrong',
    })
    .transform(Number),
  agencyId: z.uuid('form.agency-missing'),
  countedAgencyId: z
    .union([z.literal(''), z.uuid()], { error: 'form.agency-missing' })
    .default('')
    .transform((id) => id || null),
})

/** What a coordinator typed of a target. */
export function readTarget(body: unknown): FormState<TargetFields> {
  const form = readForm(targetFields, body)
  const [sinceOn, dueOn] = [readDay(form, 'sinceOn'), readDay(form, 'dueOn')]
  const isShare = form.valid && definitions[form.values.definition].measure === 'SHARE'
  const problems = [
    ...(sinceOn && sinceOn >= earliest ? [] : [{ field: 'sinceOn', message: 'form.day-wrong' }]),
    ...(dueOn && (!sinceOn || dueOn > sinceOn) ? [] : [{ field: 'dueOn', message: 'form.due-wrong' }]),
    ...(isShare && form.values.amount > wholePerCent ? [{ field: 'amount', message: 'form.share-wrong' }] : []),
  ]
  if (!form.valid || !sinceOn || !dueOn || problems.length > 0)
    return { valid: false, typed: form.typed, problems: [...form.problems, ...problems] }
  return { ...form, values: { ...form.values, sinceOn, dueOn } }
}
