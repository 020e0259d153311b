import { z } from 'zod'
import type { Day } from '../platform/calendar-day.ts'
import { readDay, typedDay } from '../platform/web/day-field.ts'
import { type FormState, optionalText, readForm, type Typed, text } from '../platform/web/form.ts'
import type { ActionFields } from './queries/actions.ts'
import type { Meeting, MeetingFields } from './queries/meetings.ts'

const meeting = z.object({
  place: optionalText(120, 'too-long'),
  agenda: text(4000, { missing: 'meeting.agenda-missing', long: 'too-long' }),
  attended: optionalText(2000, 'too-long'),
  minutes: optionalText(10_000, 'too-long'),
  decisions: optionalText(4000, 'too-long'),
})
const action = z.object({
  words: text(500, { missing: 'action.words-missing', long: 'too-long' }),
  ownerId: z.uuid('action.owner-missing'),
  meetingId: z
    .union([z.literal(''), z.uuid()])
    .catch('')
    .default('')
    .transform((id) => id || null),
})

/** What was typed of a meeting. */
export const readMeeting = (body: unknown): FormState<MeetingFields> => withDay(readForm(meeting, body), 'heldOn')

/** What was typed of an action. */
export const readAction = (body: unknown): FormState<ActionFields> => withDay(readForm(action, body), 'dueOn')

/** A meeting as if it had been typed. */
export function typedMeeting(of: Meeting): Typed {
  const { place, agenda, attended, minutes, decisions, version } = of
  return { place, agenda, attended, minutes, decisions, version: String(version), ...typedDay('heldOn', of.heldOn) }
}

function withDay<T, Field extends string>(form: FormState<T>, field: Field): FormState<T & Record<Field, Day>> {
  const day = readDay(form, field)
  if (form.valid && day) return { ...form, values: { ...form.values, [field]: day } as T & Record<Field, Day> }
  const problems = day ? form.problems : [...form.problems, { field, message: 'day-wrong' }]
  return { valid: false, typed: form.typed, problems }
}
