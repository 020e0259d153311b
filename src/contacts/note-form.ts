import { z } from 'zod'
import { dayAt } from '../platform/calendar-day.ts'
import { instantAt, timeAt } from '../platform/wall-clock.ts'
import { readDay, readTime, typedDay } from '../platform/web/day-field.ts'
import { type FormState, optionalText, readForm, type Typed, typedText, withProblems } from '../platform/web/form.ts'
import { noteKinds, noteParts } from './note-kinds.ts'
import type { Note } from './queries/notes.ts'

const lettersOfCode = 60
const fields = z.object({
  kind: z.enum(noteKinds, { error: 'problem.kind' }),
  part: z.enum(noteParts, { error: 'problem.part' }).default('notes'),
  pathway: z.string().max(lettersOfCode, 'problem.pathway').default(''),
  body: optionalText(10_000, 'problem.body-long'),
  ownWords: optionalText(4_000, 'problem.own-words-long'),
  lengthInMinutes: z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || isMinutes(typed), 'problem.length')
    .transform((typed) => (typed === '' ? null : Number(typed))),
  isAboutVictim: z.preprocess((typed) => typed === 'yes', z.boolean()),
  version: z.coerce.number().int().min(1).default(1),
})
const isMinutes = (typed: string) => /^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 1_440

export type TypedNote = z.output<typeof fields> & { happenedAt: Date }

/**
 * Reads a note as it was typed. A day and time that were left out are now; the quick form has neither.
 *
 * @param pathways - codes that may be chosen.
 */
export function readNote(body: unknown, now: Date, pathways: readonly string[]): FormState<TypedNote> {
  const form = readForm(fields, body)
  const problems = [...form.problems]
  const isEmpty = typedText(form, 'body').trim() === '' && typedText(form, 'ownWords').trim() === ''
  if (isEmpty) problems.push({ field: 'body', message: 'problem.body' })
  const pathway = typedText(form, 'pathway')
  if (pathway && !pathways.includes(pathway)) problems.push({ field: 'pathway', message: 'problem.pathway' })

  const day = readDay(form, 'happenedOn')
  const typedTime = typedText(form, 'happenedTime').trim()
  const time = typedTime === '' ? timeAt(now) : readTime(typedTime)
  if (day === undefined) problems.push({ field: 'happenedOn', message: 'problem.day' })
  if (time === undefined) problems.push({ field: 'happenedTime', message: 'problem.time' })
  const isNow = day === null && typedTime === ''
  const happenedAt = isNow || day === undefined || !time ? now : instantAt(day ?? dayAt(now), time)
  if (happenedAt > now) problems.push({ field: 'happenedOn', message: 'problem.day-ahead' })

  if (form.valid && problems.length === 0) return { ...form, values: { ...form.values, happenedAt } }
  return withProblems({ valid: false, typed: form.typed, problems: [] }, ...problems)
}

/** A blank note: it happened just now. */
export const typedNow = (now: Date): Typed => ({ ...typedDay('happenedOn', dayAt(now)), happenedTime: timeAt(now) })

/** A kept note as if it had been typed. */
export function typedNote(note: Note): Typed {
  return {
    kind: note.kind,
    part: note.part,
    pathway: note.pathway ?? '',
    body: note.body,
    ownWords: note.ownWords,
    lengthInMinutes: note.lengthInMinutes === null ? '' : String(note.lengthInMinutes),
    ...typedDay('happenedOn', dayAt(note.happenedAt)),
    happenedTime: timeAt(note.happenedAt),
    version: String(note.version),
  }
}

export const withdrawal = z.object({
  reason: z.string({ error: 'problem.reason' }).trim().min(1, 'problem.reason').max(500, 'problem.reason-long'),
  version: z.coerce.number().int().min(1).default(1),
})
