import { z } from 'zod'
import { dayAt } from '../platform/calendar-day.ts'
import { instantAt, timeAt } from '../platform/wall-clock.ts'
import { readDay, readTime, typedDay } from '../platform/web/day-field.ts'
import { type FormState, optionalText, readForm, type Typed, text, typedText } from '../platform/web/form.ts'
import { kinds, risks } from './clock.ts'
import type { Breach, BreachFields } from './queries.ts'

const long = 'problem.long'
const longText = optionalText(2_000, long)
const fields = z.object({
  whatHappened: text(2_000, { missing: 'problem.what', long }),
  kinds: z.preprocess(
    (typed) => [typed ?? []].flat(),
    z
      .array(z.enum(kinds))
      .min(1, 'problem.kinds')
      .catch([])
      .refine((chosen) => chosen.length > 0, 'problem.kinds'),
  ),
  whose: text(500, { missing: 'problem.whose', long }),
  peopleCount: z
    .string({ error: 'problem.count' })
    .trim()
    .regex(/^\d{1,9}$/, 'problem.count')
    .transform(Number),
  risk: z.enum(risks, { error: 'problem.risk' }),
  contained: longText,
  regulatorReference: optionalText(100, long),
  regulatorNotBecause: longText,
  peopleNotBecause: longText,
  lessons: longText,
  version: z.coerce.number().int().min(0).catch(0),
})

export type TypedBreach = BreachFields & { version: number }

/** Reads an entry of the register as typed: when it was found, and when whom was told. */
export function readBreach(body: unknown, now: Date): FormState<TypedBreach> {
  const form = readForm(fields, body)
  const problems = [...form.problems]
  const foundAt = readMoment(form, 'found', now)
  if (!foundAt) problems.push({ field: 'found', message: 'problem.found' })
  const told = (['regulatorTold', 'peopleTold'] as const).map((field) => {
    const at = readMoment(form, field, now)
    if (at === undefined || (at && foundAt && at < foundAt)) problems.push({ field, message: 'problem.told' })
    return at
  })
  if (form.valid && form.values.regulatorNotBecause && form.values.risk !== 'UNLIKELY') {
    problems.push({ field: 'regulatorNotBecause', message: 'problem.must-tell' })
  }
  if (!form.valid || !foundAt || problems.length > 0) return { valid: false, typed: form.typed, problems }
  const [regulatorToldAt = null, peopleToldAt = null] = told
  return {
    valid: true,
    typed: form.typed,
    problems,
    values: { ...form.values, foundAt, regulatorToldAt, peopleToldAt },
  }
}

/** @returns null for nothing typed, undefined for what is no moment, or one that is still to come. */
function readMoment(form: { typed: Typed }, field: string, now: Date): Date | null | undefined {
  const day = readDay(form, field)
  const typed = typedText(form, `${field}Time`).trim()
  if (day === null && typed === '') return null
  const time = readTime(typed)
  if (!day || !time) return undefined
  const at = instantAt(day, time)
  return at > now ? undefined : at
}

/** A kept entry as if it had been typed. */
export function typedBreach(breach: Breach): Typed {
  const moment = (field: string, at: Date | null) =>
    at ? { ...typedDay(field, dayAt(at)), [`${field}Time`]: timeAt(at) } : {}
  const { kinds: chosen, foundAt, regulatorToldAt, peopleToldAt, peopleCount, version } = breach
  const texts = ['whatHappened', 'whose', 'risk', 'contained', 'regulatorReference', 'regulatorNotBecause', 'peopleNotBecause', 'lessons'] as const // biome-ignore format: one line
  return {
    ...Object.fromEntries(texts.map((field) => [field, breach[field]])),
    ...{ kinds: chosen, peopleCount: String(peopleCount), version: String(version) },
    ...moment('found', foundAt),
    ...moment('regulatorTold', regulatorToldAt),
    ...moment('peopleTold', peopleToldAt),
  }
}
