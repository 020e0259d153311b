import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readSought } from '../../people/index.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { optionalText, readForm, withProblems } from '../../platform/web/form.ts'
import { closeOwnRecord, reopenOwnRecord } from '../keep-mentor.ts'
import { showMentor } from './mentors.ts'
import { type OfMentor, runs } from './show.ts'

const record = z.object({
  number: optionalText(40, 'problem.record'),
  givenName: optionalText(100, 'problem.record'),
  familyName: optionalText(100, 'problem.record'),
})

/** The record that a mentor may have: closed to them and their colleagues, and opened again where it was somebody else's. */
export async function ownRecordRoutes(app: FastifyInstance): Promise<void> {
  app.post<OfMentor>('/mentors/:mentorId/own-record', runs, async (request, reply) => {
    const { mentorId } = request.params
    const form = readForm(record, request.body)
    const bornOn = readDay(form, 'born')
    const isKnown = form.valid && (form.values.number || (form.values.givenName && form.values.familyName && bornOn))
    if (!form.valid || !isKnown)
      return showMentor(request, reply.status(422), mentorId, withProblems(form, { field: 'number', message: 'problem.record' })) // biome-ignore format: one line
    const { number, ...names } = form.values
    const numbers = number ? readSought(number, app.database.clock.now().getUTCFullYear()).numbers : []
    await request.change((change) => closeOwnRecord(change, mentorId, { ...names, numbers, bornOn: bornOn ?? null }))
    return reply.redirect(`/mentors/${mentorId}?done=saved`, 303)
  })

  app.post<OfMentor>('/mentors/:mentorId/own-record/reopening', runs, async (request, reply) => {
    const { mentorId } = request.params
    await request.change((change) => reopenOwnRecord(change, mentorId))
    return reply.redirect(`/mentors/${mentorId}?done=saved`, 303)
  })
}
