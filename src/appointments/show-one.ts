import type { FastifyReply, FastifyRequest } from 'fastify'
import { ConflictPage, findLastChange } from '../cases/index.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Problem, Typed } from '../platform/web/form.ts'
import { listRemindersOf } from '../reminders/index.ts'
import { type TypedAppointment, typedAppointment } from './appointment-form.ts'
import { getAppointment } from './queries/appointments.ts'
import { openChoices } from './read-frame.ts'
import { AppointmentPage } from './views/appointment-pages.tsx'
import { conflictRows } from './views/conflict-rows.ts'

export interface OfAppointment {
  Params: { appointmentId: string }
}

export function readOne(request: FastifyRequest<OfAppointment>) {
  const page = request.page()
  return request.read(async (reading) => {
    const appointment = await getAppointment(reading, request.params.appointmentId)
    const reminders = await listRemindersOf(reading, appointment.id)
    return { page, appointment, reminders, ...(await openChoices(reading, appointment.caseId, page.locale)) }
  })
}

/** The appointment as it is kept, with what was typed about it and what is wrong with that. */
export async function answerTo(
  request: FastifyRequest<OfAppointment>,
  reply: FastifyReply,
  { typed, problems }: { typed: Typed; problems: Problem[] },
): Promise<FastifyReply> {
  const shown = await readOne(request)
  const kept = typedAppointment(shown.appointment)
  return reply.status(422).page(AppointmentPage({ ...shown, form: { typed: { ...typed, ...kept }, problems } }))
}

const problemsOfRefusal: Record<string, Problem> = {
  'appointment.changed-meanwhile': { field: 'attendance', message: 'problem.changed' },
  'appointment.cancelled': { field: 'attendance', message: 'problem.changed' },
  'appointment.person-died': { field: 'title', message: 'problem.died' },
  'appointment.not-begun': { field: 'attendance', message: 'problem.not-begun' },
  'appointment.reason-missing': { field: 'reason', message: 'problem.reason' },
}

/** What the form can answer itself; any other refusal has its own page. */
export async function refusalOf(work: () => Promise<unknown>): Promise<Problem | undefined> {
  try {
    await work()
  } catch (error) {
    const problem = error instanceof Refusal ? problemsOfRefusal[error.code] : undefined
    if (!problem) throw error
    return problem
  }
  return undefined
}

export async function conflictPage(request: FastifyRequest<OfAppointment>, mine: TypedAppointment, typed: Typed) {
  const { page, appointment, frame, reminders: _, ...choices } = await readOne(request)
  const about = { caseId: appointment.caseId, subjectId: appointment.id }
  const last = await request.server.database.read(request.actor, (reading) => findLastChange(reading, about))
  const rows = conflictRows(page.locale, appointment, mine, choices)
  const address = `/appointments/${appointment.id}`
  const { version } = appointment
  return ConflictPage({
    page,
    frame,
    last,
    current: 'appointments',
    rows,
    action: address,
    back: address,
    version,
    typed,
  })
}
