import { z } from 'zod'
import { keepableText } from '../read-json.ts'
import { Refusal } from '../refusal.ts'

export interface Problem {
  /** The id of the field: the link of the error summary leads there. */
  field: string
  /** A key of the capability's words; the view says it in the reader's language. */
  message: string
}

/** What was typed, as it was typed: a field that came several times (checkboxes) is a list. */
export type Typed = Record<string, string | string[] | undefined>

/** What the user typed, what is wrong with it, and the values once nothing is. */
export type FormState<T> =
  | { valid: true; typed: Typed; values: T; problems: Problem[] }
  | { valid: false; typed: Typed; problems: Problem[] }

export const blankForm = { valid: false as const, typed: {} as Typed, problems: [] as Problem[] }
/** A form that shows what is kept already. */
export const filledForm = (typed: Typed) => ({ valid: false as const, typed, problems: [] as Problem[] })

// PostgreSQL keeps neither a NUL nor half a character: without them the rest is kept.
const keepable = z.string().transform(keepableText)

/** A posted form, whatever arrived: fields that are no text are left out. */
export const typedBody = z.record(z.string(), z.union([keepable, z.array(keepable)])).catch({})

/** Reads a posted body. Problems come back as values because the user can mend them; their messages are keys of words. */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): FormState<T> {
  const typed = typedBody.parse(body)
  const result = schema.safeParse(typed)
  if (result.success) return { valid: true, typed, values: result.data, problems: [] }
  return { valid: false, typed, problems: problemsOf(result.error) }
}

/**
 * One problem a field: the first says enough.
 *
 * @throws Refusal `request.unreadable` for what none of our pages sends (a field twice, a version that is no number): there
 *   are no words for it beside a field.
 */
export function problemsOf(error: z.ZodError): Problem[] {
  const first = new Map<string, Problem>()
  for (const { path, message } of error.issues) {
    if (message.includes(' ')) throw new Refusal('unreadable', 'request.unreadable')
    const field = path.join('-')
    if (!first.has(field)) first.set(field, { field, message })
  }
  return [...first.values()]
}

/** Adds problems that only the database or a rule across fields could find. */
export function withProblems<T>(form: FormState<T>, ...problems: Problem[]): FormState<T> {
  return { valid: false, typed: form.typed, problems: [...form.problems, ...problems] }
}

/** The text of one field as typed. */
export function typedText(form: { typed: Typed }, field: string): string {
  const value = form.typed[field]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** The texts of a field that may come several times. */
export function typedList(form: { typed: Typed }, field: string): string[] {
  const value = form.typed[field]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** Required text, trimmed. @param words - keys for "nothing typed" and "too long". */
export const text = (max: number, words: { missing: string; long: string }) =>
  z.string({ error: words.missing }).trim().min(1, words.missing).max(max, words.long)

/** Text that may be left out; '' then. */
export const optionalText = (max: number, long: string) => z.string().trim().max(max, long).default('')
