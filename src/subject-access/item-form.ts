import { z } from 'zod'
import { type FormState, optionalText, readForm, type Typed, withProblems } from '../platform/web/form.ts'
import { decisions, type Exemption, exemptions } from './exemptions.ts'
import type { Item } from './queries/items.ts'
import { findMarks, type Mark, redact, type Said, wordsTakenOut } from './redact.ts'

const typedDecision = z
  .object({
    decision: z.enum(decisions, { error: 'problem.decision' }),
    exemption: z.union([z.enum(exemptions), z.literal('')]).catch('' as const),
    words: optionalText(5_000, 'problem.words-long'),
    fields: z.preprocess((typed) => [typed ?? []].flat(), z.array(z.string()).catch([])),
    version: z.coerce.number().int().min(1),
  })
  .refine(({ decision, exemption }) => decision === 'RELEASE' || exemption !== '', {
    error: 'problem.exemption',
    path: ['exemption'],
  })

export interface TypedDecision {
  decision: (typeof decisions)[number]
  exemption: Exemption | null
  marks: Mark[]
  version: number
}

/** Reads a decision as it was typed. Words to take out have to stand in the item, so that a slip of a letter lets nothing through. */
export function readDecision(body: unknown, { fields: said }: Pick<Item, 'fields'>): FormState<TypedDecision> {
  const form = readForm(typedDecision, body)
  if (!form.valid) return form
  const { decision, exemption, words, fields, version } = form.values
  const marks = decision === 'REDACT' ? marksOf(said ?? [], words, fields) : []
  const problem = decision === 'REDACT' ? problemOf(said ?? [], words, marks) : undefined
  if (problem || !marks)
    return withProblems(
      { valid: false, typed: form.typed, problems: [] },
      { field: 'words', message: problem ?? 'problem.words-not-there' },
    )
  return { ...form, values: { decision, exemption: exemption || null, marks, version } }
}

const linesOf = (words: string): string[] =>
  words
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** @returns undefined where a line does not stand in the text. */
function marksOf(said: readonly Said[], words: string, fields: readonly string[]): Mark[] | undefined {
  const whole = said.filter(({ name }) => fields.includes(name)).map(({ name }): Mark => ({ field: name }))
  const stretches = linesOf(words).map((line) => findMarks(said, line))
  return stretches.some((found) => found.length === 0) ? undefined : [...whole, ...stretches.flat()]
}

function problemOf(said: readonly Said[], words: string, marks: readonly Mark[] | undefined): string | undefined {
  if (!marks) return 'problem.words-not-there'
  if (marks.length === 0) return linesOf(words).length === 0 ? 'problem.words' : 'problem.words-not-there'
  const isAllTaken = redact(said, marks).every(({ pieces }) => pieces.every((piece) => piece === null))
  return isAllTaken ? 'problem.all-taken' : undefined
}

/** A kept decision as if it had been typed. */
export function decisionTyped({ decision, exemption, marks, fields, version }: Item): Typed {
  return {
    decision: decision ?? '',
    exemption: exemption ?? '',
    words: wordsTakenOut(fields ?? [], marks).join('\n'),
    fields: marks.filter(({ start }) => start === undefined).map(({ field }) => field),
    version: String(version),
  }
}
