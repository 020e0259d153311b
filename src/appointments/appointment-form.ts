import { z } from 'zod'
import { dayAt } from '../platform/calendar-day.ts'
import { instantAt, timeAt } from '../platform/wall-clock.ts'
import { pathwayIcons } from '../platform/web/components/index.ts'
import { readDay, readTime, typedDay } from '../platform/web/day-field.ts'
import {
  type FormState,
  optionalText,
  readForm,
  type Typed,
  text,
  typedText,
  withProblems,
} from '../platform/web/form.ts'
import { attendances } from './attendances.ts'
import type { AppointmentFields } from './book-appointment.ts'
import type { Appointment } from './queries/appointments.ts'

const pathwayCodes = Object.keys(pathwayIcons)
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const withPattern = new RegExp(`^(?:|agency:(${uuid})|worker:(${uuid}):(${uuid}))$`)
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
  version,
})

export type TypedAppointment = AppointmentFields & { version: number }

/** Reads an appointment as it was typed. */
export function readAppointment(body: unknown): FormState<TypedAppointment> {
  const form = readForm(fields, body)
  const day = readDay(form, 'day')
  const time = readTime(typedText(form, 'time'))
  const problems = [...form.problems]
  if (!day) problems.push({ field: 'day', message: 'problem.day' })
  if (!time) problems.push({ field: 'time', message: 'problem.time' })
  if (!form.valid || !day || !time) return withProblems({ valid: false, typed: form.typed, problems: [] }, ...problems)

  const { with: whom, ...rest } = form.values
  const withName = whom.withAccountId ? '' : rest.withName
  return { ...form, values: { ...rest, ...whom, withName, startsAt: instantAt(day, time) } }
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
    lengthInMinutes: lengthInMinutes === null ? '' : String(lengthInMinutes),
    with: withValue(appointment),
    withName: withAccountId ? '' : withName,
  }
}

export const attendanceForm = z.object({
  attendance: z.enum(attendances, { error: 'problem.attendance' }),
  reason: optionalText(500, 'problem.long'),
  version,
})
export const versionOnly = z.object({ version })
