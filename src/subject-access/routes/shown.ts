import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FieldGroup, Reading } from '../../platform/database.ts'
import { blankForm, type FormState } from '../../platform/web/form.ts'
import { findBundle } from '../queries/bundles.ts'
import { listParts } from '../queries/parts.ts'
import { getRequest } from '../queries/requests.ts'
import type { SubjectRequest } from '../subject-request.ts'
import { RequestPage } from '../views/request-page.tsx'

export interface OfRequest {
  Params: { requestId: string }
  Querystring: { done?: string }
}

export const answers = { config: { may: 'answer subject access', looks: 'personal' } } as const
export const deciding = { config: { may: 'answer subject access', looks: 'none' } } as const

/** A request that the reader's agency handles or answers, looked at. */
export async function lookAt(
  reading: Reading,
  id: string,
  fieldGroups: FieldGroup[] = ['identity'],
): Promise<SubjectRequest> {
  const request = await getRequest(reading, id)
  reading.look({ action: 'consult', personIds: [request.personId], fieldGroups })
  return request
}

/** The page of a request, with what was typed on it where that cannot be taken. */
export async function showRequest(
  request: FastifyRequest<OfRequest>,
  reply: FastifyReply,
  form: FormState<unknown> = blankForm,
): Promise<FastifyReply> {
  const { requestId } = request.params
  const shown = await request.read(async (reading) => ({
    asked: await lookAt(reading, requestId),
    parts: await listParts(reading, requestId),
    bundle: await findBundle(reading, requestId),
  }))
  const { agencyId } = request.actor
  return reply.page(RequestPage({ page: request.page(), agencyId, form, done: request.query.done, ...shown }))
}
