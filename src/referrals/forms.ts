import { z } from 'zod'
import type { Day } from '../platform/calendar-day.ts'
import { readDay } from '../platform/web/day-field.ts'
import { optionalText, type Typed, text } from '../platform/web/form.ts'
import { declineReasons, endReasons, type OutcomeResult, outcomeResults, withdrawReasons } from './reasons.ts'

interface Issue {
  code: 'custom'
  path: PropertyKey[]
  message: string
  [more: string]: unknown
}

/** The day of three boxes, null for none; a problem at the field when it is no day of the calendar. */
function dayOf(typed: unknown, field: string, check: { addIssue(issue: Issue): void }): Day | null {
  const day = readDay({ typed: typed as Typed }, field)
  if (day === undefined) check.addIssue({ code: 'custom', path: [field], message: 'problem.day' })
  return day ?? null
}
const problem = (field: string, message: string): Issue => ({ code: 'custom', path: [field], message })

const mostOutcomes = 6
const long = (max: number) => optionalText(max, 'problem.long')

/** A referral as it is typed. Loose: the boxes of the day are read out of what is left over. */
export const referForm = z
  .looseObject({
    serviceId: z.uuid('problem.service'),
    why: text(2000, { missing: 'problem.why', long: 'problem.long' }),
    outcomes: long(1000),
  })
  .transform((typed, check) => {
    const neededByOn = dayOf(typed, 'neededByOn', check)
    const desiredOutcomes = typed.outcomes.split(/\r?\n/).map((line) => line.trim()).filter(Boolean) // biome-ignore format: one thing
    if (desiredOutcomes.length > mostOutcomes) check.addIssue(problem('outcomes', 'problem.outcomes'))
    return { serviceId: typed.serviceId, why: typed.why, desiredOutcomes, neededByOn }
  })
export type ReferTyped = z.infer<typeof referForm>

const answers = z.looseObject({
  answer: z.enum(['yes', 'no', 'ask'], { error: 'problem.answer' }),
  workerName: long(120),
  reason: z.enum(['', ...declineReasons]).default(''),
  words: long(1000),
  question: long(1000),
})

/** Yes, no or a question: each with what belongs to it. */
export const answerForm = answers.transform((typed, check) => {
  const startsOn = typed.answer === 'yes' ? dayOf(typed, 'startsOn', check) : null
  if (typed.answer === 'yes' && typed.workerName === '') check.addIssue(problem('workerName', 'problem.worker'))
  if (typed.answer === 'no' && typed.reason === '') check.addIssue(problem('reason', 'problem.reason'))
  if (typed.answer === 'no' && typed.reason === 'OTHER' && typed.words === '') {
    check.addIssue(problem('words', 'problem.reason-words'))
  }
  if (typed.answer === 'ask' && typed.question === '') check.addIssue(problem('question', 'problem.question'))
  const { answer, workerName, reason, words, question } = typed
  return { answer, workerName, reason: reason || ('OTHER' as const), words, question, startsOn }
})

/** The same by a signed link: whoever answers gives their name, and cannot ask back. */
export const linkAnswerForm = z
  .looseObject({
    answer: z.enum(['yes', 'no'], { error: 'problem.answer' }),
    name: text(120, { missing: 'problem.your-name', long: 'problem.long' }),
    reason: z.enum(['', ...declineReasons]).default(''),
    words: long(1000),
  })
  .transform((typed, check) => {
    const { name, words } = typed
    if (typed.answer === 'yes') return { answer: 'yes' as const, name, startsOn: dayOf(typed, 'startsOn', check) }
    if (typed.reason === '') check.addIssue(problem('reason', 'problem.reason'))
    if (typed.reason === 'OTHER' && words === '') check.addIssue(problem('words', 'problem.reason-words'))
    return { answer: 'no' as const, name, words, reason: typed.reason || ('OTHER' as const) }
  })

export const replyForm = z.object({ reply: text(1000, { missing: 'problem.reply', long: 'problem.long' }) })

export const withdrawForm = z.object({
  reason: z.enum(withdrawReasons, { error: 'problem.reason' }),
  words: long(1000),
})

/** How a service ended. The nth thing that it was to lead to is `result-n`; `also` and `also-result` add one. */
export const endForm = (desired: readonly string[]) =>
  z
    .looseObject({
      kind: z.enum(['COMPLETED', 'ENDED_EARLY'], { error: 'problem.kind' }),
      reason: z.enum(['', ...endReasons]).default(''),
      words: long(1000),
      personsView: long(1000),
      also: long(300),
      'also-result': z.enum(['', ...outcomeResults]).default(''),
    })
    .transform((typed, check) => {
      const { kind, reason, words, personsView, also } = typed
      const outcomes: { words: string; result: OutcomeResult }[] = []
      for (const [index, wanted] of desired.entries()) {
        const result = z.enum(outcomeResults).safeParse(typed[`result-${index}`])
        if (result.success) outcomes.push({ words: wanted, result: result.data })
        else if (kind === 'COMPLETED') check.addIssue(problem(`result-${index}`, 'problem.result'))
      }
      if (also && typed['also-result']) outcomes.push({ words: also, result: typed['also-result'] })
      if (also && !typed['also-result']) check.addIssue(problem('also-result', 'problem.result'))
      if (kind === 'COMPLETED' && desired.length === 0 && !also) check.addIssue(problem('also', 'problem.also'))
      if (kind === 'ENDED_EARLY' && reason === '') check.addIssue(problem('reason', 'problem.reason'))
      return {
        kind,
        reason: kind === 'ENDED_EARLY' ? reason || null : null,
        words,
        personsView: personsView || null,
        outcomes,
      }
    })

export const seenVersion = z.object({ version: z.coerce.number().int().min(1).catch(0) })
