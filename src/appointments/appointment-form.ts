import { z } from 'zod'
import { addDays, type Day, dayAt } from '../platform/calendar-day.ts'
import { instantsAt, timeAt } from '../platform/wall-clock.ts'
import { pathwayIcons } from '../platform/web/components/index.ts'
import { readDay, readTime, typedDay } from '../platform/web/day-field.ts'
import {
  type FormState,
  optionalText,
  type Problem,
  readForm,
  type Typed,
  text,
  typedText,
} from '../platform/web/form.ts'
import { attendances } from './attendances.ts'
import type { AppointmentFields } from './book-appointment.ts'
import type { Appointment } from './queries/appointments.ts'

const pathwayCodes = Object.keys(pathwayIcons)
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const withPattern = new RegExp(`^(?:|agency:(${uuid})|worker:(${uuid}):(${uuid}))$`)
const mostTimes = 26
const isMinutes = (typed: string) => /^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 1_440
const version = z.coerce.number().int().min(1).default(1)

const fields = z.object({
  title: text(200, { missing: 'problem.title', long: 'problem.title-long' }),
  pathway: z
    .string()
    .default('')
    .refine((code) => code === '' || pathwayCodes.includes(code), 'problem.pathway')
    .transform((code) => code || null),
  lengthInMinutes: z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || isMinutes(typed), 'problem.length')
    .transform((typed) => (typed === '' ? null : Number(typed))),
  place: optionalText(500, 'problem.long'),
  bring: optionalText(500, 'problem.long'),
  withName: optionalText(200, 'problem.title-long'),
  with: z
    .string()
    .default('')
    .refine((typed) => withPattern.test(typed), 'problem.with')
    .transform((typed) => {
      const [, agencyId, workersAgencyId, accountId] = withPattern.exec(typed) ?? []
      return { withAgencyId: agencyId ?? workersAgencyId ?? null, withAccountId: accountId ?? null }
    }),
  whichTime: z.string().default(''),
  repeat: z.enum(['', '7', '14', '28'], { error: 'problem.repeat' }).default(''),
  times: z.string().trim().default(''),
  version,
})

/** `again`: when the others of a series begin. */
export type TypedAppointment = AppointmentFields & { version: number; again: Date[] }

/** Reads an appointment as it was typed. */
export function readAppointment(body: unknown): FormState<TypedAppointment> {
  const form = readForm(fields, body)
  const day = readDay(form, 'day')
  const time = readTime(typedText(form, 'time'))
  const problems = [...form.problems]
  if (!day) problems.push({ field: 'day', message: 'problem.day' })
  if (!time) problems.push({ field: 'time', message: 'problem.time' })
  if (!form.valid || !day || !time) return notYet(form, ...problems)

  const { with: whom, whichTime, repeat, times, ...rest } = form.values
  const startsAt = onTheWall(day, time, whichTime)
  if (!(startsAt instanceof Date)) return notYet(form, startsAt)
  const again = seriesOf(day, time, whichTime, repeat === '' ? 0 : Number(repeat), times)
  if ('field' in again) return notYet(form, again)
  const withName = whom.withAccountId ? '' : rest.withName
  return { ...form, values: { ...rest, ...whom, withName, startsAt, again } }
}

const notYet = ({ typed }: { typed: Typed }, ...problems: Problem[]) => ({ valid: false as const, typed, problems })

/** Twice a year a time on the wall does not exist, or is there twice: then it is asked which. */
function onTheWall(day: Day, time: string, whichTime: string): Date | Problem {
  const [first, second] = instantsAt(day, time)
  if (!first) return { field: 'time', message: 'problem.time-skipped' }
  if (!second) return first
  if (whichTime !== 'first' && whichTime !== 'second') return { field: 'whichTime', message: 'problem.time-twice' }
  return whichTime === 'first' ? first : second
}

/** The same time on the wall, every so many days; the first is not among them. */
function seriesOf(day: Day, time: string, whichTime: string, everyDays: number, times: string): Date[] | Problem {
  if (everyDays === 0) return []
  const count = /^\d{1,2}$/.test(times) ? Number(times) : 0
  if (count < 2 || count > mostTimes) return { field: 'times', message: 'problem.times' }
  const found: Date[] = []
  for (let index = 1; index < count; index += 1) {
    const at = onTheWall(addDays(day, index * everyDays), time, whichTime || 'first')
    if (!(at instanceof Date)) return { field: 'time', message: 'problem.series-skipped' }
    found.push(at)
  }
  return found
}

/** Whom an appointment is with, as the list of choices writes it. */
export function withValue({
  withAgencyId,
  withAccountId,
}: Pick<Appointment, 'withAgencyId' | 'withAccountId'>): string {
  if (withAccountId) return `worker:${withAgencyId}:${withAccountId}`
  return withAgencyId ? `agency:${withAgencyId}` : ''
}

/** A kept appointment as if it had been typed. */
export function typedAppointment(appointment: Appointment): Typed {
  const { title, pathway, startsAt, lengthInMinutes, place, bring, withAccountId, withName } = appointment
  return {
    ...{ title, place, bring, pathway: pathway ?? '', version: String(appointment.version) },
    ...typedDay('day', dayAt(startsAt)),
    time: timeAt(startsAt),
    whichTime: whichOfTwo(startsAt),
    lengthInMinutes: lengthInMinutes === null ? '' : String(lengthInMinutes),
    with: withValue(appointment),
    withName: withAccountId ? '' : withName,
  }
}

function whichOfTwo(startsAt: Date): string {
  const [first, second] = instantsAt(dayAt(startsAt), timeAt(startsAt))
  if (!first || !second) return ''
  return first.getTime() === startsAt.getTime() ? 'first' : 'second'
}

export const attendanceForm = z.object({
  attendance: z.enum(attendances, { error: 'problem.attendance' }),
  reason: optionalText(500, 'problem.long'),
  version,
})
export const callOffForm = z.object({
  offReason: text(500, { missing: 'problem.off-reason', long: 'problem.long' }),
  withRest: z.string().default(''),
  version,
})
