import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { blankForm, type FormState, readForm, text, withProblems } from '../../platform/web/form.ts'
import { readRecord, sayCannotCome } from '../queries/person.ts'
import { CannotComePage } from '../views/cannot-come-page.tsx'
import { doorOf, pageOf } from './door.ts'

type OfAppointment = { Params: { ownAppointmentId: string } }
const forPerson = { config: { may: 'anyone' } } as const // the functions ask for the session and write the audit
const cannotForm = z.object({ words: text(2000, { missing: 'cannot.words-missing', long: 'say.words-long' }) })

/** "I cannot come": the person says so of one of their appointments, and their worker is told. */
export async function cannotComeRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app
  const { tokenOf, answer } = doorOf(app)

  const show = async (request: FastifyRequest<OfAppointment>, reply: FastifyReply, form: FormState<unknown>) => {
    const record = await readRecord(database, tokenOf(request), request.id)
    const appointment = record?.appointments.find(({ id }) => id === request.params.ownAppointmentId)
    if (!appointment && form.problems.length === 0) return reply.redirect('/me', 303)
    return answer(reply).page(CannotComePage({ page: pageOf(request), appointment, path: request.url, form }))
  }

  app.get<OfAppointment>('/me/appointments/:ownAppointmentId', forPerson, (request, reply) =>
    show(request, reply, blankForm),
  )

  app.post<OfAppointment>('/me/appointments/:ownAppointmentId', forPerson, async (request, reply) => {
    const { ownAppointmentId: appointmentId } = request.params
    if (!z.uuid().safeParse(appointmentId).success) return reply.redirect('/me', 303)
    const form = readForm(cannotForm, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const said = { appointmentId, words: form.values.words }
    const isKept = await sayCannotCome(database, tokenOf(request), said, request.id)
    if (!isKept) return show(request, reply.status(403), withProblems(form, { field: 'words', message: 'say.over' }))
    return reply.redirect('/me?done=said', 303)
  })
}
