import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame, sees as seesPart } from '../../cases/index.ts'
import { findByPrisonNumber } from '../../custody/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, optionalText, readForm, withProblems } from '../../platform/web/form.ts'
import { decideOnPlace, liftCaution, writeCaution } from '../group-cautions.ts'
import { listCautions, listReviews } from '../queries/cautions.ts'
import { CautionsPage } from '../views/cautions-page.tsx'
import { sees, works } from './courses.ts'

interface OfCase {
  Params: { caseId: string }
}
const caution = z.object({
  kind: z.enum(['KEEP_APART', 'DOMESTIC_ABUSE'], { error: 'caution.kind-missing' }),
  number: optionalText(20, 'caution.number-unknown'),
  words: optionalText(1000, 'caution.words-long'),
})

/** What has to be known before somebody sits in a group, and deciding about the groups that ask. For whoever sees the risk. */
export async function cautionRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/group-cautions', sees, (request, reply) => show(request, reply, blankForm))

  app.post<OfCase>('/cases/:caseId/group-cautions', works, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(caution, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const { kind, number, words } = form.values
    const unknown = { field: 'number', message: 'caution.number-unknown' }
    const otherPersonId =
      kind === 'KEEP_APART' ? await request.read((reading) => findByPrisonNumber(reading, number)) : null
    if (otherPersonId === undefined) return show(request, reply.status(422), withProblems(form, unknown))
    const { personId } = await request.read((reading) => getCaseFrame(reading, caseId))
    if (otherPersonId === personId) return show(request, reply.status(422), withProblems(form, unknown))
    await request.change((change) => writeCaution(change, caseId, { kind, otherPersonId, words }))
    return reply.redirect(`/cases/${caseId}/group-cautions`, 303)
  })

  app.post<{ Params: { caseId: string; cautionId: string } }>(
    '/cases/:caseId/group-cautions/:cautionId/end',
    works,
    async (request, reply) => {
      const { caseId, cautionId } = request.params
      await request.change((change) => liftCaution(change, caseId, cautionId))
      return reply.redirect(`/cases/${caseId}/group-cautions`, 303)
    },
  )

  app.post<{ Params: { caseId: string; placeId: string } }>(
    '/cases/:caseId/group-cautions/places/:placeId',
    works,
    async (request, reply) => {
      const { caseId, placeId } = request.params
      const form = readForm(z.object({ may: z.enum(['yes', 'no']) }), request.body)
      if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
      await request.change((change) => decideOnPlace(change, caseId, placeId, form.values.may === 'yes'))
      return reply.redirect(`/cases/${caseId}/group-cautions`, 303)
    },
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { caseId } = request.params as OfCase['Params']
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    const seesRisk = seesPart(frame, 'risk')
    reading.look({
      action: 'consult',
      personIds: [frame.personId],
      caseIds: [caseId],
      fieldGroups: seesRisk ? ['identity', 'risk'] : ['identity'],
    })
    return {
      frame,
      seesRisk,
      cautions: seesRisk ? await listCautions(reading, frame) : [],
      reviews: seesRisk ? await listReviews(reading, caseId) : [],
    }
  })
  return reply.page(CautionsPage({ page: request.page(), ...shown, form }))
}
