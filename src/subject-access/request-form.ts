import { z } from 'zod'
import { type Day, dayAt } from '../platform/calendar-day.ts'
import { readDay } from '../platform/web/day-field.ts'
import { type FormState, optionalText, readForm, text, withProblems } from '../platform/web/form.ts'
import { locales } from '../platform/words.ts'

const list = z.preprocess((typed) => [typed ?? []].flat(), z.array(z.uuid()).catch([]))
const asked = z
  .object({
    askedBy: z.enum(['PERSON', 'REPRESENTATIVE'], { error: 'problem.asked-by' }),
    askerName: optionalText(200, 'problem.asker-long'),
    channel: z.enum(['LETTER', 'EMAIL', 'SPOKEN', 'FORM'], { error: 'problem.channel' }),
    proof: z.enum(['none', 'KNOWN', 'DOCUMENT', 'AUTHORITY'], { error: 'problem.proof' }),
    locale: z.enum(locales as ['en', 'it', 'nl'], { error: 'problem.locale' }),
    agencyIds: list,
  })
  .refine(({ askedBy, askerName }) => askedBy === 'PERSON' || askerName !== '', {
    error: 'problem.asker',
    path: ['askerName'],
  })
  .refine(({ askedBy, proof }) => askedBy === 'PERSON' || proof === 'AUTHORITY' || proof === 'none', {
    error: 'problem.proof-authority',
    path: ['proof'],
  })

export type TypedRequest = z.output<typeof asked> & { receivedOn: Day }

/** Reads a request as it was typed; it arrived today or before. */
export function readRequest(body: unknown, now: Date): FormState<TypedRequest> {
  return withDay(readForm(asked, body), 'receivedOn', 'problem.received', now)
}

const proof = z.object({ proof: z.enum(['KNOWN', 'DOCUMENT', 'AUTHORITY'], { error: 'problem.proof' }) })
/** Reads how and when it was seen who asks. */
export const readProof = (body: unknown, now: Date) =>
  withDay(readForm(proof, body), 'provedOn', 'problem.proved-on', now)

const giving = z.object({
  to: text(200, { missing: 'problem.to', long: 'problem.asker-long' }),
  how: z.enum(['HAND', 'POST', 'EMAIL', 'OWN_DOOR'], { error: 'problem.how' }),
})
/** Reads to whom the copy was given, how and when. */
export const readGiving = (body: unknown, now: Date) => withDay(readForm(giving, body), 'on', 'problem.given-on', now)

/** What the person is asked. */
export const readQuestion = (body: unknown) =>
  readForm(z.object({ question: text(500, { missing: 'problem.question', long: 'problem.question-long' }) }), body)

const reason = z.string({ error: 'problem.reason' }).trim().min(10, 'problem.reason').max(500, 'problem.reason-long')
/** Why it takes longer. */
export const readExtension = (body: unknown) => readForm(z.object({ extension: reason }), body)
/** Why it ends. */
export const readWithdrawal = (body: unknown) => readForm(z.object({ withdrawal: reason }), body)
/** What the second check found. */
export const readReturn = (body: unknown) =>
  readForm(z.object({ words: text(500, { missing: 'problem.back', long: 'problem.reason-long' }) }), body)

function withDay<T, Field extends string>(
  form: FormState<T>,
  field: Field,
  message: string,
  now: Date,
): FormState<T & Record<Field, Day>> {
  const day = readDay(form, field)
  if (!day || day > dayAt(now))
    return withProblems({ valid: false, typed: form.typed, problems: form.problems }, { field, message })
  if (!form.valid) return form
  return { ...form, values: { ...form.values, [field]: day } as T & Record<Field, Day> }
}
