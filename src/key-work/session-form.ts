import { z } from 'zod'
import { addDays, type Day, dayAt } from '../platform/calendar-day.ts'
import { readDay, typedDay } from '../platform/web/day-field.ts'
import { type FormState, optionalText, readForm, type Typed, typedText, withProblems } from '../platform/web/form.ts'
import type { NewSession } from './record-session.ts'
import { cancelledReasons, isNotHeld, missedReasons, sessionKinds, tags } from './session-kinds.ts'

const oldestInDays = 60
const furthestInDays = 366
const isMinutes = (typed: string) => /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 480
const fields = z.object({
  kind: z.enum(sessionKinds, { error: 'problem.kind' }),
  missedReason: z.enum(missedReasons, { error: 'problem.reason' }).catch('NO_REASON'),
  cancelledReason: z.enum(cancelledReasons, { error: 'problem.reason' }).optional().catch(undefined),
  tags: z.preprocess(
    (typed) => [typed ?? []].flat(),
    z.array(z.string()).transform((list) => tags.filter((tag) => list.includes(tag))),
  ),
  body: optionalText(10_000, 'problem.body-long'),
  ownWords: optionalText(4_000, 'problem.own-words-long'),
  minutes: z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || isMinutes(typed), 'problem.minutes')
    .transform((typed) => (typed === '' ? undefined : Number(typed))),
})

/**
 * Reads what was typed about a session. A day that was left out is the day it was written.
 *
 * @param writtenAt - now, or when it was written on the wing.
 */
export function readSession(body: unknown, writtenAt: Date): FormState<Omit<NewSession, 'id'>> {
  const form = readForm(fields, body)
  const problems = [...form.problems]
  const today = dayAt(writtenAt)
  const happenedOn = readDay(form, 'happenedOn')
  const nextOn = readDay(form, 'nextOn')
  if (happenedOn === undefined) problems.push({ field: 'happenedOn', message: 'problem.day' })
  else if (happenedOn && (happenedOn > today || happenedOn < addDays(today, -oldestInDays)))
    problems.push({ field: 'happenedOn', message: 'problem.day-range' })
  const last = addDays(today, furthestInDays)
  if (nextOn === undefined || (nextOn && (nextOn < (happenedOn || today) || nextOn > last)))
    problems.push({ field: 'nextOn', message: 'problem.next' })
  const kind = form.valid ? form.values.kind : undefined
  const isSilent = typedText(form, 'body').trim() === '' && typedText(form, 'ownWords').trim() === ''
  if (kind && !isNotHeld(kind) && isSilent) problems.push({ field: 'body', message: 'problem.body' })
  if (kind === 'CANCELLED' && form.valid && !form.values.cancelledReason)
    problems.push({ field: 'cancelledReason', message: 'problem.reason' })
  if (!form.valid || problems.length > 0)
    return withProblems({ valid: false, typed: form.typed, problems: [] }, ...problems)

  const { missedReason, cancelledReason, minutes, ...said } = form.values
  const reason = { MISSED: missedReason, CANCELLED: cancelledReason, SESSION: undefined, TALK: undefined }[said.kind]
  const lengthInMinutes = isNotHeld(said.kind) ? undefined : minutes
  const days = { happenedOn: happenedOn ?? today, nextOn: nextOn ?? undefined }
  return { ...form, values: { ...said, ...days, reason, lengthInMinutes, writtenAt } }
}

/** What the page has filled in before anybody types: a session of the usual length, the next one an interval from now. */
export function usualSession(today: Day, schedule?: { everyDays: number; lengthInMinutes: number }): Typed {
  const usual = { kind: 'SESSION', minutes: String(schedule?.lengthInMinutes ?? '') }
  return { ...usual, ...typedDay('nextOn', schedule ? addDays(today, schedule.everyDays) : null) }
}
