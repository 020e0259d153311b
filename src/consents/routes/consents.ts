import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listAgencies } from '../../agencies/index.ts'
import { getCaseFrame } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { typedDay } from '../../platform/web/day-field.ts'
import { filledForm, type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { kinds } from '../answers.ts'
import { readConsent } from '../consent-form.ts'
import { findSubject, getLatestText, listConsents } from '../queries/consents.ts'
import { recordConsent } from '../record-consent.ts'
import { ConsentsPage } from '../views/consents-page.tsx'
import { NewConsentPage } from '../views/new-consent-page.tsx'
import { textRoutes } from './texts.ts'

interface OfCase {
  Params: { caseId: string }
  Querystring: Record<string, unknown>
}
const query = z.object({ kind: z.enum(kinds).catch('SHARING'), agency: z.uuid().optional().catch(undefined) })

/** What a person agreed to, and how it is written down. */
export async function consentRoutes(app: FastifyInstance): Promise<void> {
  await textRoutes(app)

  app.get<OfCase>(
    '/cases/:caseId/consent',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const { caseId } = request.params
      const shown = await request.read(async (reading) => {
        const frame = await getCaseFrame(reading, caseId)
        reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
        return { frame, subject: (await findSubject(reading, caseId))!, consents: await listConsents(reading, caseId) }
      })
      const isDone = request.query['done'] === 'kept'
      const own = { agencyId: request.actor.agencyId, mayWork: request.actor.may.has('work on cases') }
      return reply.page(ConsentsPage({ page: request.page(), ...shown, ...own, isDone }))
    },
  )

  app.get<OfCase>(
    '/cases/:caseId/consent/new',
    { config: { may: 'work on cases', looks: 'personal' } },
    async (request, reply) => {
      const { kind, agency } = query.parse(request.query)
      const today = typedDay('said', dayAt(app.database.clock.now()))
      return showForm(request, reply, filledForm({ ...today, kind, agencyId: agency }))
    },
  )

  app.post<OfCase>(
    '/cases/:caseId/consent',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = request.params
      const form = readConsent(request.body, app.database.clock.now())
      if (!form.valid) return showForm(request, reply.status(422), form)
      await request.change((change) => recordConsent(change, caseId, form.values))
      const isSeen = await request.read((reading) => findSubject(reading, caseId)) // a no may have ended the writer's own sight
      return reply.redirect(isSeen ? `/cases/${caseId}/consent?done=kept` : '/caseload', 303)
    },
  )
}

async function showForm(
  request: FastifyRequest<OfCase>,
  reply: FastifyReply,
  form: { typed: Typed; problems: Problem[] },
) {
  const { caseId } = request.params
  const kind = kinds.find((each) => each === typedText(form, 'kind')) ?? 'SHARING'
  const { agencyId } = request.actor
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
    const subject = await findSubject(reading, caseId)
    if (!subject) throw new Refusal('not found', 'case.not-found')
    const agencies = (await listAgencies(reading)).filter(({ id }) => subject.mayAsk || id === agencyId)
    return { frame, subject, agencies, text: await getLatestText(reading, kind) }
  })
  return reply.page(NewConsentPage({ page: request.page(), kind, form, ...shown }))
}
