import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { mayWrite } from '../cases/index.ts'
import type { Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, filledForm, readForm, typedText, withProblems } from '../platform/web/form.ts'
import {
  attendanceForm,
  callOffForm,
  readAppointment,
  type TypedAppointment,
  typedAppointment,
} from './appointment-form.ts'
import { bookAppointment } from './book-appointment.ts'
import { cancelAppointment, changeAppointment, recordAttendance } from './change-appointment.ts'
import { listComing, listPast } from './queries/appointments.ts'
import type { Clash } from './queries/clashes.ts'
import { readClashes } from './read-clashes.ts'
import { openChoices, openFrame } from './read-frame.ts'
import { answerTo, conflictPage, type OfAppointment, readOne, refusalOf } from './show-one.ts'
import { AppointmentPage, NewAppointmentPage } from './views/appointment-pages.tsx'
import { AppointmentsPage } from './views/appointments-page.tsx'

const rowsOfPage = 20
const mostClashes = 6
const query = z.object({ before: z.uuid().optional().catch(undefined) })
const seen = { config: { may: 'see cases', looks: 'personal' } } as const
const works = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const

/** The pages of appointments. */
export async function appointmentRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/appointments', seen, async (request, reply) => {
    const page = request.page()
    const { caseId } = request.params
    const { before } = query.parse(request.query)
    const shown = await request.read(async (reading) => {
      const { frame } = await openFrame(reading, caseId, page.locale)
      const coming = await listComing(reading, caseId)
      return { frame, coming, past: await listPast(reading, caseId, { before, limit: rowsOfPage + 1 }) }
    })
    const past = shown.past.slice(0, rowsOfPage)
    const older = shown.past.length > rowsOfPage ? past.at(-1)!.id : undefined
    return reply.page(AppointmentsPage({ page, ...shown, past, older }))
  })

  app.get<OfCase>('/cases/:caseId/appointments/new', works, async (request, reply) => {
    return reply.page(NewAppointmentPage({ ...(await readChoices(request, request.params.caseId)), form: blankForm }))
  })

  app.post<OfCase>('/cases/:caseId/appointments', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readAppointment(request.body)
    if (!form.valid)
      return reply.status(422).page(NewAppointmentPage({ ...(await readChoices(request, caseId)), form }))
    const clashes = typedText(form, 'isSure') ? [] : await request.read((r) => clashesOf(r, caseId, form.values))
    if (clashes.length > 0) {
      const shown = { ...(await readChoices(request, caseId)), form, clashes }
      return reply.status(422).page(NewAppointmentPage(shown))
    }
    const { version: _, again, ...fields } = form.values
    const refused = await refusalOf(() => request.change((change) => bookAppointment(change, caseId, fields, again)))
    if (refused) {
      const shown = { ...(await readChoices(request, caseId)), form: withProblems(form, refused) }
      return reply.status(409).page(NewAppointmentPage(shown))
    }
    return reply.redirect(`/cases/${caseId}/appointments`, 303)
  })

  app.get<OfAppointment>('/appointments/:appointmentId', seen, async (request, reply) => {
    const shown = await readOne(request)
    return reply.page(AppointmentPage({ ...shown, form: filledForm(typedAppointment(shown.appointment)) }))
  })

  app.post<OfAppointment>('/appointments/:appointmentId', changes, async (request, reply) => {
    const { appointmentId: id } = request.params
    const form = readAppointment(request.body)
    if (!form.valid || typedText(form, 'keep-editing')) {
      return reply.status(422).page(AppointmentPage({ ...(await readOne(request)), form }))
    }
    if (!typedText(form, 'isSure')) {
      const shown = await readOne(request)
      const { caseId } = shown.appointment
      const clashes = await request.read((r) => clashesOf(r, caseId, { ...form.values, again: [] }, id))
      if (clashes.length > 0) return reply.status(422).page(AppointmentPage({ ...shown, form, clashes }))
    }
    const { version, again: _, ...fields } = form.values
    const refused = await refusalOf(() => request.change((change) => changeAppointment(change, id, version, fields)))
    if (refused) return reply.status(409).page(await conflictPage(request, form.values, form.typed))
    return reply.redirect(`/appointments/${id}`, 303)
  })

  app.post<OfAppointment>('/appointments/:appointmentId/cancellation', changes, async (request, reply) => {
    const { appointmentId: id } = request.params
    const form = readForm(callOffForm, request.body)
    if (!form.valid) return answerTo(request, reply, form)
    const { version, offReason: reason, withRest } = form.values
    const why = { reason, withRest: withRest === 'yes' }
    const refused = await refusalOf(() => request.change((change) => cancelAppointment(change, id, version, why)))
    if (refused) return answerTo(request, reply, withProblems(form, { field: 'title', message: 'problem.changed' }))
    return reply.redirect(`/appointments/${id}`, 303)
  })

  app.post<OfAppointment>('/appointments/:appointmentId/attendance', changes, async (request, reply) => {
    const { appointmentId: id } = request.params
    const form = readForm(attendanceForm, request.body)
    if (!form.valid) return answerTo(request, reply, form)
    const { version, ...went } = form.values
    const refused = await refusalOf(() => request.change((change) => recordAttendance(change, id, version, went)))
    if (refused) return answerTo(request, reply, withProblems(form, refused))
    return reply.redirect(`/appointments/${id}`, 303)
  })
}

function readChoices(request: FastifyRequest, caseId: string) {
  const page = request.page()
  return request.read(async (reading) => {
    const choices = await openChoices(reading, caseId, page.locale)
    if (!mayWrite(choices.frame, 'plan')) throw new Refusal('not allowed', 'appointment.plan-closed')
    return { page, ...choices }
  })
}

/** Of one appointment, or of each of a series: as many as can be read. */
async function clashesOf(
  reading: Reading,
  caseId: string,
  tried: TypedAppointment,
  exceptId?: string,
): Promise<Clash[]> {
  const found: Clash[] = []
  for (const startsAt of [tried.startsAt, ...tried.again]) {
    if (found.length < mostClashes)
      found.push(...(await readClashes(reading, { ...tried, caseId, startsAt, exceptId })))
  }
  return found
}

interface OfCase {
  Params: { caseId: string }
}
