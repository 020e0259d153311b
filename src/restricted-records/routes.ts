import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../cases/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { type FormState, filledForm, readForm } from '../platform/web/form.ts'
import { getRestriction, listPossibleReaders } from './queries.ts'
import { liftRestriction, restrictRecord } from './restrict-record.ts'
import { RestrictedPage } from './views/restricted-page.tsx'

const restriction = z.object({
  reason: z.string({ error: 'problem.reason' }).trim().min(20, 'problem.reason').max(500, 'problem.reason-long'),
  accountIds: z.preprocess((typed) => [typed ?? []].flat(), z.array(z.uuid()).catch([])),
})
const done = z.object({ done: z.enum(['restricted', 'lifted']).optional().catch(undefined) })
const changes = { config: { may: 'keep walls', looks: 'none' } } as const

/** The page on which a manager says for whom a record exists. */
export async function restrictedRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>(
    '/cases/:caseId/restricted',
    { config: { may: 'keep walls', looks: 'personal' } },
    async (request, reply) => show(request, reply),
  )

  app.post<OfCase>('/cases/:caseId/restricted', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(restriction, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    await request.change((change) => restrictRecord(change, caseId, form.values))
    return reply.redirect(`/cases/${caseId}/restricted?done=restricted`, 303)
  })

  app.post<OfCase>('/cases/:caseId/restricted/lift', changes, async (request, reply) => {
    const { caseId } = request.params
    await request.change((change) => liftRestriction(change, caseId))
    return reply.redirect(`/cases/${caseId}/restricted?done=lifted`, 303)
  })
}

async function show(request: FastifyRequest<OfCase>, reply: FastifyReply, form?: FormState<unknown>) {
  const { caseId } = request.params
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    const restriction = await getRestriction(reading, caseId)
    if (!restriction.isTheirs) throw new Refusal('not allowed', 'restriction.not-theirs')
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
    return { frame, restriction, readers: await listPossibleReaders(reading, caseId) }
  })
  const { reason, accountIds } = shown.restriction
  return reply.page(
    RestrictedPage({
      ...{ page: request.page(), ...shown },
      done: done.parse(request.query ?? {}).done,
      form: form ?? filledForm({ reason: reason ?? '', accountIds }),
    }),
  )
}

interface OfCase {
  Params: { caseId: string }
}
