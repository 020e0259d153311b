import { z } from 'zod'
import { type Day, dayAt } from '../platform/calendar-day.ts'
import { instantAt } from '../platform/wall-clock.ts'
import { readDay, readTime } from '../platform/web/day-field.ts'
import {
  type FormState,
  optionalText,
  type Problem,
  readForm,
  text,
  typedList,
  typedText,
  withProblems,
} from '../platform/web/form.ts'
import { declineReasons, ways } from './handover-states.ts'
import type { Meeting } from './hold-meeting.ts'
import type { Proposal } from './propose-handover.ts'

const proposalForm = z.object({
  toAccountId: z.uuid({ error: 'problem.receiver' }),
  how: z.enum(ways, { error: 'problem.how' }),
  place: optionalText(200, 'problem.place-long'),
  why: optionalText(1_000, 'problem.why-long'),
})

/** Reads a proposal as it was typed; the meeting is today or later. */
export function readProposal(body: unknown, today: Day): FormState<Proposal> {
  const form = readForm(proposalForm, body)
  const day = readDay(form, 'day')
  const time = readTime(typedText(form, 'time'))
  const problems = [...form.problems]
  if (!day) problems.push({ field: 'day', message: 'problem.day' })
  else if (day < today) problems.push({ field: 'day', message: 'problem.day-past' })
  if (!time) problems.push({ field: 'time', message: 'problem.time' })
  if (!form.valid || !day || !time || problems.length > 0) return { valid: false, typed: form.typed, problems }
  const { toAccountId, how: meetsHow, place: meetsPlace, why } = form.values
  return { ...form, values: { toAccountId, meetsHow, meetsPlace, why, meetsAt: instantAt(day, time) } }
}

/** Points that a form has room for; more go into the plan. */
export const pointNumbers = [1, 2, 3, 4, 5, 6] as const

/** Of the three who must be there. */
export const threeParts = ['PERSON', 'SENDER', 'RECEIVER'] as const
export type Names = Record<(typeof threeParts)[number], string>

const meetingForm = z.object({
  how: z.enum(ways, { error: 'problem.how' }),
  place: optionalText(200, 'problem.place-long'),
  others: optionalText(300, 'problem.others-long'),
  ownWords: optionalText(2_000, 'problem.own-words-long'),
})

/** Reads a meeting as it was typed; nobody writes down one that is still to come, or one that somebody of the three missed. */
export function readMeeting(body: unknown, now: Date, names: Names): FormState<Meeting> {
  const form = readForm(meetingForm, body)
  const problems = [...form.problems]
  const there = typedList(form, 'there')
  if (!threeParts.every((part) => there.includes(part))) problems.push({ field: 'there', message: 'problem.three' })
  const day = readDay(form, 'day')
  const time = readTime(typedText(form, 'time'))
  const heldAt = day && time ? instantAt(day, time) : undefined
  if (!day) problems.push({ field: 'day', message: 'problem.day' })
  if (!time) problems.push({ field: 'time', message: 'problem.time' })
  if (heldAt && heldAt > now) problems.push({ field: 'day', message: 'problem.day-coming' })
  const points = readPoints(form, dayAt(now), problems)
  if (!form.valid || !heldAt || problems.length > 0) return { valid: false, typed: form.typed, problems }
  const { how: heldHow, place: heldPlace, others, ownWords } = form.values
  const attended: Meeting['attended'] = [
    ...threeParts.map((part) => ({ part, name: names[part] })),
    ...namesOf(others).map((name) => ({ part: 'OTHER' as const, name })),
  ]
  return { ...form, values: { heldAt, heldHow, heldPlace, ownWords, attended, points } }
}

const namesOf = (typed: string) =>
  typed
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter(Boolean)

/** Each row that says something; a row with a day or a person alone is not a point. */
function readPoints(form: FormState<unknown>, today: Day, problems: Problem[]): Meeting['points'] {
  const points: Meeting['points'][number][] = []
  for (const number of pointNumbers) {
    const words = typedText(form, `point${number}`).trim()
    const typedWho = typedText(form, `who${number}`)
    const dueOn = readDay(form, `due${number}`)
    if (words === '' && (typedWho !== '' || dueOn !== null))
      problems.push({ field: `point${number}`, message: 'problem.point' })
    if (words === '') continue
    const who = threeParts.find((part) => part === typedWho)
    if (words.length > 200) problems.push({ field: `point${number}`, message: 'problem.point-long' })
    if (!who) problems.push({ field: `who${number}`, message: 'problem.who' })
    if (dueOn === undefined) problems.push({ field: `due${number}`, message: 'problem.day' })
    else if (dueOn && dueOn < today) problems.push({ field: `due${number}`, message: 'problem.day-past' })
    if (who && dueOn !== undefined) points.push({ words, who, dueOn })
  }
  return points
}

const answerForm = z.object({
  answer: z.enum(['yes', 'no'], { error: 'problem.answer' }).transform((answer) => answer === 'yes'),
  answeredHow: z.enum(['SIGNED', 'SAID'], { error: 'problem.answered-how' }),
  words: optionalText(2_000, 'problem.own-words-long'),
})

/** What the person answered beside a worker; a no says why, in the person's words. */
export function readAnswer(body: unknown) {
  const form = readForm(answerForm, body)
  if (form.valid && !form.values.answer && form.values.words === '')
    return withProblems(form, { field: 'words', message: 'problem.no-words' })
  return form
}

const reasonOf = (field: string) =>
  z.object({ [field]: text(1_000, { missing: 'problem.reason', long: 'problem.why-long' }) })
export const goOnForm = reasonOf('goOnWords')
export const cancelForm = reasonOf('cancelWords')
export const declineForm = z.object({
  declineReason: z.enum(declineReasons, { error: 'problem.decline' }),
  declineWords: optionalText(1_000, 'problem.why-long'),
})
