import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../../cases/index.ts'
import { blankForm, type FormState, optionalText, readForm } from '../../platform/web/form.ts'
import { outcomes } from '../outcomes.ts'
import { listExpectedDays, listFirstContacts, listMissed, measureFirstDays } from '../queries/first-days.ts'
import { expectContact, recordContact } from '../record-contact.ts'
import { FirstDaysPage } from '../views/first-days-page.tsx'
import { MissedPage } from '../views/missed-page.tsx'

const contactForm = z.object({
  dayNumber: z.coerce.number().int().min(1, 'problem.day').max(14, 'problem.day'),
  outcome: z.enum(outcomes, { error: 'problem.outcome' }),
  note: optionalText(500, 'problem.note'),
})
const expectedForm = z.object({
  days: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .transform((all) => all.map(Number).filter((day) => Number.isInteger(day) && day >= 1 && day <= 14)),
})

/** The first fourteen days after release: one person's, and who was missed. */
export async function firstDayRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/first-days', { config: { may: 'see cases', looks: 'personal' } }, (request, reply) =>
    show(request, reply, blankForm),
  )

  app.post<OfCase>(
    '/cases/:caseId/first-days',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const form = readForm(contactForm, request.body)
      if (!form.valid) return show(request, reply.status(422), form)
      await request.change((change) => recordContact(change, request.params.caseId, form.values))
      return reply.redirect(`/cases/${request.params.caseId}/first-days`, 303)
    },
  )

  app.get('/first-contacts', { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const missed = await listMissed(reading)
      const [personIds, caseIds] = [missed.map(({ personId }) => personId), missed.map(({ caseId }) => caseId)]
      reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['identity', 'plan'] })
      return { missed, shares: await measureFirstDays(reading), expected: await listExpectedDays(reading) }
    })
    return reply.page(MissedPage({ page: request.page(), ...shown }))
  })

  app.post(
    '/travel-times/contact-days',
    { config: { may: 'coordinate the partnership', looks: 'none' } },
    async (request, reply) => {
      const form = readForm(expectedForm, request.body)
      await request.change((change) => expectContact(change, form.valid ? form.values.days : []))
      return reply.redirect('/travel-times', 303)
    },
  )
}

async function show(request: FastifyRequest<OfCase>, reply: FastifyReply, form: FormState<unknown>) {
  const { caseId } = request.params
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    reading.look({
      action: 'consult',
      personIds: [frame.personId],
      caseIds: [caseId],
      fieldGroups: ['identity', 'plan'],
    })
    const contacts = frame.releaseOn ? await listFirstContacts(reading, caseId, frame.releaseOn) : []
    return { frame, contacts, expected: await listExpectedDays(reading) }
  })
  return reply.page(FirstDaysPage({ page: request.page(), ...shown, form }))
}

interface OfCase {
  Params: { caseId: string }
}
