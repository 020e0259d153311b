import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { fileRoutes, takeOrAsk } from '../../exports/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, optionalText, readForm, withProblems } from '../../platform/web/form.ts'
import { claimFiles } from '../claim-file.ts'
import { claimCohort, claimResults, decideClaim, readEvidence, withdrawClaim } from '../claim-results.ts'
import { getClaim } from '../queries/claims.ts'
import { getContract } from '../queries/contracts.ts'
import { partOf, results } from '../results.ts'
import { ClaimPage } from '../views/claim-page.tsx'
import { keeps, opens } from './contracts.ts'

const taken = { config: { ...opens.config, asksAgain: true } } as const
const claiming = z.union([
  z.object({ result: z.literal('NO_REOFFENDING'), cohortId: z.uuid() }),
  z.object({ result: z.enum(results).exclude(['NO_REOFFENDING']) }),
])
const decision = z.object({
  decision: z.enum(['APPROVED', 'DECLINED'], { error: 'decide.missing' }),
  words: optionalText(500, 'too-long'),
})

interface OfClaim {
  Params: { claimId: string }
  Querystring: { done?: string }
}

/** Claims under a contract: made by one manager, decided by another, each with the rows behind it. */
export async function claimRoutes(app: FastifyInstance): Promise<void> {
  app.post<{ Params: { contractId: string } }>('/contracts/:contractId/claims', keeps, async (request, reply) => {
    const sent = claiming.safeParse(request.body)
    if (!sent.success) throw new Refusal('unreadable', 'request.unreadable') // none of our pages sends another
    const { contractId } = request.params
    const of = sent.data
    const id = await request.change((change) =>
      'cohortId' in of ? claimCohort(change, contractId, of.cohortId) : claimResults(change, contractId, of.result),
    )
    return reply.redirect(`/contracts/claims/${id}?done=made`, 303)
  })

  app.get<OfClaim>('/contracts/claims/:claimId', opens, (request, reply) => showClaim(request, reply, blankForm))

  app.post<OfClaim>('/contracts/claims/:claimId/decision', keeps, async (request, reply) => {
    const form = readForm(decision, request.body)
    const isUnexplained = form.valid && form.values.decision === 'DECLINED' && form.values.words === ''
    if (!form.valid || isUnexplained) {
      const told = isUnexplained ? withProblems(form, { field: 'words', message: 'decide.words-missing' }) : form
      return showClaim(request, reply.status(422), told)
    }
    await request.change((change) => decideClaim(change, request.params.claimId, form.values))
    return reply.redirect(`/contracts/claims/${request.params.claimId}?done=decided`, 303)
  })

  app.post<OfClaim>('/contracts/claims/:claimId/withdrawal', keeps, async (request, reply) => {
    const { contractId } = await request.change((change) => withdrawClaim(change, request.params.claimId))
    return reply.redirect(`/contracts/${contractId}?done=withdrawn`, 303)
  })

  app.get<OfClaim>('/contracts/claims/:claimId/file', taken, (request, reply) =>
    takeOrAsk(request, reply, claimFiles, { sent: { claim: request.params.claimId } }),
  )
  fileRoutes(app, claimFiles)
}

async function showClaim(request: FastifyRequest<OfClaim>, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => {
    const claim = await getClaim(reading, request.params.claimId)
    const contract = await getContract(reading, claim.contractId)
    const evidence = await readEvidence(reading, claim)
    const caseIds = evidence.rows.map(({ caseId }) => caseId)
    const details = { claimId: claim.id }
    reading.look({ action: 'consult', caseIds, fieldGroups: [partOf(claim.result)], details })
    const isOwn = claim.madeById === reading.actor.userId
    return { claim, contract, ...evidence, isOwn }
  })
  const done = z.enum(['made', 'decided']).optional().catch(undefined).parse(request.query.done)
  return reply.page(ClaimPage({ page: request.page(), ...shown, form, done }))
}
